//! All errors of a form on top of it, each leading to its field.

use maud::{Markup, html};

use super::Field;
use crate::web::{Errors, Language};

/// The summary; nothing if there is no error. The script puts the focus here.
///
/// An error is said with the label of its field, where `fields` hold that field: far from the
/// question, “chưa được điền” alone would say nothing.
pub fn error_summary(l: Language, errors: &Errors, fields: &[Field<'_>]) -> Markup {
    let count = errors.all().len();
    html! {
        @if count > 0 {
            div.errors #errors role="alert" tabindex="-1" aria-labelledby="errors-title" {
                h2 #errors-title { (l.with("errors-title", &[("count", count.into())])) }
                ul {
                    @for (name, message) in errors.all() {
                        li {
                            a href={ "#" (name) } {
                                @if let Some(field) = fields.iter().find(|f| f.name() == name) {
                                    (field.label()) ": "
                                }
                                (message.say(l))
                            }
                        }
                    }
                }
            }
        }
    }
}
