//! Whether somebody can be given an award: the conditions of the decision's day, one by one, each
//! with its clause, the facts that were used, what is missing, and from when it is met.
//!
//! Three answers: yes, no, and a person must decide. What is not known is never taken for no.

mod case;
mod condition;
mod fact;
mod history;
mod judge;
mod list;
mod name;
mod since;

pub use case::{Achievement, Case, Earlier, FactFault, Facts};
pub use condition::{Condition, ConditionFault, Function};
pub use fact::{Fact, FactType, Value};
pub use list::{Share, Shares, Trait, Traits, shares};
pub use name::{Likeness, bare, likeness, plain_words, same};

use crate::authority;
use crate::catalog::{Award, Catalog, DossierPaper, Effect, HoldKind, Requirement, Sourced};
use crate::date::{Date, show_date};
use crate::decision::{Reason, Rule, TextKey, Verdict};
use judge::{Asked, Scene};

/// What follows for a proposal.
#[derive(Debug, Clone)]
pub struct Eligibility {
    /// Yes: eligible. No: not eligible. Else a person must decide.
    pub verdict: Verdict,
    /// Every condition that was asked, in the order in which an officer reads them.
    pub findings: Vec<Finding>,
    /// Earlier awards that were told and do not count: their place in the list, and why.
    pub not_counted: Vec<(usize, NotCounted)>,
}

codes! {
    /// Why an earlier award does not count.
    NotCounted {
        /// Its paper names somebody else.
        OtherName = "other-name",
        /// The catalog has no such award.
        UnknownAward = "unknown-award",
        /// It was received after the day that is judged.
        Later = "later",
    }
}

/// One condition and what came of it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What it is about.
    pub about: About,
    /// Whether it is met.
    pub verdict: Verdict,
    /// What follows when it is not.
    pub effect: Effect,
    /// Where it is written.
    pub rule: Option<Rule>,
    /// What was used, with what is known of it.
    pub facts: Vec<UsedFact>,
    /// From when on it is met.
    pub since: Option<Date>,
}

/// What a finding is about.
#[derive(Debug, Clone)]
pub enum About {
    /// A condition of the catalog: its matter, in words, and as an expression.
    Requirement {
        /// Its matter.
        matter: String,
        /// In an officer's words.
        text: String,
        /// The expression.
        holds: String,
    },
    /// What the program asks of every award: authority, kind of subject, days.
    General(Reason),
    /// A paper of the dossier.
    Paper(DossierPaper),
}

/// Something that a condition used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedFact {
    /// The fact, or the question with the award it is about.
    pub what: Used,
    /// What is known of it.
    pub value: Option<Value>,
}

/// A fact, or a question to the earlier awards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Used {
    /// A fact.
    Fact(Fact),
    /// A question, and the code of the award it is about.
    Earlier(Function, String),
}

impl Finding {
    /// What is not known, as long as that leaves the answer open.
    pub fn missing(&self) -> impl Iterator<Item = &UsedFact> {
        let open = self.verdict == Verdict::PersonMustDecide;
        self.facts.iter().filter(move |fact| open && fact.value.is_none())
    }

    /// What it makes of the whole.
    pub fn weighs(&self) -> Verdict {
        match (self.verdict, self.effect) {
            (Verdict::Yes, _) | (_, Effect::Tell) => Verdict::Yes,
            (Verdict::No, Effect::Block) => Verdict::No,
            _ => Verdict::PersonMustDecide,
        }
    }

    /// Whether a fact that is true stands behind it, of those that `is` means: a hold, say.
    pub fn rests_on(&self, is: impl Fn(Fact) -> bool) -> bool {
        let yes = Some(Value::Bool(true));
        let held = |used: &UsedFact| matches!(used.what, Used::Fact(fact) if is(fact));
        self.facts.iter().any(|used| held(used) && used.value == yes)
    }

    /// Whether somebody may let it pass, with a written reason.
    pub fn asks_for_a_reason(&self) -> bool {
        self.verdict == Verdict::No && self.effect == Effect::Ask
    }
}

