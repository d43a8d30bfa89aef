//! All errors of a form on top of it, each leading to its field.

use maud::{Markup, html};

use crate::web::{Errors, Language};

/// The summary; nothing if there is no error. The script puts the focus here.
pub fn error_summary(l: Language, errors: &Errors) -> Markup {
    let count = errors.all().len();
    html! {
        @if count > 0 {
            div.errors #errors role="alert" tabindex="-1" aria-labelledby="errors-title" {
                h2 #errors-title { (l.with("errors-title", &[("count", count.into())])) }
                ul {
                    @for (field, message) in errors.all() {
                        li { a href={ "#" (field) } { (message.say(l)) } }
                    }
                }
            }
        }
    }
}
