//! Where signatures stand in a PDF file.
//!
//! The place is looked for in the bytes and not in the tree of objects: a signature must be outside
//! any compressed stream, because it covers everything around itself. What decides is not who says
//! that there is a signature, but which bytes it covers.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// A signature in its file.
pub(super) struct Place<'a> {
    /// What it covers: the bytes before its message, and those behind.
    pub(super) covered: [&'a [u8]; 2],
    /// Its message, with the zeros that fill its place.
    pub(super) message: Vec<u8>,
    /// How many bytes of the file stand behind what it covers.
    pub(super) beyond: usize,
    /// The time that the file names beside it.
    pub(super) at: Option<Timestamp>,
}

const RANGE: &[u8] = b"/ByteRange";
/// Signatures of a file that are looked at: each may cover all of it, so many of them would take long.
const MOST: usize = 50;

/// Every signature of a file; nothing in the place of one that does not say what it covers.
pub(super) fn places(pdf: &[u8]) -> Vec<Option<Place<'_>>> {
    let starts = pdf.windows(RANGE.len()).enumerate().filter(|(_, word)| *word == RANGE);
    starts.take(MOST).map(|(start, _)| place(pdf, start + RANGE.len())).collect()
}

/// Objects that are a field for a signature, and hold none.
pub(super) fn empty(pdf: &[u8]) -> u64 {
    let holds = |object: &[u8], word: &[u8]| object.windows(word.len()).any(|part| part == word);
    let is_empty = |object: &[u8]| {
        let is_field = holds(object, b"/FT /Sig") || holds(object, b"/FT/Sig");
        is_field && !holds(object, b"/V ")
    };
    let mut count = 0;
    let mut rest = pdf;
    while let Some(end) = rest.windows(6).position(|part| part == b"endobj") {
        count += u64::from(is_empty(&rest[..end]));
        rest = &rest[end + 6..];
    }
    count
}

/// A range must begin with the file and leave out nothing but a message in its brackets, behind its
/// name; the range itself is among what it covers.
fn place(pdf: &[u8], after: usize) -> Option<Place<'_>> {
    let [start, first, second, length] = range(pdf.get(after..)?)?;
    let end = second.checked_add(length).filter(|end| *end <= pdf.len())?;
    let is_covered = after <= first || after >= second + RANGE.len();
    if start != 0 || first >= second || !is_covered {
        return None;
    }
    let before = pdf.get(..first)?;
    let message = bracketed(pdf.get(first..second)?)?;
    before.trim_ascii_end().ends_with(b"/Contents").then_some(())?;
    let behind = pdf.get(second..end)?;
    Some(Place {
        covered: [before, behind],
        message,
        beyond: pdf.len() - end,
        at: time_in(&dictionary(before, behind)),
    })
}

/// `[0 840 960 240]`
fn range(text: &[u8]) -> Option<[usize; 4]> {
    let text = text.trim_ascii_start().strip_prefix(b"[")?;
    let end = text.iter().take(100).position(|sign| *sign == b']')?;
    let text = std::str::from_utf8(&text[..end]).ok()?;
    let numbers: Vec<usize> =
        text.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

/// `<3082…0000>` as bytes.
fn bracketed(text: &[u8]) -> Option<Vec<u8>> {
    let inner = text.strip_prefix(b"<")?.strip_suffix(b">")?;
    let digits = inner.iter().filter(|sign| !sign.is_ascii_whitespace());
    let digits: Option<Vec<u8>> =
        digits.map(|sign| char::from(*sign).to_digit(16)?.try_into().ok()).collect();
    let digits = digits?;
    let (pairs, odd) = digits.as_chunks::<2>();
    odd.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// What stands around the message within its object.
fn dictionary(before: &[u8], behind: &[u8]) -> Vec<u8> {
    let find = |text: &[u8], word: &[u8]| text.windows(word.len()).position(|part| part == word);
    let start = before.windows(4).rposition(|part| part == b" obj").unwrap_or(0);
    let end = find(behind, b"endobj").unwrap_or(0);
    [&before[start..], &behind[..end]].concat()
}

/// `/M (D:20231227150000+07'00')`
fn time_in(dictionary: &[u8]) -> Option<Timestamp> {
    let text = String::from_utf8_lossy(dictionary);
    let mut entries = text.split("/M").skip(1);
    entries.find_map(|after| time(after.trim_start().strip_prefix("(D:")?.split(')').next()?))
}

fn time(text: &str) -> Option<Timestamp> {
    let (local, zone) = text.split_at_checked(14)?;
    let part = |range: std::ops::Range<usize>| local.get(range)?.parse::<i8>().ok();
    let year = local.get(..4)?.parse().ok()?;
    let (month, day) = (part(4..6)?, part(6..8)?);
    let (hour, minute, second) = (part(8..10)?, part(10..12)?, part(12..14)?);
    let local = DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
    offset(zone)?.to_timestamp(local).ok()
}

/// `Z`, nothing, or `+07'00'`.
fn offset(zone: &str) -> Option<Offset> {
    let sign = match zone.chars().next() {
        None | Some('Z') => return Some(Offset::UTC),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let mut parts = zone[1..].split('\'').map(|part| part.parse::<i32>().ok());
    let hours = parts.next()??;
    let minutes = parts.next().flatten().unwrap_or(0);
    Offset::from_seconds(sign * (hours * 3_600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_their_offset() {
        let read = |text: &str| time(text).map(|time| time.to_string());
        assert_eq!(read("20231227150000+07'00'").as_deref(), Some("2023-12-27T08:00:00Z"));
        assert_eq!(read("20231227150000+07'00").as_deref(), Some("2023-12-27T08:00:00Z"));
        assert_eq!(read("20231227150000Z").as_deref(), Some("2023-12-27T15:00:00Z"));
        assert_eq!(read("20231227150000").as_deref(), Some("2023-12-27T15:00:00Z"));
        assert_eq!(read("20231327150000Z"), None);
        assert_eq!(read("2023"), None);
        assert_eq!(read("ngày hai mươi bảy"), None);
    }

    #[test]
    fn a_range_leaves_out_nothing_but_the_message() {
        let file = |range: &str, hole: &str| {
            format!("%PDF /ByteRange {range} /Contents {hole} /M (D:20231227150000Z) endobj end")
        };
        let good = file("[0 41 45 38]", "<ab>");
        let (first, end) = (good.find('<').unwrap_or(0), good.len());
        let range = format!("[0 {first} {} {}]", first + 4, end - first - 4);
        let good = file(&range, "<ab>");
        let found = places(good.as_bytes());
        assert_eq!(found.len(), 1);
        let place = found.into_iter().next().flatten().unwrap_or_else(|| panic!("{good}"));
        assert_eq!((place.message, place.beyond, place.at.is_some()), (vec![0xab], 0, true));
        for (range, hole) in [
            ("[1 41 45 38]", "<ab>"),
            ("[0 40 45 38]", "<ab>"),
            ("[0 41 45 999]", "<ab>"),
            ("[0 41 45 18446744073709551615]", "<ab>"),
            ("[0 0 0 0]", "<ab>"),
            ("[0 41 45]", "<ab>"),
            ("[0 41 45 38]", "<zz>"),
            ("[0 41 45 38]", "(ab)"),
        ] {
            assert!(places(file(range, hole).as_bytes())[0].is_none(), "{range} {hole}");
        }
        assert!(places(b"%PDF-1.7 no signature").is_empty());
    }
}
