//! The offer to fill a form again with what was typed and never sent.

use maud::{Markup, html};

use crate::web::Language;

/// The first thing in a form marked `data-draft`; only the script brings it to sight.
pub fn draft(l: Language) -> Markup {
    html! {
        div.draft hidden {
            p { (l.t("draft-found")) " " time {} "." }
            div.buttons {
                button.button.second type="button" data-restore { (l.t("draft-restore")) }
                button.link type="button" data-drop { (l.t("draft-drop")) }
            }
        }
    }
}