impl Eligibility {
    /// What stands against the award.
    pub fn blocking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.weighs() == Verdict::No)
    }

    /// What may pass with a written reason only.
    pub fn to_be_reasoned(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.asks_for_a_reason())
    }
}

/// Judges a proposal by the law of its day.
pub fn judge(catalog: &Catalog, case: &Case) -> Eligibility {
    let mut findings = vec![regime(catalog, case.day)];
    match catalog.award(&case.award) {
        None => findings.push(general(
            Verdict::PersonMustDecide,
            Reason::without_rule(TextKey::AwardUnknown).fact("award", &case.award),
        )),
        Some(award) => {
            findings.extend([subject(award, case), decided_by(catalog, case)]);
            findings.extend(mode(award, case));
            let rows = catalog.requirements(award, case.subject, case.mode, case.day);
            findings.extend(unknown_standard(award, case, &rows));
            findings.extend(unruled_holds(catalog, case, &rows));
            findings.extend(rows.into_iter().map(|row| requirement(catalog, case, row)));
            findings.extend(papers(award, case));
        }
    }
    let weighs = |verdict| findings.iter().any(|finding| finding.weighs() == verdict);
    let verdict = if weighs(Verdict::No) {
        Verdict::No
    } else if weighs(Verdict::PersonMustDecide) {
        Verdict::PersonMustDecide
    } else {
        Verdict::Yes
    };
    let earlier = case.earlier.iter().flatten().enumerate();
    let not_counted = earlier.filter_map(|(at, one)| Some((at, not_counted(catalog, case, one)?)));
    let not_counted = not_counted.collect();
    Eligibility { verdict, findings, not_counted }
}

fn not_counted(catalog: &Catalog, case: &Case, one: &Earlier) -> Option<NotCounted> {
    if catalog.award(&one.award).is_none() {
        return Some(NotCounted::UnknownAward);
    }
    if !history::is_of(case, one) {
        return Some(NotCounted::OtherName);
    }
    (!one.was_there(case.day)).then_some(NotCounted::Later)
}

fn general(verdict: Verdict, reason: Reason) -> Finding {
    Finding {
        verdict,
        effect: Effect::Block,
        rule: reason.rule.clone(),
        about: About::General(reason),
        facts: Vec::new(),
        since: None,
    }
}

fn regime(catalog: &Catalog, day: Date) -> Finding {
    let (verdict, reason) = match catalog.regime(day) {
        Some(row) => {
            let reason = Reason::by(row.rule(day), TextKey::RegimeKnown);
            let documents = row.value.documents.join("; ");
            (Verdict::Yes, reason.fact("regime", &row.value.code).fact("documents", documents))
        }
        None => (Verdict::PersonMustDecide, Reason::without_rule(TextKey::RegimeUnknown)),
    };
    general(verdict, reason.fact("day", show_date(day)))
}

fn subject(award: &Award, case: &Case) -> Finding {
    let row = award.given_to.on(case.day);
    let subjects = row.map_or(&award.form.subjects, |row| &row.value);
    let (verdict, key) = match subjects.contains(&case.subject) {
        true => (Verdict::Yes, TextKey::SubjectFits),
        false => (Verdict::No, TextKey::SubjectDoesNotFit),
    };
    let reason =
        row.map_or_else(|| Reason::without_rule(key), |row| Reason::by(row.rule(case.day), key));
    general(verdict, reason.fact("subject", case.subject))
}

/// An award of whose conditions nothing is known for this proposal is left to a person.
fn unknown_standard(award: &Award, case: &Case, rows: &[&Sourced<Requirement>]) -> Option<Finding> {
    let own = |row: &&Sourced<Requirement>| !row.value.scope.is_for_every_award();
    let known = rows.iter().any(own);
    let reason = Reason::without_rule(TextKey::StandardUnknown).fact("award", &award.form.name);
    let reason = reason.fact("day", show_date(case.day));
    (!known).then(|| general(Verdict::PersonMustDecide, reason))
}

