//! Drafting: who of a closed sitting goes into a decision of the commune, and in which words.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::{Answer, TextKey, Verdict};
use chungsuc_domain::{SubjectKind, UnitKind, authority};
use chungsuc_store::{Change, Row, Writer};
use jiff::civil::Date;

use super::Wording;
use super::office::propose;
use super::values::{About, values};
use super::{
    AWARD_RECORD, Awarded, Decision, HEAD, Kept, OnPaper, RECORD, SYMBOL, Standing, State,
};
use super::{find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::councils::{self, SittingView};
use crate::features::movements::{self, Movement};
use crate::features::nominations::{self, Nomination, State as Stand};
use crate::features::templates::{self, sorts::AWARD_DECISION};
use crate::refusal::Refusal;
use crate::web::{Form, Message};

/// The order in which a decision lists those it commends; within a kind the sitting's order stays.
const ORDER: [SubjectKind; 7] = [
    SubjectKind::Commune,
    SubjectKind::Village,
    SubjectKind::Collective,
    SubjectKind::Enterprise,
    SubjectKind::Cooperative,
    SubjectKind::Household,
    SubjectKind::Individual,
];

/// What a decision on a sitting would hold, by the law of today.
pub struct Proposal {
    /// The sitting.
    pub sitting: SittingView,
    /// The movement whose nominations are taken.
    pub movement: Movement,
    /// Which decision of the sitting and movement it would be, counted from 1: who was held when the
    /// first was made comes into a further one.
    pub part: i64,
    /// The nominations that the commune may decide, in the order of the list.
    pub taken: Vec<Nomination>,
    /// Those that were carried and that the commune may not decide, or that are held, with the reason.
    pub left_out: Vec<(Nomination, Answer)>,
    /// Those that were not carried, with the count by their own rule.
    pub not_carried: Vec<(Nomination, Answer)>,
}

/// What a decision on this sitting and movement would hold.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting is not closed.
pub fn proposal(
    app: &App,
    by: &Person,
    sitting: &str,
    movement: &str,
) -> Result<Proposal, Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let sitting = councils::sitting(app, by, sitting)?;
    let movement = movements::find(app, by, movement)?;
    must_be_closed(&sitting)?;
    let (part, decided) = decided_before(app, by, &sitting.id, &movement.id)?;
    let (mut taken, mut left_out) = (Vec::new(), Vec::new());
    for nomination in carried(&sitting, &movement.id) {
        if decided.contains(&nomination.id) {
            continue;
        }
        let answer = match nominations::why_held(app, by, nomination)? {
            Some(held) => held,
            None => may_decide(app, &nomination.award, app.today()),
        };
        match answer.verdict {
            Verdict::Yes => taken.push(nomination.clone()),
            Verdict::No | Verdict::PersonMustDecide => left_out.push((nomination.clone(), answer)),
        }
    }
    let place = |kind| ORDER.iter().position(|known| *known == kind);
    taken.sort_by_key(|nomination| place(nomination.contestant.kind));
    let not_carried = not_carried(&sitting, &movement.id);
    Ok(Proposal { sitting, movement, part, taken, left_out, not_carried })
}

/// The part that a further decision on a sitting and movement would be, and the nominations that drafts
/// and issued decisions hold already.
fn decided_before(
    app: &App,
    by: &Person,
    sitting: &str,
    movement: &str,
) -> Result<(i64, Vec<String>), Refusal> {
    let params = [by.commune.as_str().into(), sitting.into(), movement.into()];
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<String>(1)?));
    let rows = app.read(|r| r.all(sql::DECIDED, &params, read))?;
    let part = rows.iter().map(|(part, _)| part + 1).max().unwrap_or(1);
    Ok((part, rows.into_iter().map(|(_, nomination)| nomination).collect()))
}

/// Only what a sitting with quorum has carried becomes a decision.
fn must_be_closed(sitting: &SittingView) -> Result<(), Refusal> {
    let rule = &sitting.council.rule;
    match sitting.state {
        councils::State::Closed => Ok(()),
        councils::State::Open => Err(Refusal::rule("decision-sitting-open")),
        councils::State::Called => Err(Refusal::Rule(
            Message::new("decision-sitting-called")
                .arg("day", show_date(sitting.held_on))
                .arg("quorum", rule.value.quorum.to_string())
                .arg("members", sitting.members.len())
                .arg("paper", rule.source.to_string()),
        )),
    }
}

