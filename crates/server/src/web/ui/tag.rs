//! The state of a record: a word and a shape, never colour alone.

use maud::{Markup, html};

use super::Tone;
use crate::web::Language;

/// The states that records of every kind share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being written.
    Draft,
    /// On its way.
    Sent,
    /// Given back, with a reason.
    Returned,
    /// Given back one step, to who had found it right.
    Questioned,
    /// Looked at and found right.
    Verified,
    /// Taken up.
    Accepted,
    /// No longer changed.
    Frozen,
    /// Signed and numbered.
    Issued,
    /// Whole without a number of the office.
    Finished,
    /// Taken back; the record stays.
    Revoked,
    /// A draft that was given up; the record stays.
    Discarded,
    /// Owed since its day.
    Late,
    /// Law or figure that nobody has checked.
    Unchecked,
}

impl State {
    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "state-draft",
            Self::Sent => "state-sent",
            Self::Returned => "state-returned",
            Self::Questioned => "state-questioned",
            Self::Verified => "state-verified",
            Self::Accepted => "state-accepted",
            Self::Frozen => "state-frozen",
            Self::Issued => "state-issued",
            Self::Finished => "state-finished",
            Self::Revoked => "state-revoked",
            Self::Discarded => "state-discarded",
            Self::Late => "state-late",
            Self::Unchecked => "state-unchecked",
        }
    }

    fn look(self) -> (Tone, &'static str) {
        match self {
            Self::Draft => (Tone::Plain, "○"),
            Self::Sent => (Tone::Plain, "▷"),
            Self::Returned => (Tone::Warning, "◁"),
            Self::Questioned => (Tone::Warning, "?"),
            Self::Verified => (Tone::Good, "✓"),
            Self::Accepted => (Tone::Good, "●"),
            Self::Frozen => (Tone::Plain, "■"),
            Self::Issued => (Tone::Good, "★"),
            Self::Finished => (Tone::Good, "■"),
            Self::Revoked => (Tone::Bad, "✕"),
            Self::Discarded => (Tone::Plain, "✕"),
            Self::Late => (Tone::Bad, "▲"),
            Self::Unchecked => (Tone::Warning, "◇"),
        }
    }
}

/// The tag of a state.
pub fn tag(l: Language, state: State) -> Markup {
    let (tone, shape) = state.look();
    tag_of(tone, shape, l.t(state.key()))
}

/// A tag with a word of a feature's own.
pub fn tag_of(tone: Tone, shape: &str, word: &str) -> Markup {
    html! {
        span class={ "tag " (tone.class()) } {
            span aria-hidden="true" { (shape) } " " (word)
        }
    }
}
