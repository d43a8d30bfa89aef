//! What was understood of a plan, as the form that an officer corrects.

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::show_date;
use chungsuc_domain::text::fold;
use chungsuc_domain::{SubjectKind, UnitKind};
use chungsuc_press::read::{Duty, Found, Group, Mention, Parts, Plan, Source, Span, Stage, Target};

use super::words::Words;
use super::{awards, days, merits};
use crate::features::units::Unit;
use crate::web::Form;

/// What the commune and the law know, by which words are understood.
pub(super) struct Known<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) units: &'a [Unit],
}

/// The form of a plan, filled from its words.
pub(super) fn understood(
    plan: &Plan<'_>,
    parts: &Parts<'_>,
    source: &Source,
    known: &Known<'_>,
) -> Form {
    let year = plan.paper.date.as_ref().map(|date| date.value.year());
    let mut sheet = Sheet { source, known, year, pairs: Vec::new() };
    sheet.paper(plan);
    sheet.movement(plan);
    for (row, target) in plan.targets.iter().enumerate() {
        sheet.target(row, target);
    }
    for (row, subject) in plan.subjects.iter().enumerate() {
        sheet.subject(row, subject);
        let merits = merits::of_group(parts, &plan.subjects, row);
        sheet.put(format!("subject.{row}.merits"), merits.join("\n"));
    }
    for (row, stage) in plan.timeline.iter().enumerate() {
        sheet.stage(row, stage);
    }
    for (row, duty) in plan.assignments.iter().enumerate() {
        sheet.duty(row, duty);
    }
    for (row, basis) in plan.paper.legal_bases.iter().enumerate() {
        sheet.basis(row, basis);
    }
    sheet.awards(&plan.award_forms);
    Form::from_pairs(sheet.pairs)
}

/// How many characters may stand between the values of a list: a mark, a line end, a dash.
const NEAR: usize = 8;

struct Sheet<'a> {
    source: &'a Source,
    known: &'a Known<'a>,
    year: Option<i16>,
    pairs: Vec<(String, String)>,
}

impl Sheet<'_> {
    fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    /// Notes which words a field or a row came from.
    fn at(&mut self, name: &str, span: Option<Span>, sure: bool) {
        if let Some(span) = span {
            self.put(format!("{name}.at"), Words::new(span, sure).kept());
        }
    }

    fn one<T>(&mut self, name: &str, found: Option<&Found<T>>, say: impl Fn(&T) -> String) {
        if let Some(found) = found {
            self.put(name, say(&found.value));
            self.at(name, found.span, found.sure);
        }
    }

    /// Several values, a line each, and the words of those that follow the first at once.
    fn lines(&mut self, name: &str, all: &[Found]) {
        let Some(first) = all.first() else { return };
        let lines: Vec<_> = all.iter().map(|found| found.value.as_str()).collect();
        self.put(name, lines.join("\n"));
        let mut span = first.span;
        for next in all.iter().filter_map(|found| found.span) {
            span = span.map(|span| match next.from <= span.to + NEAR {
                true => Span { to: next.to.max(span.to), ..span },
                false => span,
            });
        }
        self.at(name, span, all.iter().all(|found| found.sure));
    }

    fn paper(&mut self, plan: &Plan<'_>) {
        let paper = &plan.paper;
        self.one("paper.number", paper.number.as_ref(), Clone::clone);
        self.one("paper.issued_on", paper.date.as_ref(), |day| show_date(*day));
        self.one("paper.issuer", paper.issuer.as_ref(), Clone::clone);
        self.one("paper.place", paper.place.as_ref(), Clone::clone);
        self.one("paper.title", paper.title.as_ref(), Clone::clone);
        if let Some(signer) = &paper.signer {
            self.one("paper.signer_post", signer.title.as_ref(), Clone::clone);
            self.one("paper.signer_name", signer.name.as_ref(), Clone::clone);
        }
        self.lines("paper.recipients", &paper.recipients);
    }

    fn movement(&mut self, plan: &Plan<'_>) {
        self.one("movement.name", plan.movement_name.as_ref(), Clone::clone);
        self.one("movement.from", plan.period.as_ref(), |period| {
            period.from.as_deref().and_then(days::first).unwrap_or_default()
        });
        self.one("movement.to", plan.period.as_ref(), |period| {
            period.to.as_deref().and_then(days::last).unwrap_or_default()
        });
        self.one("movement.funding", plan.funding.as_ref(), Clone::clone);
        self.lines("movement.campaigns", &plan.related_movements);
        self.one("reporting.cycle", plan.reporting_cycle.as_ref(), |words| {
            cycle(words).unwrap_or_default().to_owned()
        });
    }

    /// A target; "làng … đạt chuẩn" is bound to that village and to the one set of criteria for villages.
    fn target(&mut self, row: usize, found: &Found<Target>) {
        let (name, target) = (format!("target.{row}"), &found.value);
        let due = target.due.as_deref().and_then(|words| days::due(words, self.year));
        self.put(format!("{name}.text"), sentence(&target.text));
        self.put(format!("{name}.due"), due.unwrap_or_default());
        self.at(&name, found.span, found.sure);
        let reached = fold(&target.text);
        if !reached.contains("dat chuan") {
            return;
        }
        let villages = self.known.units.iter().filter(|unit| unit.kind == UnitKind::Village.code());
        let named = villages.filter(|unit| holds(&reached, &fold(&unit.name)));
        let unit = named.max_by_key(|unit| unit.name.len()).map(|unit| unit.name.clone());
        let mut sets = self
            .known
            .catalog
            .standards()
            .filter(|set| set.head().value.subject == SubjectKind::Village);
        if let (Some(unit), Some(set), None) = (unit, sets.next(), sets.next()) {
            self.put(format!("{name}.unit"), unit);
            self.put(format!("{name}.standard"), set.head().id.clone());
        }
    }

    fn subject(&mut self, row: usize, found: &Found<Group>) {
        let name = format!("subject.{row}");
        let words = found.span.map(|span| self.words(span)).unwrap_or_default();
        self.put(format!("{name}.name"), sentence(words.trim_matches([' ', ','])));
        self.put(format!("{name}.kind"), kind_of(found.value).code());
        self.at(&name, found.span, found.sure);
    }

    fn stage(&mut self, row: usize, found: &Found<Stage>) {
        let (name, stage) = (format!("stage.{row}"), &found.value);
        let (from, to) = days::span(&stage.when, self.year);
        self.put(format!("{name}.text"), sentence(stage.what.as_deref().unwrap_or_default()));
        self.put(format!("{name}.from"), from);
        self.put(format!("{name}.to"), to);
        self.put(format!("{name}.said"), stage.when.clone());
        self.at(&name, found.span, found.sure);
    }

    fn duty(&mut self, row: usize, found: &Found<Duty>) {
        let (name, duty) = (format!("duty.{row}"), &found.value);
        self.put(format!("{name}.bearer"), sentence(&duty.unit));
        self.put(format!("{name}.text"), sentence(duty.task.as_deref().unwrap_or_default()));
        self.put(format!("{name}.section"), duty.section.clone().unwrap_or_default());
        self.at(&name, found.span, found.sure);
    }

    fn basis(&mut self, row: usize, found: &Found<Mention<'_>>) {
        let (name, basis) = (format!("basis.{row}"), &found.value);
        self.put(format!("{name}.kind"), basis.kind);
        self.put(format!("{name}.number"), basis.numbered().unwrap_or_default());
        self.put(format!("{name}.issued_on"), basis.date.map(show_date).unwrap_or_default());
        self.put(format!("{name}.issuer"), basis.issuer.map_or("", |issuer| issuer.text()));
        self.at(&name, found.span, found.sure);
    }

    /// Awards of the catalog are ticked; words that name none of them are asked for, one by one.
    fn awards(&mut self, forms: &[Found]) {
        let mut asked = 0;
        for form in forms {
            if let Some(code) = awards::code_of(&form.value, self.known.catalog) {
                self.put("awards.codes", code);
                self.at(&format!("awards.codes.{code}"), form.span, form.sure);
            } else {
                self.put(format!("award.{asked}.said"), form.value.clone());
                self.at(&format!("award.{asked}"), form.span, form.sure);
                asked += 1;
            }
        }
    }

    fn words(&self, span: Span) -> String {
        let length = span.to.saturating_sub(span.from);
        self.source.text().chars().skip(span.from).take(length).collect()
    }
}

