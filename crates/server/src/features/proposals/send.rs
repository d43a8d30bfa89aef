//! How a proposal comes in: by the public page, or written down for somebody who came by.

use chungsuc_store::{Author, Change, Writer};

use super::{Kept, RECORD, State, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Who the journal names for what came by the public page.
const PUBLIC: &str = "system:public";
/// Proposals of the public page that wait at most: who floods it cannot fill the database.
const MOST_WAITING: i64 = 200;
/// Letters of a name, a day or a way to reach somebody, at most.
const LINE: usize = 200;
/// Letters of a deed, at most: a page.
const PAGE: usize = 3_000;

/// What somebody tells.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewProposal<'a> {
    /// Who did it.
    pub who: &'a str,
    /// Code of the village; may be empty.
    pub village: &'a str,
    /// What was done.
    pub deed: &'a str,
    /// When.
    pub happened: &'a str,
    /// Who tells of it; may be empty.
    pub proposer: &'a str,
    /// How to reach them; may be empty.
    pub contact: &'a str,
    /// A picture of it.
    pub photo: Option<&'a NewFile>,
}

/// Takes in what came by the public page of a commune; gives its id, by which the answer is read.
///
/// # Errors
/// [`Refusal::Invalid`] with the fields of [`NewProposal`]; a rule, when too many wait already;
/// [`Refusal::NotFound`] for a commune that is not there.
pub fn send(app: &App, commune: &str, new: &NewProposal<'_>) -> Result<String, Refusal> {
    units::find(app, commune)?.ok_or(Refusal::NotFound)?;
    let village = checked(app, commune, new)?;
    let author =
        Author { commune: commune.to_owned(), actor: PUBLIC.to_owned(), at: app.clock.now() };
    app.store.write(&author, |tx| {
        let waiting = tx.first(sql::WAITING, &[commune.into()], |row| row.get::<i64>(0))?;
        if waiting.unwrap_or_default() >= MOST_WAITING {
            return Err(Refusal::rule("proposal-too-many"));
        }
        add(app, tx, new, village.as_ref(), None)
    })
}

/// Writes down what somebody told who came by; a village head what concerns the own village.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields of [`NewProposal`].
pub fn enter(app: &App, by: &Person, new: &NewProposal<'_>) -> Result<String, Refusal> {
    by.must_somewhere(Act::EnterProposals)?;
    let village = checked(app, &by.commune, new)?;
    let code = village.as_ref().map(|unit| unit.code.as_str());
    if code.is_none() && by.villages_for(Act::EnterProposals).is_some() {
        return Err(Refusal::field("village", Message::new("field-missing")));
    }
    by.must(Act::EnterProposals, Place { commune: &by.commune, village: code })?;
    app.write(by, |tx| add(app, tx, new, village.as_ref(), Some(&by.account)))
}

fn add(
    app: &App,
    tx: &mut Writer<'_>,
    new: &NewProposal<'_>,
    village: Option<&Unit>,
    entered_by: Option<&str>,
) -> Result<String, Refusal> {
    let commune = tx.author().commune.clone();
    let photo = new.photo.map(|photo| files::keep(app, tx, photo)).transpose()?;
    let id = app.new_id();
    let kept = Kept { state: State::New, village: village.map(|unit| unit.name.as_str()) };
    let row = [
        commune.as_str().into(),
        (&id).into(),
        new.who.trim().into(),
        village.map(|unit| unit.code.as_str()).into(),
        new.deed.trim().into(),
        new.happened.trim().into(),
        new.proposer.trim().into(),
        new.contact.trim().into(),
        photo.as_deref().into(),
        app.today().into(),
        entered_by.into(),
    ];
    tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD, &row)?;
    Ok(id)
}

/// Every field at once; gives the village.
fn checked(app: &App, commune: &str, new: &NewProposal<'_>) -> Result<Option<Unit>, Refusal> {
    let mut errors = Errors::default();
    for (field, text) in [("who", new.who), ("deed", new.deed), ("happened", new.happened)] {
        if text.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    let lines = [
        ("who", new.who, LINE),
        ("deed", new.deed, PAGE),
        ("happened", new.happened, LINE),
        ("proposer", new.proposer, LINE),
        ("contact", new.contact, LINE),
    ];
    for (field, text, most) in lines {
        if text.trim().chars().count() > most {
            errors.add(field, Message::new("proposal-too-long").arg("most", most.to_string()));
        }
    }
    let villages = units::villages(app, commune)?.into_iter();
    let mut villages = villages.filter(|unit| unit.exists_on(app.today()));
    let village = villages.find(|unit| unit.code == new.village);
    if village.is_none() && !new.village.is_empty() {
        errors.add("village", Message::new("proposal-village-unknown"));
    }
    if errors.is_empty() { Ok(village) } else { Err(errors.into()) }
}
