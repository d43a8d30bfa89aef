//! The first page of everybody at work: what is due, what waits.

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
}
