//! An act that cannot be taken back says its consequence first, without JavaScript.

use maud::{Markup, html};

use crate::web::csrf;

/// An act, what follows from it, and where it is sent.
pub struct Confirm<'a> {
    /// The act, as the button says it.
    pub act: &'a str,
    /// What follows: “Sau khi ban hành, số quyết định không thay đổi được.”
    pub consequence: &'a str,
    /// The address that acts.
    pub action: &'a str,
    /// The token of the session's forms.
    pub token: &'a str,
    /// The act takes something away.
    pub grave: bool,
}

impl Confirm<'_> {
    /// Folded into a record: the first press unfolds the consequence, the second one acts.
    pub fn folded(&self) -> Markup {
        self.folded_with(html! {})
    }

    /// As [`Confirm::folded`]; `more` holds fields that go along.
    pub fn folded_with(&self, more: Markup) -> Markup {
        html! {
            details.confirm {
                summary.button.second { (self.act) }
                (self.open(more))
            }
        }
    }

    /// On a page of its own; `more` holds fields such as a reason, or the way back.
    pub fn open(&self, more: Markup) -> Markup {
        html! {
            form.consequence method="post" action=(self.action) {
                (csrf::token_field(self.token))
                p { (self.consequence) }
                (more)
                button.button.grave[self.grave] type="submit" { (self.act) }
            }
        }
    }
}
