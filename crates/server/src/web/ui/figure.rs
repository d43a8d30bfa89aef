//! A big number, and the door to the rows behind it.

use maud::{Markup, html};

/// One number; `note` says its unit, its band or its date.
pub fn figure(number: &str, label: &str, href: &str, note: &str) -> Markup {
    html! {
        a.figure href=(href) {
            span.label { (label) }
            strong { (number) }
            @if !note.is_empty() { span.note { (note) } }
        }
    }
}

/// A row of numbers.
pub fn figures(row: &[Markup]) -> Markup {
    html! { div.figures { @for one in row { (one) } } }
}
