//! Drafting a correction or a revocation: which lines, why, and of a correction the new words.

use chungsuc_domain::catalog::{Revocation, Sourced};
use chungsuc_domain::text::fold;
use chungsuc_store::{Change, Param, Writer};
use serde::Serialize;

use super::super::wording::{lines, paragraph};
use super::super::{Awarded, Decision, HEAD, OnPaper, SYMBOL, State};
use super::{Amendment, Kind, LINE_RECORD, Line, RECORD, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Form, Message};

/// Why a decision is corrected or commendations are taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Code of the ground in the catalog; none for a correction, or where the catalog is silent.
    pub ground: Option<String>,
    /// What was found, and in which paper.
    pub facts: String,
    /// What it rests on besides the law and the decision, a line each.
    pub bases: String,
}

impl Words {
    /// Reads a form with the fields `ground`, `facts`, `bases`. `law` is what the law of the day says of
    /// taking back: where it says nothing, whoever decides names the basis.
    ///
    /// # Errors
    /// What is missing, unknown or too long, field by field.
    pub fn read(
        form: &Form,
        kind: Kind,
        law: Option<&Sourced<Revocation>>,
    ) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let facts = paragraph(form, "facts", &mut errors);
        let ground = form.filled("ground").map(str::to_owned);
        let ground = match (kind, law) {
            (Kind::Correction, _) | (Kind::Revocation, None) => None,
            (Kind::Revocation, Some(law)) => {
                let known = ground.filter(|code| law.value.ground(code).is_some());
                if known.is_none() {
                    errors.add("ground", Message::new("field-missing"));
                }
                known
            }
        };
        let silent = kind == Kind::Revocation && law.is_none();
        let bases = match form.filled("bases") {
            None if silent => {
                errors.add("bases", Message::new("amendment-basis-missing"));
                String::new()
            }
            None => String::new(),
            Some(_) => lines(form, "bases", &mut errors),
        };
        if errors.is_empty() { Ok(Self { ground, facts, bases }) } else { Err(errors) }
    }

    /// A form filled with these words.
    pub(in super::super) fn form(&self) -> Form {
        Form::from_pairs([
            ("ground", self.ground.as_deref().unwrap_or_default()),
            ("facts", &self.facts),
            ("bases", &self.bases),
        ])
    }

    fn params(&self) -> [Param<'_>; 3] {
        [self.ground.as_deref().into(), (&self.facts).into(), (&self.bases).into()]
    }
}

/// What the journal keeps of a line that is corrected.
#[derive(Serialize)]
struct KeptLine<'a> {
    entry: i64,
    #[serde(flatten)]
    words: Option<&'a OnPaper>,
}

/// Drafts a correction or a revocation of these lines of an issued decision; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `line`, when none is chosen, or one is
/// unknown or was taken back; a rule, when the decision is not issued.
pub fn amend(
    app: &App,
    by: &Person,
    decision: &Decision,
    kind: Kind,
    chosen: &[i64],
    words: &Words,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    if decision.state != State::Issued {
        return Err(Refusal::rule("amendment-of-draft"));
    }
    let lines = chosen_of(decision, chosen)?;
    let drafted = Amendment {
        id: app.new_id(),
        decision: decision.id.clone(),
        kind,
        state: State::Draft,
        words: words.clone(),
        discarded_because: None,
        number: None,
        symbol: SYMBOL.to_owned(),
        issued_on: None,
        signer_post: HEAD.to_owned(),
        signer_name: String::new(),
        paper: None,
        docx: None,
        pdf: None,
        version: 1,
        lines: lines.into_iter().map(|line| as_line(kind, line)).collect(),
    };
    app.write(by, |tx| add(tx, &drafted))?;
    Ok(drafted.id)
}

fn as_line(kind: Kind, line: &Awarded) -> Line {
    let words = (kind == Kind::Correction).then(|| line.words().clone());
    Line { seq: line.seq, words, code: None, version: 1 }
}