/// What is open of a person and no condition of the day speaks of is left to somebody to decide.
fn unruled_holds(catalog: &Catalog, case: &Case, rows: &[&Sourced<Requirement>]) -> Vec<Finding> {
    let Some(kinds) = catalog.hold_kinds(case.day) else { return Vec::new() };
    let ruled = |fact| rows.iter().any(|row| row.value.holds.facts().any(|asked| asked == fact));
    let open = |fact| case.facts.on(fact, case.day) == Some(&Value::Bool(true));
    let unruled = kinds.value.iter().filter(|kind| open(kind.fact) && !ruled(kind.fact));
    let finding = |kind: &HoldKind| {
        let reason = Reason::by(kinds.rule(case.day), TextKey::HoldOpen).fact("hold", &kind.name);
        let what = UsedFact { what: Used::Fact(kind.fact), value: Some(Value::Bool(true)) };
        Finding { facts: vec![what], ..general(Verdict::PersonMustDecide, reason) }
    };
    unruled.map(finding).collect()
}

/// Nobody decides an award that is closed. Where a level is asked about, it must be one that decides;
/// else another level decides, and the commune proposes.
fn decided_by(catalog: &Catalog, case: &Case) -> Finding {
    let level = case.decided_by.unwrap_or(crate::UnitKind::Commune);
    let answer = authority::may_decide(catalog, &case.award, level, case.day);
    let mut reasons = answer.reasons;
    let reason = reasons.swap_remove(0);
    let elsewhere = reason.text_key == TextKey::AuthorityElsewhere;
    match case.decided_by {
        None if elsewhere => general(Verdict::Yes, reason),
        _ => general(answer.verdict, reason),
    }
}

fn mode(award: &Award, case: &Case) -> Option<Finding> {
    let (mode, row) = (case.mode?, award.modes.on(case.day)?);
    let (verdict, key) = match row.value.contains(&mode) {
        true => (Verdict::Yes, TextKey::ModeFits),
        false => (Verdict::No, TextKey::ModeDoesNotFit),
    };
    let reason = Reason::by(row.rule(case.day), key).fact("mode", mode);
    Some(Finding { effect: Effect::Ask, ..general(verdict, reason) })
}

fn requirement(catalog: &Catalog, case: &Case, row: &Sourced<Requirement>) -> Finding {
    let Requirement { matter, text, effect, holds, .. } = &row.value;
    let scene = Scene::new(catalog, case, case.day);
    let facts = holds
        .facts()
        .map(|fact| UsedFact { what: Used::Fact(fact), value: scene.value(Asked::Fact(fact)) });
    let calls = holds.calls().map(|(function, award)| UsedFact {
        what: Used::Earlier(function, award.to_owned()),
        value: scene.value(Asked::Earlier(function, award)),
    });
    Finding {
        about: About::Requirement {
            matter: matter.clone(),
            text: text.clone(),
            holds: holds.source().to_owned(),
        },
        verdict: scene.judge(holds),
        effect: *effect,
        rule: Some(row.rule(case.day)),
        facts: facts.chain(calls).collect(),
        since: since::met_since(catalog, case, row),
    }
}

/// A paper that is wanted in some cases only is asked for and not demanded.
fn papers(award: &Award, case: &Case) -> Vec<Finding> {
    let (Some(row), Some(there)) = (award.dossiers.on(case.day), &case.papers) else {
        return Vec::new();
    };
    let finding = |paper: &DossierPaper| {
        let verdict = if there.contains(&paper.code) { Verdict::Yes } else { Verdict::No };
        Finding {
            about: About::Paper(paper.clone()),
            verdict,
            effect: if paper.when.is_some() { Effect::Tell } else { Effect::Block },
            rule: Some(row.rule(case.day)),
            facts: Vec::new(),
            since: None,
        }
    };
    row.value.iter().map(finding).collect()
}
