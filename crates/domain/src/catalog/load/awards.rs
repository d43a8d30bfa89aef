//! Reading what the catalog says about awards, how they are written, and on which days offices work.

use super::super::award::{Award, SubjectFactor};
use super::super::hold::HoldKind;
use super::super::overlay::LawOverlay;
use super::super::requirement::{Requirement, Requirements, Written};
use super::super::spelling::{AwardSpelling, IssuerSpelling};
use super::super::{Catalog, CatalogRule, Sourced, Timeline};
use super::{File, Reader, Rows, To};
use crate::eligibility::{Condition, Fact, FactType};
use crate::submission::Holidays;
use std::mem::take;
use toml::Spanned;

impl Reader<'_> {
    /// A file is about one award, or about every award, or lies on top of the law as an overlay.
    pub(super) fn take_awards(&mut self, file: &mut File, catalog: &mut Catalog) {
        self.take_factors(take(&mut file.subject_factor), catalog);
        let principle = file.award.is_none() && file.overlay.is_none();
        let requirements = self.understood(take(&mut file.requirement), principle);
        match (file.award.take(), file.overlay.take()) {
            (Some(form), _) => {
                let at = form.span().start;
                let mut award = Award::new(form.into_inner());
                self.add(take(&mut file.deciders), &mut award.deciders);
                self.add(take(&mut file.multiple), &mut award.multiples);
                self.add(take(&mut file.given_to), &mut award.given_to);
                self.add(take(&mut file.modes), &mut award.modes);
                self.add(take(&mut file.dossier), &mut award.dossiers);
                self.add(take(&mut file.time_limit), &mut award.time_limits);
                self.add(take(&mut file.ballot_rule), &mut award.ballot_rules);
                self.add_requirements(requirements, &mut award.requirements);
                let code = award.form.code.clone();
                if catalog.awards.insert(code.clone(), award).is_some() {
                    self.orphan(at, &format!("the award {code} stands in two files"));
                }
            }
            (None, Some(head)) => {
                let at = head.span().start;
                let mut overlay = LawOverlay::new(head.into_inner());
                self.inspect(at, overlay.head());
                self.refer(To::Requirement, at, &overlay.head().value.replaces);
                self.add_requirements(requirements, overlay.requirements_mut());
                catalog.overlays.push(overlay);
            }
            (None, None) => {
                self.add_requirements(requirements, &mut catalog.principles);
                self.no_orphans(file);
            }
        }
    }

    fn no_orphans(&mut self, file: &File) {
        let first = [
            file.deciders.first().map(Spanned::span),
            file.multiple.first().map(Spanned::span),
            file.given_to.first().map(Spanned::span),
            file.modes.first().map(Spanned::span),
            file.dossier.first().map(Spanned::span),
            file.time_limit.first().map(Spanned::span),
        ];
        if let Some(span) = first.into_iter().flatten().next() {
            self.orphan(span.start, "what is said of an award needs an [award] in its file");
        }
    }

    /// Each expression is understood here, once; what cannot be is told with its own line.
    fn understood(
        &mut self,
        rows: Rows<Written>,
        principle: bool,
    ) -> Vec<(usize, Sourced<Requirement>)> {
        let mut found = Vec::new();
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            let Written { holds, awards, except, .. } = &row.value;
            self.refer(To::Award, at, awards.iter().chain(except));
            let written_at = holds.span().start;
            match Condition::parse(holds.get_ref()) {
                Ok(condition) => {
                    let named: Vec<String> =
                        condition.calls().map(|(_, award)| award.to_owned()).collect();
                    self.refer(To::Award, written_at, &named);
                    found.push((at, row.map(|written| written.understood(condition, principle))));
                }
                Err(fault) => {
                    // An expression of several lines begins after its quotes and a line break.
                    let lines = holds.get_ref().chars().take(fault.at).filter(|c| *c == '\n');
                    let below: usize = self.text.get(written_at..).map_or(0, |rest| {
                        rest.match_indices('\n').nth(lines.count()).map_or(0, |(at, _)| at)
                    });
                    let several = holds.get_ref().contains('\n');
                    let at = if several { written_at + below + 1 } else { written_at };
                    self.fault(at, (CatalogRule::Condition, fault.message));
                }
            }
        }
        found
    }

    fn add_requirements(
        &mut self,
        rows: Vec<(usize, Sourced<Requirement>)>,
        to: &mut Requirements,
    ) {
        for (at, row) in rows {
            let id = row.id.clone();
            if let Err(overlap) = to.add(row) {
                self.fault(at, overlap.flaw(&id));
            }
        }
    }

    /// Spellings of an award that there is; one spelling means one thing.
    pub(super) fn take_spellings(
        &mut self,
        awards: Vec<Spanned<AwardSpelling>>,
        issuers: Vec<Spanned<IssuerSpelling>>,
        catalog: &mut Catalog,
    ) {
        for row in awards {
            let at = row.span().start;
            self.refer(To::Award, at, [&row.get_ref().award]);
            if let Err(twice) = catalog.spellings.add_award(row.into_inner()) {
                self.fault(at, (CatalogRule::IdOnce, format!("{twice} is written twice")));
            }
        }
        for row in issuers {
            let at = row.span().start;
            if let Err(twice) = catalog.spellings.add_issuer(row.into_inner()) {
                self.fault(at, (CatalogRule::IdOnce, format!("{twice} is written twice")));
            }
        }
    }

    /// A day off lies in the year of its row, and so does a day that is worked instead.
    pub(super) fn take_holidays(
        &mut self,
        rows: Rows<Holidays>,
        timeline: &mut Timeline<Holidays>,
    ) {
        for row in &rows {
            let Holidays { off, working } = &row.get_ref().value;
            if let Some(day) = off.iter().chain(working).find(|day| !row.get_ref().holds_on(**day))
            {
                let message = format!("{day} lies outside the days of {}", row.get_ref().id);
                self.fault(row.span().start, (CatalogRule::Reach, message));
            }
        }
        self.add(rows, timeline);
    }

    /// A hold is open or it is not, and somebody has to tell it: its fact is yes or no and told.
    pub(super) fn take_hold_kinds(&mut self, rows: Rows<Vec<HoldKind>>, catalog: &mut Catalog) {
        for row in &rows {
            let told = |fact: Fact| fact.kind() == FactType::Bool && !fact.is_derived();
            for kind in row.get_ref().value.iter().filter(|kind| !told(kind.fact)) {
                let message = format!("a hold cannot be told by the fact {}", kind.fact);
                self.fault(row.span().start, (CatalogRule::Reference, message));
            }
        }
        self.add(rows, &mut catalog.hold_kinds);
    }

    fn take_factors(&mut self, rows: Rows<SubjectFactor>, catalog: &mut Catalog) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            for subject in &row.value.subjects {
                let timeline = catalog.factors.entry((row.value.class, *subject)).or_default();
                self.file_under(at, row.clone(), timeline);
            }
        }
    }
}
