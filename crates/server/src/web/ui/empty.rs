//! A list with nothing in it says so, and what to do next.

use maud::{Markup, html};

/// Nothing here: why, and the way on if there is one.
pub fn empty(title: &str, hint: &str, way: Option<(&str, &str)>) -> Markup {
    html! {
        div.empty {
            p.title { (title) }
            p { (hint) }
            @if let Some((href, act)) = way { a.button.second href=(href) { (act) } }
        }
    }
}
