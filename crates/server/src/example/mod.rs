//! The worked example: the movement of xã Tơ Tung, lived through again by the program's own verbs.
//!
//! Every file of `examples/to-tung` becomes events; the events are done in the order of their days, in
//! the name of the person who did them, up to today. So each record has its history, each figure its
//! journal row, and nothing is there that a user could not have entered.

mod accounts;
mod achievements;
mod amendments;
mod awards;
mod charges;
mod checks;
mod clusters;
mod conditions;
mod contributions;
mod decisions;
mod directory;
mod events;
mod fund;
mod goals;
mod holds;
mod honours;
mod letters;
mod maps;
mod movements;
mod opinions;
mod papers;
mod proposals;
mod read;
mod recognition;
mod reports;
mod rules;
mod standards;
mod submissions;
mod succession;
mod surveys;
mod units;

use chungsuc_store::StoreError;
use jiff::civil::{Date, date};

use crate::app::App;
use crate::refusal::Refusal;

pub use accounts::{Login, Logins};
pub(crate) use events::{Event, Known};

include!(concat!(env!("OUT_DIR"), "/example_files.rs"));

/// Code of the commune of the example.
pub const COMMUNE: &str = "23668";

/// The day before everything: units and accounts are there from then on.
const BEGINNING: Date = date(2021, 12, 1);

/// What went wrong while the example was lived through.
#[derive(Debug, thiserror::Error)]
pub enum ExampleError {
    /// A file cannot be read as it should be.
    #[error("examples/to-tung/{file}: {why}")]
    File {
        /// Its name.
        file: &'static str,
        /// Line and reason.
        why: String,
    },
    /// A verb said no.
    #[error("{event}: {refusal:?}")]
    Refused {
        /// Which event.
        event: String,
        /// What it said.
        refusal: Refusal,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes the example in an empty database, up to the program's today.
///
/// # Errors
/// [`ExampleError`]; the database is then of no use.
pub fn load(app: &App) -> Result<Logins, ExampleError> {
    units::load(app)?;
    let (logins, mut known) = accounts::load(app)?;
    let mut events = events()?;
    events.retain(|event| event.at <= app.clock.now());
    // Stable: what happened at the same moment stays in the order of the features.
    events.sort_by_key(|event| event.at);
    for event in events {
        event.happen(app, &mut known)?;
    }
    Ok(logins)
}

/// The events of every feature, in the order in which features run downstream.
fn events() -> Result<Vec<Event>, ExampleError> {
    let mut all = directory::events()?;
    all.extend(papers::events()?);
    all.extend(movements::events()?);
    all.extend(rules::events()?);
    all.extend(charges::events()?);
    all.extend(standards::events()?);
    all.extend(surveys::events()?);
    all.extend(clusters::events()?);
    all.extend(checks::events()?);
    all.extend(succession::events()?);
    all.extend(goals::events()?);
    all.extend(maps::events());
    all.extend(contributions::events()?);
    all.extend(honours::events()?);
    all.extend(holds::events()?);
    all.extend(proposals::events()?);
    all.extend(fund::events()?);
    all.extend(awards::events()?);
    all.extend(conditions::events()?);
    all.extend(opinions::events()?);
    all.extend(decisions::events()?);
    all.extend(amendments::events()?);
    all.extend(recognition::events()?);
    all.extend(letters::events()?);
    all.extend(achievements::events()?);
    all.extend(submissions::events()?);
    all.extend(reports::events()?);
    Ok(all)
}
