//! When a plan runs.

use crate::read::dates::Moment;
use crate::read::found::Found;
use crate::read::parts::Parts;
use crate::read::pattern::{either, patterns};
use crate::read::script::{Piece, Script};
use crate::read::source::{Format, Look, Place, Source};

/// Of what a section about time speaks.
const OF: &str = "\
    thuc hien|to chuc|trien khai|phat dong|tien hanh|dien ra|ap dung|phong trao|thi dua|\
    ke hoach|dot|cao diem";
const NEARLY: &str = "(?:het |cuoi |dau |truoc |khoang |giua )*";
/// A beginning without a day of its own.
const OPEN: &str = "(?:nay|khi[^,;.]{0,30}?|ngay (?:ky|ban hanh)[^,;.]{0,20}?)";
const MOMENT: &str = "\
    (?:ngay |thang |nam |quy )?[0-9iv]{1,4}(?:[/.-][0-9]{1,4}){0,2}\
    (?: thang [0-9]{1,2})?(?:,? nam [0-9]{4}| ?/ ?[0-9]{4})?";

patterns! {
    TIME = format!(r"^(?:.* )?(?:thoi gian|thoi han)(?: {}\b.*)?$", either(OF));
    RANGE = format!(
        "\\b(?:tu|trong|bat dau tu) (?P<from>{OPEN}|{NEARLY}{MOMENT}) ?(?:-|den|cho den|toi) ?\
        {NEARLY}(?P<to>{MOMENT}|khi [^,;.]{{5,120}})"
    );
    PHASE = r"giai doan (tu )?(nam )?(?P<from>\d{4}) ?(-|den|den nam) ?(?P<to>\d{4})";
    YEARS = r"^(nam )?(?P<from>\d{4}) ?- ?(?P<to>\d{4})\.?$";
    UNTIL = r"\b(truoc|den|cham nhat|muon nhat|het|cuoi)\b";
    QUARTER = r"\bqu[yi] (iv|i{1,3}|[1-4])\b";
}

/// From when to when, as precise as the text: a year, a month or a day in ISO form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The beginning; `None` where the text says "từ nay" or nothing.
    pub from: Option<String>,
    /// The end.
    pub to: Option<String>,
    /// The wording.
    pub text: String,
}

impl Period {
    /// What some words alone mean: "từ tháng 3 đến tháng 5 năm 2024", "quý IV/2024", "trước 15/12/2024".
    /// Days without a year are of the given one. `from` is `None` where only an end is named.
    pub fn named(words: &str, year: Option<i16>) -> Option<Self> {
        let mut source = Source::new(Format::Text);
        source.push(words, Place::Line(1), Look::default());
        let script = Script::of(&source);
        let words = script.whole();
        if let Some(found) = range_of(words, year).or_else(|| phase(words)) {
            return Some(found.value);
        }
        let last = moment(words)?.or_year(year);
        let first = match last.month {
            Some(month) if words.has(&QUARTER) => Moment { month: Some(month - 2), ..last },
            _ => last,
        };
        let from = if words.has(&UNTIL) { None } else { first.iso() };
        Some(Self { from, to: Some(last.iso()?), text: words.text().to_owned() })
    }
}

/// The period of a plan: from the section about its time, else from "giai đoạn …" of its title.
pub(super) fn period(parts: &Parts<'_>) -> Option<Found<Period>> {
    for index in parts.sections(&TIME) {
        let item = &parts.items[index];
        let below = parts.below(index).iter().map(|below| below.words);
        let within = std::iter::once(item.rest()).chain(below);
        if let Some(found) = within.into_iter().find_map(stated) {
            return Some(found);
        }
    }
    phase(parts.title?)
}

fn stated(words: Piece<'_>) -> Option<Found<Period>> {
    range(words).or_else(|| phase(words)).or_else(|| {
        words
            .has(&YEARS)
            .then(|| between(words, words.group(&YEARS, "from"), words.group(&YEARS, "to"), None))?
    })
}

/// "từ … đến …" of some words.
pub(super) fn range(words: Piece<'_>) -> Option<Found<Period>> {
    range_of(words, None)
}

/// The same, where days without a year are of the given one.
pub(super) fn range_of(words: Piece<'_>, year: Option<i16>) -> Option<Found<Period>> {
    let all = words.find(&RANGE)?;
    between(all, words.group(&RANGE, "from"), words.group(&RANGE, "to"), year)
}

/// The words of the first "từ … đến …" that names days, months or years.
pub(super) fn range_words(words: Piece<'_>) -> Option<Piece<'_>> {
    words.find_all(&RANGE).find(|found| range(*found).is_some())
}

fn phase(words: Piece<'_>) -> Option<Found<Period>> {
    let all = words.find(&PHASE)?;
    between(all, words.group(&PHASE, "from"), words.group(&PHASE, "to"), None)
}

fn between(
    all: Piece<'_>,
    from: Option<Piece<'_>>,
    to: Option<Piece<'_>>,
    year: Option<i16>,
) -> Option<Found<Period>> {
    let to = to?;
    let last = Moment::of(to).map(|last| last.or_year(year));
    // "đến khi …" has no day; a number alone is none.
    if last.is_none() && !to.plain().starts_with("khi ") {
        return None;
    }
    let known = last.and_then(|last| last.year).or(year);
    let from = from.and_then(moment).map(|from| from.or_year(known));
    let text = all.text().to_owned();
    let period = Period { from: from.and_then(Moment::iso), to: last.and_then(Moment::iso), text };
    Some(Found::new(period, all))
}

/// A moment that may be a bare month ("tháng 10") or day ("ngày 17"), which its end completes.
fn moment(words: Piece<'_>) -> Option<Moment> {
    Moment::of(words).or_else(|| {
        let month = words.plain().strip_prefix("thang ")?.trim().parse().ok()?;
        (1..=12).contains(&month).then_some(Moment { year: None, month: Some(month), day: None })
    })
}