/// Words as the beginning of a line: with a capital, white space single.
pub(super) fn sentence(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// Whether folded words hold a folded name as a whole.
fn holds(words: &str, name: &str) -> bool {
    let bounded = |at: usize| {
        let before = words[..at].chars().next_back();
        let after = words[at + name.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    !name.is_empty() && words.match_indices(name).any(|(at, _)| bounded(at))
}

/// The code of how often is reported, where the words say it.
fn cycle(words: &str) -> Option<&'static str> {
    let folded = fold(words);
    let says = |any: &[&str]| any.iter().any(|words| folded.contains(words));
    if says(&["6 thang", "sau thang"]) {
        Some("half_yearly")
    } else if says(&["thang", "quy", "tuan", "ngay"]) {
        None
    } else {
        says(&["nam"]).then_some("yearly")
    }
}

/// What kind of contestant a group is.
fn kind_of(group: Group) -> SubjectKind {
    match group {
        Group::CommuneGovernment => SubjectKind::Commune,
        Group::Villages => SubjectKind::Village,
        Group::Enterprises => SubjectKind::Enterprise,
        Group::Cooperatives => SubjectKind::Cooperative,
        Group::Households => SubjectKind::Household,
        Group::Officials | Group::Workers | Group::People | Group::Collaborators => {
            SubjectKind::Individual
        }
        Group::HigherGovernment
        | Group::Bodies
        | Group::MassOrganisations
        | Group::OtherOrganisations
        | Group::ArmedForces => SubjectKind::Collective,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_is_found_as_a_whole_name() {
        assert!(holds("lang leng dat chuan", "leng"));
        assert!(!holds("lang lenga dat chuan", "leng"));
        assert!(!holds("lang", ""));
    }

    #[test]
    fn a_cycle_is_told_or_asked_for() {
        let cases = [
            ("định kỳ 6 tháng, hằng năm", Some("half_yearly")),
            ("hằng năm", Some("yearly")),
            ("trước ngày 15 hằng tháng", None),
            ("hằng quý", None),
        ];
        for (words, code) in cases {
            assert_eq!(cycle(words), code, "{words}");
        }
    }
}
