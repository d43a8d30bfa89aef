//! Reading the catalog's files. Every fault is told with its file and line; a catalog with a fault
//! is not used at all, because half a law is worse than none.

use super::award::{Award, AwardForm, Decider, Regime, ReportDue, SubjectFactor};
use super::{Catalog, Sourced, Timeline};
use crate::ballot::BallotRule;
use crate::standard::{Criterion, Indicator, Standard, StandardHead};
use crate::{Decimal, HouseholdMark, Vnd};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use toml::Spanned;

/// Something wrong in a file of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct CatalogFault {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for CatalogFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

type Rows<T> = Vec<Spanned<Sourced<T>>>;

/// What a file may hold. A file about one award or one standard names it once, at its head.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    base_salary: Rows<Vnd>,
    regime: Rows<Regime>,
    rounding: Rows<Vnd>,
    subject_factor: Rows<SubjectFactor>,
    ballot_rule: Rows<BallotRule>,
    reports_due: Rows<Vec<ReportDue>>,
    not_asked_for_money: Rows<Vec<HouseholdMark>>,
    award: Option<Spanned<AwardForm>>,
    deciders: Rows<Vec<Decider>>,
    multiple: Rows<Decimal>,
    standard: Option<Spanned<Sourced<StandardHead>>>,
    criterion: Vec<Spanned<Criterion>>,
    indicator: Vec<Spanned<Indicator>>,
}

/// See [`Catalog::parse`].
pub(super) fn load(files: &[(&str, &str)]) -> Result<Catalog, Vec<CatalogFault>> {
    let mut catalog = Catalog::default();
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for (name, text) in files {
        let mut reader = Reader { name, text, faults: &mut faults, ids: &mut ids };
        match toml::from_str(text) {
            Ok(file) => reader.take(file, &mut catalog),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                reader.fault(at, error.message());
            }
        }
    }
    if faults.is_empty() { Ok(catalog) } else { Err(faults) }
}

/// One file being read.
struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    faults: &'a mut Vec<CatalogFault>,
    ids: &'a mut BTreeSet<String>,
}

impl Reader<'_> {
    fn take(&mut self, file: File, catalog: &mut Catalog) {
        self.add(file.base_salary, &mut catalog.base_salary);
        self.add(file.regime, &mut catalog.regimes);
        self.add(file.rounding, &mut catalog.rounding);
        self.add(file.ballot_rule, &mut catalog.ballot_rules);
        self.add(file.reports_due, &mut catalog.reports_due);
        self.add(file.not_asked_for_money, &mut catalog.not_asked);
        self.take_factors(file.subject_factor, catalog);
        self.take_award(file.award, file.deciders, file.multiple, &mut catalog.awards);
        self.take_standard(file.standard, file.criterion, file.indicator, &mut catalog.standards);
    }

    fn add<T>(&mut self, rows: Rows<T>, timeline: &mut Timeline<T>) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            self.file_under(at, row, timeline);
        }
    }

    fn file_under<T>(&mut self, at: usize, row: Sourced<T>, timeline: &mut Timeline<T>) {
        let id = row.id.clone();
        if let Err(overlap) = timeline.add(row) {
            self.fault(at, &format!("{id} {overlap}"));
        }
    }

    /// What must be true of every value of the law.
    fn inspect<T>(&mut self, at: usize, row: &Sourced<T>) {
        if !self.ids.insert(row.id.clone()) {
            self.fault(at, &format!("the id {} is used twice", row.id));
        }
        if row.to.is_some_and(|last| last < row.from) {
            self.fault(at, &format!("{} ends before it begins", row.id));
        }
        if row.source.document.trim().is_empty() {
            self.fault(at, &format!("{} names no document", row.id));
        }
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

    fn take_award(
        &mut self,
        form: Option<Spanned<AwardForm>>,
        deciders: Rows<Vec<Decider>>,
        multiples: Rows<Decimal>,
        awards: &mut BTreeMap<String, Award>,
    ) {
        let Some(form) = form else {
            let orphan = deciders.first().map(Spanned::span);
            if let Some(span) = orphan.or_else(|| multiples.first().map(Spanned::span)) {
                self.fault(span.start, "deciders and multiples need an [award] in their file");
            }
            return;
        };
        let at = form.span().start;
        let form = form.into_inner();
        let mut award =
            Award { form, deciders: Timeline::default(), multiples: Timeline::default() };
        self.add(deciders, &mut award.deciders);
        self.add(multiples, &mut award.multiples);
        let code = award.form.code.clone();
        if awards.insert(code.clone(), award).is_some() {
            self.fault(at, &format!("the award {code} stands in two files"));
        }
    }

    fn take_standard(
        &mut self,
        head: Option<Spanned<Sourced<StandardHead>>>,
        criteria: Vec<Spanned<Criterion>>,
        indicators: Vec<Spanned<Indicator>>,
        standards: &mut BTreeMap<String, Standard>,
    ) {
        let Some(head) = head else {
            let orphan = criteria.first().map(Spanned::span);
            if let Some(span) = orphan.or_else(|| indicators.first().map(Spanned::span)) {
                self.fault(span.start, "criteria and indicators need a [standard] in their file");
            }
            return;
        };
        let at = head.span().start;
        let head = head.into_inner();
        self.inspect(at, &head);
        let mut standard = Standard::new(head);
        for criterion in criteria {
            let at = criterion.span().start;
            if let Err(refusal) = standard.add_criterion(criterion.into_inner()) {
                self.fault(at, &refusal.to_string());
            }
        }
        for indicator in indicators {
            let at = indicator.span().start;
            if let Err(refusal) = standard.add_indicator(indicator.into_inner()) {
                self.fault(at, &refusal.to_string());
            }
        }
        standards.insert(standard.head().id.clone(), standard);
    }

    fn fault(&mut self, at: usize, message: &str) {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let (file, message) = (self.name.to_owned(), message.to_owned());
        self.faults.push(CatalogFault { file, line, message });
    }
}
