//! Where a record stands on its way.

use maud::{Markup, html};

use crate::web::Language;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Here we are.
    Current,
    /// Still to come.
    Ahead,
}

/// One step.
pub struct Step<'a> {
    /// What it is called.
    pub label: &'a str,
    /// How far it is.
    pub state: StepState,
    /// Who or when, if known.
    pub note: &'a str,
}

/// The steps in their order, each with its state in words for those who cannot see it.
pub fn steps(l: Language, way: &[Step<'_>]) -> Markup {
    html! {
        ol.steps {
            @for step in way {
                @let (class, shape, word) = match step.state {
                    StepState::Done => ("done", "✓", l.t("step-done")),
                    StepState::Current => ("current", "●", l.t("step-current")),
                    StepState::Ahead => ("ahead", "○", l.t("step-ahead")),
                };
                li class=(class) aria-current=[(class == "current").then_some("step")] {
                    span.shape aria-hidden="true" { (shape) }
                    span.words {
                        span.hidden { (word) ": " }
                        (step.label)
                        @if !step.note.is_empty() { span.note { (step.note) } }
                    }
                }
            }
        }
    }
}
