//! The history of a record, newest first.

use maud::{Markup, html};

/// One thing that happened.
pub struct Event<'a> {
    /// When, as it is read.
    pub when: &'a str,
    /// When, for machines (ISO 8601).
    pub stamp: &'a str,
    /// Who did it.
    pub who: &'a str,
    /// What was done.
    pub what: &'a str,
    /// The reason, the change or the papers, if any.
    pub detail: Option<Markup>,
}

/// The events in the order given.
pub fn timeline(events: &[Event<'_>]) -> Markup {
    html! {
        ol.timeline {
            @for event in events {
                li {
                    strong { (event.what) }
                    span.quiet { (event.who) " · " time datetime=(event.stamp) { (event.when) } }
                    @if let Some(detail) = &event.detail { div { (detail) } }
                }
            }
        }
    }
}
