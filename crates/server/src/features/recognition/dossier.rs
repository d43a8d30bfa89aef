//! A dossier as it stands: what the figures come to, its papers, what is missing.

use std::collections::BTreeSet;

use chungsuc_domain::UnitKind;
use chungsuc_domain::catalog::Checked;
use chungsuc_domain::decision::{Answer, Reason};
use chungsuc_domain::recognition::{DossierPaper, Examination, Judged, examine, may_recognise};
use chungsuc_domain::standard::{Outcome, Standard};
use serde::{Deserialize, Serialize};

use super::attach::{Attached, attached};
use super::{Recognition, find};
use crate::access::Person;
use crate::app::App;
use crate::features::standards::{self, UnitStanding, Verdict};
use crate::features::units;
use crate::refusal::Refusal;

/// What the figures of a unit came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Criteria that are met.
    pub met: usize,
    /// Criteria of the standard.
    pub total: usize,
    /// The indicators in the order of the standard, then the conditions.
    pub lines: Vec<Line>,
}

/// What a line of the standard came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Number of the indicator, or code of the condition.
    pub code: String,
    /// Its name.
    pub name: String,
    /// It is a condition of recognition, not an indicator.
    pub is_condition: bool,
    /// What had to be reached, as figures and unit; empty where the catalog does not know it.
    pub wanted: String,
    /// The figure; empty for yes or no, and where nothing was reported.
    pub value: String,
    /// What it came to.
    pub outcome: Outcome,
    /// A person judged, because the catalog has no threshold.
    pub is_judged: bool,
}

/// A part of a dossier, with what is attached as it.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the catalog asks for; nothing for what it does not list.
    pub asked: Option<DossierPaper>,
    /// What is attached.
    pub attached: Vec<Attached>,
}

/// A dossier with all that is known of it.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The record.
    pub record: Recognition,
    /// What the figures come to: now, or when it was submitted.
    pub picture: Picture,
    /// Why each line comes to what it does, by its code; nothing any more once it was submitted.
    pub reasons: Vec<(String, Reason)>,
    /// Its parts in the order of the catalog; what the catalog does not list comes last.
    pub parts: Vec<Part>,
    /// What is missing; of one that was submitted, what is missing in its papers only.
    pub examination: Examination,
    /// Who recognises, by the rules of its day.
    pub recogniser: Answer,
}

/// Reads a dossier. One that is being prepared shows the figures of its day as they stand; one that was
/// submitted shows what they came to then.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn dossier(app: &App, by: &Person, id: &str) -> Result<Dossier, Refusal> {
    let record = find(app, by, id)?;
    let standard = app.catalog.standard(&record.standard).ok_or(Refusal::NotFound)?;
    let all: Vec<Attached> = app.read(|r| attached(r, &by.commune, id).map_err(Refusal::from))?;
    let standing = standing(app, by, &record)?;
    let examination = examined(app, standard, &record, &standing, &all);
    let is_closed = !record.state.may_change();
    let kept = record.picture.clone().filter(|_| is_closed);
    let verdicts = standing.verdicts.iter().chain(&standing.conditions);
    let reasons = verdicts.map(|one| (one.indicator.clone(), one.reason.clone()));
    let day = record.decided_on.unwrap_or(record.as_of);
    Ok(Dossier {
        reasons: if kept.is_some() { Vec::new() } else { reasons.collect() },
        picture: kept.unwrap_or_else(|| picture(standard, &standing)),
        parts: parts(app, &record, all),
        examination,
        recogniser: may_recognise(&app.catalog, &record.standard, UnitKind::Commune, day),
        record,
    })
}

/// Where the unit of a dossier stands on the dossier's day.
fn standing(app: &App, by: &Person, of: &Recognition) -> Result<UnitStanding, Refusal> {
    let unit = units::find(app, &of.unit)?.ok_or(Refusal::NotFound)?;
    let all = standards::of_units(app, &by.commune, &of.standard, vec![unit], of.as_of)?;
    all.into_iter().next().ok_or(Refusal::NotFound)
}

fn examined(
    app: &App,
    standard: &Standard,
    of: &Recognition,
    standing: &UnitStanding,
    papers: &[Attached],
) -> Examination {
    let lines = standing.verdicts.iter().chain(&standing.conditions);
    let lines = lines.map(|verdict| judged(standard, verdict));
    let counting = papers.iter().filter(|one| !one.is_withdrawn);
    let there: BTreeSet<String> = counting.map(|one| one.part.clone()).collect();
    examine(&app.catalog, standard, of.as_of, &lines.collect::<Vec<_>>(), &there)
}

/// A figure that a threshold judged which nobody has compared with its paper is doubtful, and so is a
/// condition of which nobody has read that recognition asks for it. A person's judgement, and a yes or
/// a no to an indicator, are not.
fn judged(standard: &Standard, verdict: &Verdict) -> Judged {
    let by_threshold = verdict.reason.facts.iter().any(|(name, _)| *name == "threshold");
    let mut conditions = standard.conditions().iter();
    let unread =
        conditions.any(|one| one.code == verdict.indicator && one.checked == Checked::Unchecked);
    let may_be = match verdict.outcome {
        Outcome::NotReported => unread,
        _ => unread || by_threshold,
    };
    Judged {
        code: verdict.indicator.clone(),
        outcome: verdict.outcome,
        is_doubtful: may_be && !verdict.judged && !verdict.reason.is_settled(),
    }
}

/// What the figures come to, line by line.
pub(super) fn picture(standard: &Standard, standing: &UnitStanding) -> Picture {
    let line = |verdict: &Verdict| {
        let known = standard.line(&verdict.indicator);
        let value = verdict.value.as_ref().zip(known);
        let fact = |wanted: &str| {
            let found = verdict.reason.facts.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Line {
            code: verdict.indicator.clone(),
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            is_condition: standard.indicator(&verdict.indicator).is_none(),
            wanted: fact("threshold"),
            value: value
                .and_then(|(value, known)| value.figure.shown(known.kind))
                .unwrap_or_default(),
            outcome: verdict.outcome,
            is_judged: verdict.judged,
        }
    };
    Picture {
        met: standing.met,
        total: standing.total,
        lines: standing.verdicts.iter().chain(&standing.conditions).map(line).collect(),
    }
}

/// What a dossier came to in this moment, to be kept when it is submitted.
pub(super) fn at_this_moment(
    app: &App,
    by: &Person,
    of: &Recognition,
) -> Result<(Picture, Examination), Refusal> {
    let standard = app.catalog.standard(&of.standard).ok_or(Refusal::NotFound)?;
    let all: Vec<Attached> =
        app.read(|r| attached(r, &by.commune, &of.id).map_err(Refusal::from))?;
    let standing = standing(app, by, of)?;
    let examination = examined(app, standard, of, &standing, &all);
    Ok((picture(standard, &standing), examination))
}

fn parts(app: &App, of: &Recognition, mut all: Vec<Attached>) -> Vec<Part> {
    let rule = app.catalog.recognition().dossier(&of.standard, of.as_of);
    let asked = rule.map(|rule| rule.value.papers.as_slice()).unwrap_or_default();
    let mut parts: Vec<Part> = asked
        .iter()
        .map(|paper| {
            let (own, rest) = all.drain(..).partition(|one| one.part == paper.code);
            all = rest;
            Part { asked: Some(paper.clone()), attached: own }
        })
        .collect();
    parts.push(Part { asked: None, attached: all });
    parts
}