/// Why there is nobody to commend: the first reason that holds for the sitting.
fn nobody(proposal: &Proposal) -> Refusal {
    let missed = |key| {
        let reasons = proposal.not_carried.iter().flat_map(|(one, answer)| {
            answer.reasons.iter().map(move |reason| (&one.contestant.name, reason))
        });
        reasons.into_iter().find(|(_, reason)| reason.text_key == key)
    };
    let (message, name, reason) = match proposal.left_out.is_empty() {
        false => return Refusal::rule("decision-nobody"),
        true => match (missed(TextKey::BallotNoQuorum), missed(TextKey::BallotNotPassed)) {
            (Some((name, reason)), _) => (Message::new("decision-no-quorum"), name, reason),
            (None, Some((name, reason))) => (Message::new("decision-not-carried"), name, reason),
            (None, None) => return Refusal::rule("decision-nobody"),
        },
    };
    let message = reason
        .facts
        .iter()
        .fold(message, |message, (fact, value)| message.arg(fact, value.clone()));
    let paper = reason.rule.as_ref().map(|rule| rule.source.to_string()).unwrap_or_default();
    Refusal::Rule(message.arg("name", name.clone()).arg("paper", paper))
}

/// The nominations of a movement that a sitting carried, in its order.
fn carried<'a>(
    sitting: &'a SittingView,
    movement: &'a str,
) -> impl Iterator<Item = &'a Nomination> {
    let items = sitting.items.iter().filter(|item| item.carried == Some(true));
    items.map(|item| &item.nomination).filter(move |nomination| nomination.movement == movement)
}

/// The nominations of a movement that a sitting did not carry, each with the count by its own rule.
fn not_carried(sitting: &SittingView, movement: &str) -> Vec<(Nomination, Answer)> {
    let of_movement = sitting.items.iter().filter(|item| item.nomination.movement == movement);
    let missed = of_movement.filter(|item| item.carried == Some(false));
    missed
        .filter_map(|item| Some((item.nomination.clone(), item.tally.as_ref()?.answer.clone())))
        .collect()
}

/// Whether the commune's chairman may decide an award by a decision of that day.
pub(crate) fn may_decide(app: &App, award: &str, day: Date) -> Answer {
    authority::may_decide(&app.catalog, award, UnitKind::Commune, day)
}

/// The nominations that the sitting carried and that a decision does not hold, with the reason.
///
/// # Errors
/// [`Refusal::Forbidden`] for those who may not read the council's sittings; of the store.
pub fn left_out(
    app: &App,
    by: &Person,
    decision: &Decision,
) -> Result<Vec<(Nomination, Answer)>, Refusal> {
    Ok(left_out_of(app, &councils::sitting(app, by, &decision.sitting)?, decision))
}

/// As [`left_out`], of a sitting that was read already.
pub(super) fn left_out_of(
    app: &App,
    sitting: &SittingView,
    decision: &Decision,
) -> Vec<(Nomination, Answer)> {
    let held = |id: &str| decision.awarded.iter().any(|line| line.nomination == id);
    let missing = carried(sitting, &decision.movement)
        .filter(|one| !held(&one.id) && one.state != Stand::Awarded);
    let day = decision.day(app.today());
    missing.map(|one| (one.clone(), may_decide(app, &one.award, day))).collect()
}

/// The documents in force today that a draft does not cite: it may have been written under other law.
pub(super) fn uncited(app: &App, decision: &Decision) -> Vec<String> {
    let bases = decision.wording.bases().join("\n");
    let regime = app.catalog.regime(app.today()).map(|regime| regime.value.documents.as_slice());
    let number = |document: &str| document.rsplit(' ').next().unwrap_or_default().to_owned();
    let missing = regime.unwrap_or_default().iter();
    missing.filter(|document| !bases.contains(&number(document))).cloned().collect()
}

/// The words of a decision as the office's template first proposes them.
pub(crate) fn usual_words(app: &App, by: &Person, proposal: &Proposal) -> Result<Form, Refusal> {
    let decision = as_draft(app, by, proposal, Wording::unsaid())?;
    let about = About {
        movement: proposal.movement.clone(),
        sitting: Some((proposal.sitting.council_name.clone(), proposal.sitting.held_on)),
        key: String::new(),
    };
    let template = templates::current(app, by, &AWARD_DECISION)?;
    let words = template.fill(&values(app, by, &decision, &about)?)?;
    Ok(Form::from_pairs([
        ("abstract", words.abstract_),
        ("bases", words.bases.join("\n")),
        ("recipients", words.recipients.join("\n")),
        ("reward_source", decision.wording.reward_source().code().to_owned()),
    ]))
}

