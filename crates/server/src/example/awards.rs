//! Nominations, sittings, decisions of the example.

use super::{Event, ExampleError};

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    Ok(Vec::new())
}