/// The lines that are chosen, each once and in the order of the list.
fn chosen_of<'a>(decision: &'a Decision, chosen: &[i64]) -> Result<Vec<&'a Awarded>, Refusal> {
    let refuse = |message| Err(Refusal::field("line", message));
    let known = |seq: &&i64| decision.awarded.iter().any(|line| line.seq == **seq);
    if chosen.is_empty() || !chosen.iter().all(|seq| known(&seq)) {
        return refuse(Message::new("amendment-no-line"));
    }
    let lines: Vec<&Awarded> =
        decision.awarded.iter().filter(|line| chosen.contains(&line.seq)).collect();
    match lines.iter().find(|line| line.standing.is_revoked()) {
        Some(gone) => {
            let name = gone.words().recipient.clone();
            refuse(Message::new("amendment-revoked-already").arg("name", name))
        }
        None => Ok(lines),
    }
}

fn add(tx: &mut Writer<'_>, drafted: &Amendment) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let [ground, facts, bases] = drafted.words.params();
    let row = [
        commune.as_str().into(),
        (&drafted.id).into(),
        (&drafted.decision).into(),
        drafted.kind.code().into(),
        ground,
        facts,
        bases,
        (&drafted.symbol).into(),
        (&drafted.signer_post).into(),
    ];
    tx.change(Change::create(RECORD, &drafted.id, &drafted.kept())?, sql::ADD, &row)?;
    for line in &drafted.lines {
        let kept = KeptLine { entry: line.seq, words: line.words.as_ref() };
        let change = Change::create(LINE_RECORD, format!("{}/{}", drafted.id, line.seq), &kept)?;
        let folded = line.words.as_ref().map(|words| fold(&words.recipient));
        let word = |part: fn(&OnPaper) -> &String| line.words.as_ref().map(part);
        let row = [
            commune.as_str().into(),
            (&drafted.id).into(),
            (&drafted.decision).into(),
            line.seq.into(),
            word(|words| &words.recipient).map(String::as_str).into(),
            word(|words| &words.address).map(String::as_str).into(),
            word(|words| &words.achievement).map(String::as_str).into(),
            folded.as_deref().into(),
        ];
        tx.change(change, sql::ADD_LINE, &row)?;
    }
    Ok(())
}

/// Changes why it is decided, in a draft that was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when it is no draft; a conflict when somebody
/// was faster.
pub fn correct_words(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    words: &Words,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let old = find(app, by, id)?;
    old.must_be_draft()?;
    let new = Amendment { words: words.clone(), ..old.clone() };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let key = [by.commune.as_str().into(), id.into(), version.into()];
    let row = [words.params().as_slice(), &key].concat();
    app.write(by, |tx| Ok(tx.change(change, sql::CORRECT, &row)?))
}

/// Rewords a line of a draft correction; its line was read in state `version`.
///
/// # Errors
/// As [`correct_words`].
pub fn reword_line(
    app: &App,
    by: &Person,
    id: &str,
    seq: i64,
    version: i64,
    words: &OnPaper,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let amendment = find(app, by, id)?;
    let old = amendment.lines.iter().find(|line| line.seq == seq);
    let old = old.and_then(|line| line.words.as_ref()).ok_or(Refusal::NotFound)?;
    amendment.must_be_draft()?;
    let change = Change::update(LINE_RECORD, format!("{id}/{seq}"), old, words)?;
    let folded = fold(&words.recipient);
    let key = [(&folded).into(), by.commune.as_str().into(), id.into(), seq.into(), version.into()];
    let row = [words.params().as_slice(), &key].concat();
    app.write(by, |tx| Ok(tx.change(change, sql::REWORD, &row)?))
}

/// Discards a draft that was seen in state `version`; it stays to be read.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a
/// rule, when it is no draft any more; a conflict when somebody was faster.
pub fn discard(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let draft = find(app, by, id)?;
    draft.must_be_draft()?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let discarded = Amendment { state: State::Discarded, ..draft.clone() };
    let change = Change::update(RECORD, id, &draft.kept(), &discarded.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DISCARD, &row)?))
}