/// The draft that a proposal would become.
fn as_draft(
    app: &App,
    by: &Person,
    proposal: &Proposal,
    wording: Wording,
) -> Result<Decision, Refusal> {
    let year = proposal.sitting.held_on.year();
    let line = |(seq, nomination): (i64, &Nomination)| {
        Ok::<_, Refusal>(Awarded {
            seq,
            nomination: nomination.id.clone(),
            award: nomination.award.clone(),
            kind: nomination.contestant.kind,
            on_paper: propose(app, by, &nomination.contestant, &proposal.movement, year)?,
            reward: None,
            code: None,
            standing: Standing::InForce,
            version: 1,
        })
    };
    Ok(Decision {
        id: app.new_id(),
        movement: proposal.movement.id.clone(),
        sitting: proposal.sitting.id.clone(),
        state: State::Draft,
        wording,
        number: None,
        symbol: SYMBOL.to_owned(),
        issued_on: None,
        signer_post: HEAD.to_owned(),
        signer_name: String::new(),
        paper: None,
        discarded_because: None,
        key: None,
        version: 1,
        awarded: (1..).zip(&proposal.taken).map(line).collect::<Result<_, _>>()?,
    })
}

/// Drafts a decision from what a closed sitting carried in a movement; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting is not closed, when nobody
/// was carried by the rule of their own award at a quorum and left for the commune to commend, or when there is such a decision already.
pub fn draft(
    app: &App,
    by: &Person,
    sitting: &str,
    movement: &str,
    wording: &Wording,
) -> Result<String, Refusal> {
    let proposal = proposal(app, by, sitting, movement)?;
    if proposal.taken.is_empty() && proposal.part > 1 {
        return Err(Refusal::rule("decision-drafted-already"));
    }
    if proposal.taken.is_empty() {
        return Err(nobody(&proposal));
    }
    let drafted = as_draft(app, by, &proposal, wording.clone())?;
    app.write(by, |tx| {
        add(tx, &drafted, proposal.part)?;
        drafted.awarded.iter().try_for_each(|line| add_line(tx, &drafted.id, line))
    })
    .map_err(|refusal| match refusal {
        Refusal::Store(chungsuc_store::StoreError::Duplicate(_)) => {
            Refusal::rule("decision-drafted-already")
        }
        other => other,
    })?;
    Ok(drafted.id)
}

fn add(tx: &mut Writer<'_>, drafted: &Decision, part: i64) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let [abstract_, bases, recipients, source] = drafted.wording.params();
    let row = [
        commune.as_str().into(),
        (&drafted.id).into(),
        (&drafted.movement).into(),
        (&drafted.sitting).into(),
        abstract_,
        bases,
        recipients,
        source,
        (&drafted.symbol).into(),
        (&drafted.signer_post).into(),
        part.into(),
    ];
    Ok(tx.change(Change::create(RECORD, &drafted.id, &drafted.kept())?, sql::ADD, &row)?)
}

fn add_line(tx: &mut Writer<'_>, id: &str, line: &Awarded) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let [recipient, address, achievement] = line.on_paper.params();
    let row = [
        commune.as_str().into(),
        id.into(),
        line.seq.into(),
        (&line.nomination).into(),
        (&line.award).into(),
        line.kind.code().into(),
        recipient,
        address,
        achievement,
    ];
    let change = Change::create(AWARD_RECORD, format!("{id}/{}", line.seq), &line.on_paper)?;
    Ok(tx.change(change, sql::ADD_AWARDED, &row)?)
}

/// Rewords a draft that was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when it was issued; a conflict when
/// somebody was faster.
pub fn correct(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    wording: &Wording,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let old = find(app, by, id)?;
    old.must_be_draft()?;
    let change = Change::update(RECORD, id, &old.kept(), &Kept { wording, ..old.kept() })?;
    app.write(by, |tx| {
        let key = [by.commune.as_str().into(), id.into(), version.into()];
        let params = [wording.params().as_slice(), &key].concat();
        Ok(tx.change(change, sql::CORRECT, &params)?)
    })
}

/// Rewords one certificate of a draft; its line was read in state `version`.
///
/// # Errors
/// As [`correct`].
pub fn reword(
    app: &App,
    by: &Person,
    id: &str,
    seq: i64,
    version: i64,
    words: &OnPaper,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let decision = find(app, by, id)?;
    let old = decision.awarded.iter().find(|line| line.seq == seq).ok_or(Refusal::NotFound)?;
    decision.must_be_draft()?;
    let change = Change::update(AWARD_RECORD, format!("{id}/{seq}"), &old.on_paper, words)?;
    app.write(by, |tx| {
        let key = [by.commune.as_str().into(), id.into(), seq.into(), version.into()];
        let params = [words.params().as_slice(), &key].concat();
        Ok(tx.change(change, sql::REWORD, &params)?)
    })
}
