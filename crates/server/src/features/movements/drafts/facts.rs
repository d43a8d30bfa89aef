//! The facts of a plan from what was typed: every fault is named with its field.

use chungsuc_domain::date::{Date, parse_date};
use chungsuc_domain::text::fold;

use super::super::plan::{
    PlanAwards, PlanDuty, PlanFacts, PlanMovement, PlanPaper, PlanReporting, PlanStage,
    PlanSubject, PlanTarget,
};
use super::rows::rows;
use super::understood::Known;
use crate::features::papers::Basis;
use crate::web::{Errors, Form, Message};

/// The choice that leaves words about an award out of the movement.
pub const NO_AWARD: &str = "none";

/// Reads a tidied form.
pub(super) fn facts(form: &Form, known: &Known<'_>, today: Date) -> Result<PlanFacts, Errors> {
    let mut typed = Typed { form, known, today, errors: Errors::default() };
    let facts = PlanFacts {
        paper: typed.paper(),
        bases: (0..rows(form, "basis")).map(|row| typed.basis(row)).collect(),
        movement: typed.movement(),
        targets: (0..rows(form, "target")).map(|row| typed.target(row)).collect(),
        subjects: (0..rows(form, "subject")).map(|row| typed.subject(row)).collect(),
        awards: PlanAwards { codes: typed.awards() },
        stages: (0..rows(form, "stage")).map(|row| typed.stage(row)).collect(),
        duties: (0..rows(form, "duty")).map(|row| typed.duty(row)).collect(),
        reporting: PlanReporting {
            by: typed.text("reporting.by"),
            to: typed.text("reporting.to"),
            cycle: typed.required("reporting.cycle"),
        },
    };
    let mut errors = typed.errors;
    let is_unit = |code: &str| known.units.iter().any(|unit| unit.code == code);
    for fault in facts.faults(known.catalog, is_unit) {
        if errors.of(&fault.place).is_none() {
            errors.add(fault.place, fault.message);
        }
    }
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

struct Typed<'a> {
    form: &'a Form,
    known: &'a Known<'a>,
    today: Date,
    errors: Errors,
}

impl Typed<'_> {
    fn text(&self, name: &str) -> String {
        self.form.text(name).to_owned()
    }

    fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.form.text(name).lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn required(&mut self, name: &str) -> String {
        let text = self.text(name);
        if text.is_empty() {
            self.errors.add(name, Message::new("field-missing"));
        }
        text
    }

    fn day(&mut self, name: &str) -> Option<Date> {
        let day = parse_date(self.form.filled(name)?, self.today);
        if day.is_err() {
            self.errors.add(name, Message::new("day-wrong"));
        }
        day.ok()
    }

    /// A day; without one the first of all days stands there, beside an error.
    fn required_day(&mut self, name: &str) -> Date {
        if self.form.filled(name).is_none() {
            self.errors.add(name, Message::new("field-missing"));
        }
        self.day(name).unwrap_or(Date::ZERO)
    }

    fn paper(&mut self) -> PlanPaper {
        PlanPaper {
            number: self.required("paper.number"),
            issued_on: self.required_day("paper.issued_on"),
            issuer: self.required("paper.issuer"),
            place: self.text("paper.place"),
            title: self.required("paper.title"),
            signer_post: self.text("paper.signer_post"),
            signer_name: self.required("paper.signer_name"),
            recipients: self.lines("paper.recipients"),
        }
    }

    fn movement(&mut self) -> PlanMovement {
        let name = self.required("movement.name");
        let (from, to) = (self.required_day("movement.from"), self.required_day("movement.to"));
        PlanMovement {
            name,
            from,
            to,
            aims: self.lines("movement.aims"),
            funding: self.lines("movement.funding"),
            campaigns: self.lines("movement.campaigns"),
        }
    }

    /// A target; a unit and the set of criteria that it is to meet go together.
    fn target(&mut self, row: usize) -> PlanTarget {
        let name = |column| format!("target.{row}.{column}");
        let text = self.required(&name("text"));
        let due = self.day(&name("due"));
        let unit = self.form.filled(&name("unit")).map(|typed| self.unit(typed));
        let standard = self.form.filled(&name("standard")).map(str::to_owned);
        if unit.is_some() && standard.is_none() {
            self.errors.add(name("standard"), Message::new("plan-target-no-standard"));
        } else if standard.is_some() && unit.is_none() {
            self.errors.add(name("unit"), Message::new("plan-target-no-unit"));
        }
        PlanTarget { text, due, unit, standard }
    }

    /// The code of a unit that was typed by name or code; an unknown one stays as it was typed.
    fn unit(&self, typed: &str) -> String {
        let folded = fold(typed);
        let mut units = self.known.units.iter();
        let known = units.find(|unit| unit.code == typed || fold(&unit.name) == folded);
        known.map_or_else(|| typed.to_owned(), |unit| unit.code.clone())
    }

    fn subject(&mut self, row: usize) -> PlanSubject {
        let name = |column| format!("subject.{row}.{column}");
        let merits = self.lines(&name("merits"));
        if merits.is_empty() {
            self.errors.add(name("merits"), Message::new("plan-subject-no-merit"));
        }
        PlanSubject {
            kind: self.required(&name("kind")),
            name: self.required(&name("name")),
            merits,
        }
    }

    /// The ticked awards, and those that were chosen for words which name none.
    fn awards(&mut self) -> Vec<String> {
        let mut codes: Vec<String> = self.form.all("awards.codes").map(str::to_owned).collect();
        for row in 0..rows(self.form, "award") {
            let code = self.required(&format!("award.{row}.code"));
            if code != NO_AWARD && !code.is_empty() {
                codes.push(code);
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        codes.retain(|code| seen.insert(code.clone()));
        codes
    }

    fn stage(&mut self, row: usize) -> PlanStage {
        let name = |column| format!("stage.{row}.{column}");
        let text = self.required(&name("text"));
        PlanStage {
            from: self.required_day(&name("from")),
            to: self.required_day(&name("to")),
            text,
        }
    }

    fn duty(&mut self, row: usize) -> PlanDuty {
        let name = |column| format!("duty.{row}.{column}");
        PlanDuty {
            bearer: self.required(&name("bearer")),
            text: self.required(&name("text")),
            due: self.day(&name("due")),
            section: self.text(&name("section")),
        }
    }

    fn basis(&mut self, row: usize) -> Basis {
        let name = |column| format!("basis.{row}.{column}");
        Basis {
            kind: self.required(&name("kind")),
            number: self.text(&name("number")),
            issued_on: self.day(&name("issued_on")),
            issuer: self.text(&name("issuer")),
        }
    }
}
