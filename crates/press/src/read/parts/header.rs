//! What stands above the type: bodies, number and symbol, place and day.

use jiff::civil::Date;

use super::pieces;
use crate::read::dates;
use crate::read::pattern::patterns;
use crate::read::script::{Piece, Script};

patterns! {
    MOTTO = r"cong hoa xa hoi chu nghia viet nam|doc lap ?- ?tu do ?- ?hanh phuc|dang cong san viet nam";
    // The abstract of a công văn may name the number of another document,
    ABOUT = r"^(v/v|ve viec)\b";
    // and so may the name of a body that was set up by one.
    OF_ANOTHER = r"\b(theo|qd|quyet dinh|ke hoach|nghi quyet) so\s?:?\s?\d";
    NUMBER = r"(?x)(^|\s|luat\ )so\s?:?\s?(?P<number>(\d{1,3}\.)?\d{1,6}[a-z]?)?[\s._]*
        (?P<symbol>(//|[/-])\s?[a-z0-9&]+(\s?(//|[-/&.])\s?[a-z0-9&]+)*)";
    PLACE_DAY = r"(?x)(?P<place>[^,;:]{2,70}?)\s?,\s?(?P<date>ngay\s?(?P<d>\d{1,2})?[\s._/]*
        thang\s?(?P<m>\d{1,2})?[\s._/]*nam\s?(?P<y>\d{4})?)";
}

/// What stands above the type of a document.
#[derive(Debug, Default)]
pub struct Header<'a> {
    /// The lines that name bodies, from the top.
    pub bodies: Vec<Piece<'a>>,
    /// `87/KH-UBND`, where both number and symbol are there.
    pub number: Option<Piece<'a>>,
    /// `KH-UBND`, also where the number is blank.
    pub symbol: Option<Piece<'a>>,
    /// Where it was signed.
    pub place: Option<Piece<'a>>,
    /// The words of the day.
    pub date_words: Option<Piece<'a>>,
    /// The day, where it is whole.
    pub date: Option<Date>,
    /// Year and month as `2026-01`, where the day is blank.
    pub date_partial: Option<String>,
}

impl<'a> Header<'a> {
    /// Reads the lines above the type, and where none of them bears the number, `below`: some plans of
    /// action bear theirs under the type.
    pub(super) fn of(script: &'a Script, end: usize, below: Option<Piece<'a>>) -> Self {
        let mut header = Self::default();
        for line in pieces(script, 0..end) {
            // A file may hold number, motto and day on one line; each is cut off in turn.
            let line = header.take_number(without_motto(line));
            let line = header.take_day(line);
            let line = line.trim("-_.,;/|");
            // What stands below number and day is no body.
            let above = header.symbol.is_none() && header.date_words.is_none();
            if above && line.is_capitals() {
                header.bodies.push(line);
            }
        }
        if let Some(line) = below {
            header.take_number(line);
        }
        header
    }

    /// Finds the number; answers what is left of the line.
    fn take_number(&mut self, line: Piece<'a>) -> Piece<'a> {
        let other = line.has(&ABOUT) || line.has(&OF_ANOTHER);
        let open = self.symbol.is_none() && !other;
        let Some(symbol) = line.group(&NUMBER, "symbol").filter(|_| open) else {
            return line;
        };
        let number = line.group(&NUMBER, "number");
        self.number = number.map(|number| number.through(symbol));
        self.symbol = Some(symbol.trim("/-"));
        let start = line.find(&NUMBER).map_or(0, |found| line.offset(found));
        let end = line.offset(symbol) + symbol.len();
        let (before, after) = (line.to(start).trim(""), line.from(end).trim(""));
        if before.is_capitals() {
            self.bodies.push(before);
        }
        after
    }

    fn take_day(&mut self, line: Piece<'a>) -> Piece<'a> {
        let Some(date) = line.group(&PLACE_DAY, "date").filter(|_| self.date_words.is_none())
        else {
            return line;
        };
        self.place = line
            .group(&PLACE_DAY, "place")
            .map(|place| place.trim_start("-.|()*").trim_end("-.|*"));
        self.date_words = Some(date);
        self.date = dates::first_day(date).map(|(_, day)| day);
        if self.date.is_none() {
            let digits = |name| line.group(&PLACE_DAY, name).map(Piece::text);
            self.date_partial = match (digits("y"), digits("m")) {
                (Some(year), Some(month)) => Some(format!("{year}-{month:0>2}")),
                (Some(year), None) => Some(year.to_owned()),
                _ => None,
            };
        }
        line.to(0)
    }
}

/// The line after the State's or the Party's name and motto.
fn without_motto(line: Piece<'_>) -> Piece<'_> {
    let Some(first) = line.find(&MOTTO) else { return line };
    let mut end = line.offset(first) + first.len();
    while let Some(next) = line.from(end).find(&MOTTO) {
        end += line.from(end).offset(next) + next.len();
    }
    let (before, after) = (line.to(line.offset(first)).trim(""), line.from(end).trim("-"));
    if before.len() > after.len() { before } else { after }
}
