//! One sentence on top of a page: what was done, or what to mind.

use maud::{Markup, html};

/// The weight of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// Done.
    Good,
    /// Mind this.
    Warning,
    /// Late, refused or taken back.
    Bad,
}

impl Tone {
    /// The class of the stylesheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Bad => "bad",
        }
    }

    /// A shape, so that the weight is seen without colour.
    pub(super) fn shape(self) -> &'static str {
        match self {
            Self::Plain => "●",
            Self::Good => "✓",
            Self::Warning => "▲",
            Self::Bad => "✕",
        }
    }
}

/// A notice; screen readers say it when the page opens.
pub fn notice(tone: Tone, text: &Markup) -> Markup {
    html! {
        div class={ "notice " (tone.class()) } role="status" {
            span.shape aria-hidden="true" { (tone.shape()) }
            div { (text) }
        }
    }
}
