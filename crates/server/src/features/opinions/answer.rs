//! What an officer answers.

use chungsuc_domain::codes;
use chungsuc_store::Change;

use super::{Opinion, RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::nominations::{self, Mending, Stage, Wanted};
use crate::refusal::Refusal;
use crate::web::Message;

codes! {
    /// What an officer says.
    Choice {
        /// It may go before the council.
        Agree = "agree",
        /// It should not.
        Disagree = "disagree",
        /// Parts of it should be mended first.
        Supplement = "supplement",
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// What the officer says.
    pub choice: Choice,
    /// In words; what is wanted, where something should be mended.
    pub words: &'a str,
    /// A file with it.
    pub file: Option<&'a NewFile>,
    /// Which parts should be mended, and until when.
    pub wanted: Option<Wanted<'a>>,
}

/// Whether what the officer wanted mended has come back.
pub(super) fn is_mended(app: &App, by: &Person, of: &Opinion) -> Result<bool, Refusal> {
    Ok(mending(app, by, of)?.is_some_and(|one| one.stage == Stage::Mended))
}

/// The request that an opinion waits for.
pub(super) fn mending(app: &App, by: &Person, of: &Opinion) -> Result<Option<Mending>, Refusal> {
    let Some(id) = &of.mending else { return Ok(None) };
    let all = nominations::mendings(app, &by.commune, &of.nomination)?;
    Ok(all.into_iter().find(|one| one.id == *id))
}

/// Answers what was asked, seen in state `version`. Who wants something mended is asked again once it
/// is.
///
/// # Errors
/// [`Refusal::Forbidden`] for anybody but the officer who was asked; [`Refusal::NotFound`];
/// [`Refusal::Invalid`] with the fields `words`, `parts`, `mend_due`; a rule, when it was answered, or
/// waits for who proposed; a conflict.
pub fn answer(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    said: &Answer<'_>,
) -> Result<(), Refusal> {
    by.must_somewhere(Act::GiveOpinions)?;
    let known = find(app, by, id)?;
    if known.officer != by.account {
        return Err(Refusal::Forbidden);
    }
    let waited_for = mending(app, by, &known)?;
    may_answer(&known, waited_for.as_ref())?;
    let words = said.words.trim();
    if words.is_empty() && said.choice != Choice::Agree {
        return Err(Refusal::field("words", Message::new("field-missing")));
    }
    let wanted = said.wanted.as_ref().filter(|_| said.choice == Choice::Supplement);
    if said.choice == Choice::Supplement {
        let no_part = || Refusal::field("parts", Message::new("nomination-mend-no-part"));
        let nomination = nominations::of_commune(app, &by.commune, &known.nomination)?;
        nominations::check_wanted(app, &nomination, wanted.ok_or_else(no_part)?)?;
    }
    let state = match said.choice {
        Choice::Agree => State::Agreed,
        Choice::Disagree => State::Disagreed,
        Choice::Supplement => State::Supplement,
    };
    let change = Change::update(RECORD, id, &known.kept(known.state), &known.kept(state))?;
    let change = if words.is_empty() { change } else { change.because(words) };
    app.write(by, |tx| {
        if let Some(mended) = &waited_for {
            nominations::close_in(tx, mended)?;
        }
        let wanted = wanted.map(|it| nominations::add_mending(app, tx, &known.nomination, it));
        let mending = wanted.transpose()?;
        let file = said.file.map(|file| files::keep(app, tx, file)).transpose()?;
        let row = [
            state.code().into(),
            words.into(),
            file.as_deref().or(known.file.as_deref()).into(),
            app.today().into(),
            mending.as_deref().into(),
            by.commune.as_str().into(),
            id.into(),
            version.into(),
        ];
        Ok(tx.change(change, sql::ANSWER, &row)?)
    })
}

fn may_answer(known: &Opinion, waited_for: Option<&Mending>) -> Result<(), Refusal> {
    match (known.state, waited_for.map(|one| one.stage)) {
        (State::Asked, _) | (State::Supplement, Some(Stage::Mended)) => Ok(()),
        (State::Supplement, _) => Err(Refusal::rule("opinion-waits")),
        _ => Err(Refusal::rule("opinion-answered-already")),
    }
}
