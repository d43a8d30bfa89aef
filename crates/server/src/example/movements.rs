//! The plan, its movement, contestants and pledges, duties of the example.

use super::{Event, ExampleError};

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    Ok(Vec::new())
}
