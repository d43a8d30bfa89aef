//! How many standard errors hold eight of ten figures.

/// The 90 % quantile of Student's t by degrees of freedom, from one: between it and its negative lie
/// 80 %. From any printed table.
const T90: [f64; 30] = [
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350,
    1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315,
    1.314, 1.313, 1.311, 1.310,
];
/// The same of the normal distribution, which t comes to.
const NORMAL90: f64 = 1.282;

/// The factor for so many degrees of freedom; never asked for none.
pub(super) fn eight_of_ten(freedom: usize) -> f64 {
    T90.get(freedom.saturating_sub(1)).copied().unwrap_or(NORMAL90)
}
