//! The measures of WordprocessingML: twentieths of a point for lengths, half points for letters.

/// Twips of a length in millimetres.
pub(super) fn from_mm(mm: f64) -> i64 {
    whole(mm * 1440.0 / 25.4)
}

/// Twips of a length in points.
pub(super) fn from_pt(pt: f64) -> i64 {
    whole(pt * 20.0)
}

/// Half points of a size of letters.
pub(super) fn half_points(pt: f64) -> i64 {
    whole(pt * 2.0)
}

/// A distance of lines: 240 is single.
pub(super) fn line(lines: f64) -> i64 {
    whole(lines * 240.0)
}

/// Lengths on a sheet of paper are far inside the range of whole numbers.
#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i64 {
    value.round() as i64
}
