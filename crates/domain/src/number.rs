//! How a number is written in Vietnam, shared by money and decimals.
//!
//! The comma is the decimal sign and dots group thousands. A dot that cannot be grouping is
//! understood as the decimal sign, because many keyboards offer nothing else: "12.5" is 12,5, while
//! "1.234" is one thousand two hundred and thirty-four. What was understood is shown to the writer.

/// A number as it was written: sign, digits before and after the decimal sign.
pub(crate) struct Written {
    pub(crate) negative: bool,
    pub(crate) whole: String,
    pub(crate) fraction: String,
}

/// `None` when the text is not one number.
pub(crate) fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (whole, fraction) = split(digits)?;
    Some(Written { negative, whole, fraction: fraction.trim_end_matches('0').to_owned() })
}

fn split(digits: &str) -> Option<(String, &str)> {
    if let Some((whole, fraction)) = digits.split_once(',') {
        let fits = all_digits(fraction) && (all_digits(whole) || is_grouped(whole));
        return fits.then(|| (whole.replace('.', ""), fraction));
    }
    if all_digits(digits) || is_grouped(digits) {
        return Some((digits.replace('.', ""), ""));
    }
    let (whole, fraction) = digits.split_once('.')?;
    (all_digits(whole) && all_digits(fraction)).then(|| (whole.to_owned(), fraction))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "1.234.567": a first group of one to three digits that does not begin with zero, then threes.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let first_fits = all_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let mut threes = 0;
    let rest_fits = groups.all(|group| {
        threes += 1;
        all_digits(group) && group.len() == 3
    });
    first_fits && rest_fits && threes > 0
}

/// Writes digits with a dot between thousands: 1500000 → "1.500.000".
pub(crate) fn group(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}
