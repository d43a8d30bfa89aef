//! What is laid over a page: the fields and stamps in which signing systems write number and day. Each is
//! a drawing of its own, fitted into its rectangle (ISO 32000-1, 12.5.5).

use hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_syntax::page::Page;

use super::matrix::Matrix;

/// The most of them that are looked at on one page.
const MOST: usize = 200;
/// Flags of what is not shown on the screen: hidden, not viewed.
const UNSEEN: i32 = 0b10_0010;

/// The drawings laid over a page, each with where it comes to stand.
pub(super) fn drawings<'a>(page: &Page<'a>) -> Vec<(Stream<'a>, Matrix)> {
    let Some(all) = page.raw().get::<Array>("Annots") else { return Vec::new() };
    all.iter::<Dict>().take(MOST).filter_map(|one| drawing(&one)).collect()
}

fn drawing<'a>(one: &Dict<'a>) -> Option<(Stream<'a>, Matrix)> {
    if one.get::<i32>("F").unwrap_or_default() & UNSEEN != 0 {
        return None;
    }
    let looks = one.get::<Dict>("AP")?;
    let drawing = looks.get::<Stream>("N").or_else(|| {
        let state = one.get::<Name>("AS")?;
        looks.get::<Dict>("N")?.get::<Stream>(&*state)
    })?;
    let place = fitted(drawing.dict(), one)?;
    Some((drawing, place))
}

/// The map that brings the box of a drawing onto the rectangle of what is laid over.
fn fitted(drawing: &Dict, one: &Dict) -> Option<Matrix> {
    let own = super::page::matrix(drawing).unwrap_or(Matrix::IDENTITY);
    let [x0, y0, x1, y1] = corners(drawing, "BBox")?;
    let seen = [(x0, y0), (x0, y1), (x1, y0), (x1, y1)].map(|(x, y)| own.apply(x, y));
    let least = seen.iter().fold((f64::MAX, f64::MAX), |(a, b), (x, y)| (a.min(*x), b.min(*y)));
    let most = seen.iter().fold((f64::MIN, f64::MIN), |(a, b), (x, y)| (a.max(*x), b.max(*y)));
    let [left, bottom, right, top] = corners(one, "Rect")?;
    let scale = |wanted: f64, has: f64| if has > 0.0 { wanted / has } else { 1.0 };
    let across = scale(right - left, most.0 - least.0);
    let along = scale(top - bottom, most.1 - least.1);
    let fit = [across, 0.0, 0.0, along, left - across * least.0, bottom - along * least.1];
    Some(own.then(Matrix(fit)))
}

/// The corners of a rectangle, the lower left one first.
fn corners(dict: &Dict, key: &str) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = dict.get::<Array>(key)?.iter::<f64>().take(4).collect();
    let [a, b, c, d] = numbers.try_into().ok()?;
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}
