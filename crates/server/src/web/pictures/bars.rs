//! Shares of one unit as bars, with what was before and what is planned or asked for.

use maud::{Markup, html};

use super::{at, picture};

const WIDE: f64 = 420.0;
const ROW: f64 = 46.0;
const RIGHT: f64 = 64.0;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is.
    pub name: String,
    /// Now, in per cent of the whole length.
    pub now: f64,
    /// The same in words.
    pub shown: String,
    /// Before, as a mark below the bar.
    pub before: Option<f64>,
    /// Planned or asked for, as a mark across the bar.
    pub wanted: Option<f64>,
}

/// Draws them, 0 to 100.
pub fn bars(id: &str, title: &str, told: &str, list: &[Bar]) -> Markup {
    #[allow(clippy::cast_precision_loss)]
    let high = ROW * list.len() as f64 + 8.0;
    let x = |share: f64| (WIDE - RIGHT) * share.clamp(0.0, 100.0) / 100.0 + 1.0;
    #[allow(clippy::cast_precision_loss)]
    let parts = html! {
        @for (place, bar) in list.iter().enumerate() {
            @let top = ROW * place as f64 + 22.0;
            text x="1" y=(at(top - 6.0)) { (bar.name) }
            rect.room x="1" y=(at(top)) width=(at(x(100.0) - 1.0)) height="14" {}
            rect.now x="1" y=(at(top)) width=(at(x(bar.now) - 1.0)) height="14" {}
            @if let Some(before) = bar.before {
                @let place = x(before);
                path.before d={ "M" (at(place)) " " (at(top + 14.0)) "l-4 6h8z" } {}
            }
            @if let Some(wanted) = bar.wanted {
                line.wanted x1=(at(x(wanted))) x2=(at(x(wanted))) y1=(at(top - 3.0)) y2=(at(top + 17.0)) {}
            }
            text x=(at(x(100.0) + 8.0)) y=(at(top + 12.0)) { (bar.shown) }
        }
    };
    picture(id, title, told, (WIDE, high), &parts)
}
