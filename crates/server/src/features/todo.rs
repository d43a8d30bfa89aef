//! Something that waits for a person: features name it, the desk shows it.

use jiff::civil::Date;

use crate::web::Message;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Todo {
    /// What it is, worded by the feature that knows it.
    pub(crate) what: Message,
    /// The page on which it is done.
    pub(crate) href: String,
    /// The last day to do it; nothing when it only waits.
    pub(crate) due: Option<Date>,
}
