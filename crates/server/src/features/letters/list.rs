//! The list of letters, and those about one record.

use super::{Letter, State, Subject, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::Readers;
use crate::features::search::{self, Listing};
use crate::refusal::Refusal;
use crate::web::{Count, Paging};

/// Which letters are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Words of what they are about, with diacritics or without.
    pub words: &'a str,
    /// Of the sort with this code only.
    pub sort: Option<&'a str>,
    /// In this state only.
    pub state: Option<State>,
}

/// A page of the letters as far as the person may read them: drafts, then the newest. A village head
/// finds the reports on the nominees of the own village.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    wanted: Wanted<'_>,
    place: &Paging,
) -> Result<(Vec<Letter>, Count), Refusal> {
    by.must_somewhere(Act::ReadPapers)?;
    let own = by.villages_for(Act::ReadNominations).unwrap_or_default();
    let only = by.must_in_commune(Act::ReadCouncil).is_err().then_some(Readers::Staff);
    let pattern = search::pattern(wanted.words);
    let filter = [
        by.commune.as_str().into(),
        only.map(Readers::code).into(),
        own.first().copied().into(),
        pattern.as_deref().into(),
        wanted.sort.into(),
        wanted.state.map(State::code).into(),
    ];
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, place, Letter::read)?))
}

/// What is written about a record, as far as the person may read it; the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn about(app: &App, by: &Person, subject: &Subject) -> Result<Vec<Letter>, Refusal> {
    by.must_somewhere(Act::ReadPapers)?;
    let key = [by.commune.as_str().into(), subject.id().into()];
    let mut found: Vec<Letter> =
        app.read(|r| r.all(sql::ABOUT, &key, Letter::read).map_err(Refusal::from))?;
    found.retain(|letter| letter.is_seen_by(by));
    Ok(found)
}
