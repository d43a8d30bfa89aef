//! The components: functions and small builders that turn typed arguments into markup.
//!
//! Components take words that are already chosen; only their own words come from `Language`.

mod buttons;
mod confirm;
mod draft;
mod empty;
mod facts;
mod field;
mod figure;
mod nav;
mod notice;
mod page;
mod steps;
mod summary;
mod table;
mod tag;
mod timeline;

pub use buttons::{button, button_link, button_quiet, buttons};
pub use confirm::Confirm;
pub use draft::draft;
pub use empty::empty;
pub use facts::{Fact, facts};
pub use field::{Choice, Field, Kind, fields};
pub use figure::{figure, figures};
pub use nav::{NavGroup, NavItem};
pub use notice::{Tone, notice};
pub use page::{Page, Reader};
pub use steps::{Step, StepState, steps};
pub use summary::error_summary;
pub use table::{Cells, Column, Table, filter};
pub use tag::{State, tag, tag_of};
pub use timeline::{Event, timeline};

#[cfg(test)]
mod tests;
