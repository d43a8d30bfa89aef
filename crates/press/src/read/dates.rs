//! Days, months and years as documents write them.

use jiff::civil::Date;
use regex::Captures;

use super::pattern::patterns;
use super::script::Piece;

patterns! {
    DAY = r"(?x)\b (?P<d>\d{1,2}) \s?(/|-|\.|thang)\s? (?P<m>\d{1,2})
        (\s?(/|-|\.|,?\ nam\ ) \s?(?P<y>\d{4}))? \b";
    MONTH = r"\b(thang )?(?P<m>\d{1,2})(/|-| nam |, nam )(?P<y>\d{4})\b";
    QUARTER = r"\bqu[yi] (?P<q>iv|i{1,3}|[1-4])\b( nam |/|-| )?(?P<y>\d{4})?";
    YEAR = r"\b(?P<y>(19|20)\d{2})\b";
}

/// A moment as precise as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
}

impl Moment {
    /// The first moment that some words name.
    pub(super) fn of(words: Piece<'_>) -> Option<Self> {
        let plain = words.plain();
        if let Some(found) = DAY.captures(plain)
            && let Some(moment) = Self::day(&found)
        {
            return Some(moment);
        }
        if let Some(found) = MONTH.captures(plain) {
            let month = number(&found, "m").filter(|m| (1..=12).contains(m));
            return Some(Self { year: year(&found), month, day: None });
        }
        if let Some(found) = QUARTER.captures(plain) {
            let quarter = ["i", "ii", "iii", "iv"].iter().position(|q| *q == &found["q"]);
            let quarter = quarter.map_or_else(|| number(&found, "q"), |q| i8::try_from(q + 1).ok());
            return Some(Self { year: year(&found), month: quarter.map(|q| q * 3), day: None });
        }
        let found = YEAR.captures(plain)?;
        Some(Self { year: year(&found), month: None, day: None })
    }

    fn day(found: &Captures<'_>) -> Option<Self> {
        let (day, month) = (number(found, "d")?, number(found, "m")?);
        // Without a year, 30/02 must still be refused; a leap year allows 29/02.
        Date::new(year(found).unwrap_or(2000), month, day).ok()?;
        Some(Self { year: year(found), month: Some(month), day: Some(day) })
    }

    /// With the year of another moment where this has none.
    pub(super) fn or_year(self, year: Option<i16>) -> Self {
        Self { year: self.year.or(year), ..self }
    }

    /// `2025`, `2025-10` or `2025-10-31`; `None` without a year.
    pub(super) fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}"),
        })
    }
}

/// The first whole day that some words name, with its words.
pub(super) fn first_day(words: Piece<'_>) -> Option<(Piece<'_>, Date)> {
    DAY.captures_iter(words.plain()).find_map(|found| {
        let moment = Moment::day(&found)?;
        let date = Date::new(moment.year?, moment.month?, moment.day?).ok()?;
        Some((words.part(found.get(0)?.range()), date))
    })
}

fn number(found: &Captures<'_>, name: &str) -> Option<i8> {
    found.name(name)?.as_str().parse().ok()
}

fn year(found: &Captures<'_>) -> Option<i16> {
    found.name("y")?.as_str().parse().ok()
}
