//! Buttons say the act: “Gửi cán bộ thẩm định”, never “OK”.

use maud::{Markup, html};

/// The one act that the page is for.
pub fn button(act: &str) -> Markup {
    html! { button.button type="submit" { (act) } }
}

/// A second act of the same form, told apart by the field `act`.
pub fn button_quiet(value: &str, act: &str) -> Markup {
    html! { button.button.second type="submit" name="act" value=(value) { (act) } }
}

/// A way to another page that looks like an act.
pub fn button_link(href: &str, act: &str) -> Markup {
    html! { a.button.second href=(href) { (act) } }
}

/// A row of buttons, the main one first.
pub fn buttons(row: &[Markup]) -> Markup {
    html! { div.buttons { @for one in row { (one) } } }
}
