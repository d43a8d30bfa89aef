//! What a record is, line by line: the name of a fact, the fact, perhaps a way to change it.

use maud::{Markup, html};

/// One fact.
pub struct Fact<'a> {
    /// What it is called.
    pub label: &'a str,
    /// The fact itself.
    pub value: Markup,
    /// The address that changes it and what that is called, if this reader may.
    pub change: Option<(&'a str, &'a str)>,
}

impl<'a> Fact<'a> {
    /// A fact to read.
    pub fn new(label: &'a str, value: Markup) -> Self {
        Self { label, value, change: None }
    }
}

/// The facts in the order given.
pub fn facts(list: &[Fact<'_>]) -> Markup {
    html! {
        dl.facts {
            @for fact in list {
                div {
                    dt { (fact.label) }
                    dd { (fact.value) }
                    @if let Some((href, act)) = fact.change {
                        dd.change { a href=(href) { (act) span.hidden { ": " (fact.label) } } }
                    }
                }
            }
        }
    }
}
