//! Drafting a letter: what an officer types for it, changed until it is issued.

use chungsuc_domain::text::fold;
use chungsuc_press::Capacity;
use chungsuc_store::{Change, Param};

use super::scene::{Matter, Scene};
use super::text::written;
use super::writing::{Question, Writing, ask, begin};
use super::{Letter, RECORD, State, Subject, find, sql};
use crate::access::Person;
use crate::app::App;
use crate::catalog;
use crate::refusal::{Refusal, capacity};
use crate::web::{Errors, Form, Message};

/// What is typed for one letter.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The answers to its questions.
    pub words: Form,
    /// As what its signer signs, a line each: “TM. Hội đồng”, “Chủ tịch”.
    pub signer_post: String,
    /// Who signs; may be left open in a draft.
    pub signer_name: String,
}

impl Typed {
    /// Reads what was sent, against what is asked.
    fn read(sent: &Form, asked: &[Question]) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        for question in asked {
            let answer = sent.text(&question.name);
            let known = question.choices.iter().any(|(value, _)| value == answer);
            if question.required && answer.is_empty() {
                errors.add(&question.name, Message::new("field-missing"));
            } else if !question.choices.is_empty() && !answer.is_empty() && !known {
                errors.add(&question.name, Message::new("error-invalid"));
            }
        }
        let signer_post = sent.required("signer_post", &mut errors).to_owned();
        if let Err(error) = Capacity::read(&signer_post) {
            errors.add("signer_post", capacity(error));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let answers = asked.iter().map(|one| (one.name.clone(), sent.text(&one.name)));
        let signer_name = sent.text("signer_name").to_owned();
        Ok(Self { words: Form::from_pairs(answers), signer_post, signer_name })
    }

    /// The form that shows it again.
    pub(super) fn form(&self, version: i64) -> Form {
        let mut form = self.words.clone();
        form.set("signer_post", &self.signer_post);
        form.set("signer_name", &self.signer_name);
        form.set("version", version.to_string());
        form
    }
}

/// Drafts a letter of a sort about a record; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the names of the
/// questions, `signer_post`; a rule, when the record is not ready for it.
pub fn draft(
    app: &App,
    by: &Person,
    sort: &str,
    subject: &Subject,
    sent: &Form,
) -> Result<String, Refusal> {
    let (writing, matter) = begin(app, by, sort, subject)?;
    let scene = Scene::new(app, by);
    let typed = Typed::read(sent, &ask(&scene, writing, &matter)?)?;
    let title = written(&scene, writing, &matter, &typed)?.document.abstract_;
    let letter = Letter {
        id: app.new_id(),
        sort: writing.sort,
        subject: subject.clone(),
        title,
        typed,
        readers: writing.readers,
        state: State::Draft,
        reason: None,
        number: None,
        symbol: symbol(writing, &matter)?,
        issued_on: None,
        paper: None,
        docx: None,
        pdf: None,
        village: matter.place(&by.commune).village.map(str::to_owned),
        version: 1,
    };
    add(app, by, &letter)?;
    Ok(letter.id)
}

/// What stands behind the number, by the type's rule; empty for what takes none of ours.
fn symbol(writing: &Writing, matter: &Matter) -> Result<String, Refusal> {
    if !writing.takes_a_number(matter) {
        return Ok(String::new());
    }
    let kinds = catalog::kinds()?;
    let kind = kinds.named(writing.sort.kind).ok_or(Refusal::NotFound)?;
    let number = kind.number(None, writing.abbreviation);
    Ok(number.ok_or(Refusal::NotFound)?.symbol)
}

fn add(app: &App, by: &Person, letter: &Letter) -> Result<(), Refusal> {
    let [sitting, movement, nomination, recognition] = letter.subject.columns();
    let row = [
        by.commune.as_str().into(),
        (&letter.id).into(),
        letter.sort.code.into(),
        sitting,
        movement,
        nomination,
        recognition,
        (&letter.title).into(),
        Param::Owned(fold(&letter.title)),
        Param::Owned(letter.typed.words.encode()),
        (&letter.typed.signer_post).into(),
        (&letter.typed.signer_name).into(),
        letter.readers.code().into(),
        (&letter.symbol).into(),
    ];
    let change = Change::create(RECORD, &letter.id, &letter.kept())?;
    app.write(by, |tx| Ok(tx.change(change, sql::ADD, &row)?))
}

/// Changes a draft that was read in state `version`.
///
/// # Errors
/// As [`draft`]; a rule, when it is no draft any more; a conflict when somebody was faster.
pub fn correct(app: &App, by: &Person, id: &str, version: i64, sent: &Form) -> Result<(), Refusal> {
    let old = find(app, by, id)?;
    old.must_be_written_by(by)?;
    old.must_be_draft()?;
    let writing = old.writing()?;
    let (scene, matter) = (Scene::new(app, by), Matter::read(app, by, &old.subject)?);
    let typed = Typed::read(sent, &ask(&scene, writing, &matter)?)?;
    let title = written(&scene, writing, &matter, &typed)?.document.abstract_;
    let new = Letter { title, typed, ..old.clone() };
    let row = [
        (&new.title).into(),
        Param::Owned(fold(&new.title)),
        Param::Owned(new.typed.words.encode()),
        (&new.typed.signer_post).into(),
        (&new.typed.signer_name).into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    app.write(by, |tx| Ok(tx.change(change, sql::CORRECT, &row)?))
}

/// Discards a draft that was seen in state `version`.
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
    let draft = find(app, by, id)?;
    draft.must_be_written_by(by)?;
    draft.must_be_draft()?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let discarded = Letter { state: State::Discarded, ..draft.clone() };
    let change = Change::update(RECORD, id, &draft.kept(), &discarded.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DISCARD, &row)?))
}
