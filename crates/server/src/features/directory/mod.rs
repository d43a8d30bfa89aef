//! The bodies of the commune, its households and its persons: one record each.

use crate::access::Person;
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
}

/// What waits for this person here.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(_: &App, _: &Person) -> Result<Vec<Todo>, Refusal> {
    Ok(Vec::new())
}
