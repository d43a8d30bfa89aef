//! Drafting: who of a closed sitting goes into a decision of the commune, and in which words.

use chungsuc_domain::date::show_long_date;
use chungsuc_domain::decision::{Answer, Verdict};
use chungsuc_domain::{SubjectKind, UnitKind, authority};
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;

use super::document::kind_word;
use super::office::{Office, propose};
use super::{AWARD_RECORD, Decision, Kept, OnPaper, RECORD, RewardSource, SYMBOL, State, Wording};
use super::{find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::councils::{self, SittingView};
use crate::features::movements::{self, Movement};
use crate::features::nominations::Nomination;
use crate::refusal::Refusal;
use crate::web::Form;

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
    /// The nominations that the commune may decide, in the order of the list.
    pub taken: Vec<Nomination>,
    /// Those that were carried and that the commune may not decide, with the reason.
    pub left_out: Vec<(Nomination, Answer)>,
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
    if !sitting.is_closed() {
        return Err(Refusal::rule("decision-sitting-open"));
    }
    let (mut taken, mut left_out) = (Vec::new(), Vec::new());
    for nomination in carried(&sitting, &movement.id) {
        let answer = may_decide(app, &nomination.award, app.today());
        match answer.verdict {
            Verdict::Yes => taken.push(nomination.clone()),
            Verdict::No | Verdict::PersonMustDecide => left_out.push((nomination.clone(), answer)),
        }
    }
    let place = |kind| ORDER.iter().position(|known| *known == kind);
    taken.sort_by_key(|nomination| place(nomination.contestant.kind));
    Ok(Proposal { sitting, movement, taken, left_out })
}

/// The nominations of a movement that a sitting carried, in its order.
fn carried<'a>(
    sitting: &'a SittingView,
    movement: &'a str,
) -> impl Iterator<Item = &'a Nomination> {
    let items = sitting.items.iter().filter(|item| item.carried == Some(true));
    items.map(|item| &item.nomination).filter(move |nomination| nomination.movement == movement)
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
    let missing = carried(sitting, &decision.movement).filter(|nomination| !held(&nomination.id));
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

/// The words of a decision as they are first proposed.
pub(crate) fn usual_words(app: &App, by: &Person, proposal: &Proposal) -> Form {
    let office = Office::of(&by.commune_name);
    let day = app.today();
    let regime = app.catalog.regime(day).map(|regime| regime.value.documents.as_slice());
    let cited = regime.unwrap_or_default().iter().map(|document| cite(document));
    let council = &proposal.sitting.council_name;
    let met = show_long_date(proposal.sitting.held_on);
    let request = format!("Theo đề nghị của {council} tại phiên họp {met}");
    let bases: Vec<String> = cited.chain([request]).collect();
    let recipients = [
        "Như Điều 3".to_owned(),
        "Thường trực Đảng ủy, Thường trực Hội đồng nhân dân".to_owned() + " " + &office.commune,
        "Lưu: VT, hồ sơ khen thưởng".to_owned(),
    ];
    let abstract_ = format!(
        "Về việc tặng Giấy khen cho {} có thành tích trong Phong trào thi đua “{}” năm {}",
        whom(&proposal.taken),
        proposal.movement.name,
        proposal.sitting.held_on.year(),
    );
    Form::from_pairs([
        ("abstract", abstract_),
        ("bases", bases.join("\n")),
        ("recipients", recipients.join("\n")),
        ("reward_source", RewardSource::Fund.code().to_owned()),
    ])
}

/// “tập thể, hộ gia đình, cá nhân”: the kinds that a list has, each once and in its order.
fn whom(taken: &[Nomination]) -> String {
    let mut kinds: Vec<&str> = taken.iter().map(|one| kind_word(one.contestant.kind)).collect();
    kinds.dedup();
    kinds.join(", ")
}

/// “Căn cứ Nghị định số 91/2017/NĐ-CP”, from a document as the catalog names it.
pub(crate) fn cite(document: &str) -> String {
    match document.rsplit_once(' ') {
        Some((kind, number)) if number.contains('/') => format!("Căn cứ {kind} số {number}"),
        _ => format!("Căn cứ {document}"),
    }
}

/// Drafts a decision from what a closed sitting carried in a movement; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting is not closed, when nobody
/// is left for the commune to commend, or when there is such a decision already.
pub fn draft(
    app: &App,
    by: &Person,
    sitting: &str,
    movement: &str,
    wording: &Wording,
) -> Result<String, Refusal> {
    let proposal = proposal(app, by, sitting, movement)?;
    if proposal.taken.is_empty() {
        return Err(Refusal::rule("decision-nobody"));
    }
    let year = proposal.sitting.held_on.year();
    let words = proposal
        .taken
        .iter()
        .map(|nomination| propose(app, by, &nomination.contestant, &proposal.movement, year));
    let words: Vec<OnPaper> = words.collect::<Result<_, _>>()?;
    let id = app.new_id();
    app.write(by, |tx| {
        add(tx, &id, &proposal, wording)?;
        for (seq, (nomination, words)) in (1_i64..).zip(proposal.taken.iter().zip(&words)) {
            add_line(tx, &id, seq, nomination, words)?;
        }
        Ok(())
    })
    .map_err(|refusal| match refusal {
        Refusal::Store(chungsuc_store::StoreError::Duplicate(_)) => {
            Refusal::rule("decision-drafted-already")
        }
        other => other,
    })?;
    Ok(id)
}

fn add(
    tx: &mut Writer<'_>,
    id: &str,
    proposal: &Proposal,
    wording: &Wording,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let (number, issued_on, signer_name) = (None, None, "");
    let kept = Kept { state: State::Draft, number, issued_on, signer_name, wording };
    let [abstract_, bases, recipients, source] = wording.params();
    let row = [
        commune.as_str().into(),
        id.into(),
        (&proposal.movement.id).into(),
        (&proposal.sitting.id).into(),
        abstract_,
        bases,
        recipients,
        source,
        SYMBOL.into(),
        "Chủ tịch".into(),
    ];
    Ok(tx.change(Change::create(RECORD, id, &kept)?, sql::ADD, &row)?)
}

fn add_line(
    tx: &mut Writer<'_>,
    id: &str,
    seq: i64,
    nomination: &Nomination,
    words: &OnPaper,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let [recipient, address, achievement] = words.params();
    let row = [
        commune.as_str().into(),
        id.into(),
        seq.into(),
        (&nomination.id).into(),
        (&nomination.award).into(),
        nomination.contestant.kind.code().into(),
        recipient,
        address,
        achievement,
    ];
    let change = Change::create(AWARD_RECORD, format!("{id}/{seq}"), words)?;
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
