//! What every picture shares: its frame, its places, its patterns, the steps of its scale.

use maud::{Markup, html};

/// Pictures wider than this slide sideways on a phone, so that their words stay readable.
const BROAD: f64 = 450.0;

/// The frame: a picture with its name and what it tells, for those who hear it. `id` is unique on
/// the page; `size` is the room in which the parts are placed.
pub fn picture(id: &str, title: &str, told: &str, size: (f64, f64), parts: &Markup) -> Markup {
    let (name, about) = (format!("{id}-name"), format!("{id}-about"));
    let slides = (size.0 > BROAD).then_some("0");
    html! {
        // What slides sideways can be reached by the keyboard.
        figure.picture.broad[slides.is_some()] tabindex=[slides] role=[slides.map(|_| "region")]
            aria-label=[slides.map(|_| title)] {
            svg role="img" viewBox={ "0 0 " (at(size.0)) " " (at(size.1)) }
                aria-labelledby={ (name) " " (about) } {
                title id=(name) { (title) }
                desc id=(about) { (told) }
                (parts)
            }
        }
    }
}

/// A place on the picture: one decimal is finer than any screen.
pub(crate) fn at(place: f64) -> String {
    let rounded = (place * 10.0).round() / 10.0;
    // Negative zero would be written with its sign.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// Slanting lines, `wide` apart, in the colour of the words.
pub(crate) fn hatch(id: &str, wide: u8) -> Markup {
    html! {
        pattern id=(id) width=(wide) height=(wide) patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)" {
            line x1="0" y1="0" x2="0" y2=(wide) stroke="currentColor" stroke-width="1" {}
        }
    }
}

/// Dots, `wide` apart.
pub(crate) fn dots(id: &str, wide: u8) -> Markup {
    html! {
        pattern id=(id) width=(wide) height=(wide) patternUnits="userSpaceOnUse" {
            rect x="1" y="1" width="2" height="2" fill="currentColor" {}
        }
    }
}

/// Round steps from zero that reach `most`, five of them or fewer beside zero.
pub(crate) fn ticks(most: f64) -> Vec<f64> {
    let most = if most > 0.0 { most } else { 1.0 };
    let size = 10f64.powf((most / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|times| times * size);
    let step = step.into_iter().find(|step| most / step <= 5.0).unwrap_or(10.0 * size);
    let mut ticks = vec![0.0];
    while ticks.last().is_some_and(|last| *last < most - step * 1e-9) && ticks.len() < 7 {
        #[allow(clippy::cast_precision_loss)]
        ticks.push(step * ticks.len() as f64);
    }
    ticks
}
