//! What stands above the type: bodies, number and symbol, place and day.

use jiff::civil::Date;

use super::pieces;
use crate::read::dates;
use crate::read::kinds;
use crate::read::organs;
use crate::read::pattern::{either, patterns};
use crate::read::script::{Piece, Script};

patterns! {
    MOTTO = r"cong hoa xa hoi chu nghia viet nam|doc lap ?- ?tu do ?- ?hanh phuc|dang cong san viet nam";
    // The abstract of a công văn may name the number of another document,
    ABOUT = r"^(v/v|ve viec)\b";
    // and so may the name of a body that was set up by one, and what a form or an annex came with.
    OF_ANOTHER = format!(
        r"(\btheo|\bqd|.\b{}) so\s?:?\s?\d|\bkem theo\b",
        either(&kinds::alternatives()),
    );
    // "NGHỊ QUYẾT SỐ: 12/2025/…" is the number of the document itself, "QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY …"
    // goes on with the name of a body.
    ITS_OWN = r"^[a-z ]{3,25} so\s?:?\s?\d{1,6}[a-z]?\s?[-/a-z0-9&]+$";
    // What is stamped beside the head.
    STAMP = concat!(
        r"^\(?(du thao|mat|toi mat|tuyet mat|khan|thuong khan|hoa toc|ban sao|sao y",
        r"|sao luc)\b[^a-z]*(lan [\divx]+)?\)?$",
    );
    NUMBER = r"(?x)(^|\s|luat\ )so\s?:?\s?(?P<number>(\d{1,3}\.)?\d{1,6}[a-z]?)?[\s._]*
        (?P<symbol>(//|[/-])\s?[a-z0-9&]+(\s?(//|[-/&.])\s?[a-z0-9&]+)*)";
    PLACE_DAY = r"(?x)(?P<place>[^,;:]{2,70}?)\s?,\s?(?P<date>ngay\s?(?P<d>\d{1,2})?[\s._/]*
        thang\s?(?P<m>\d{1,2})?[\s._/]*nam\s?(?P<y>\d{4})?)";
    // "La Ngà, ngày 06/02/2024".
    SHORT_DAY = r"(?x)^(?P<place>[a-z][^,;:\d]{2,40}?)\s?,\s?
        (?P<date>ngay\s?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(19|20)\d{2})$";
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
            if above && line.is_capitals() && !line.has(&STAMP) {
                header.bodies.push(line);
            }
        }
        // Without a number, capitals that name no body are a heading or the name of a form.
        if header.symbol.is_none() && !header.bodies.iter().any(|line| organs::is_body(*line)) {
            header.bodies.clear();
        }
        if let Some(line) = below {
            header.take_number(line);
        }
        header
    }

    /// Finds the number; answers what is left of the line.
    fn take_number(&mut self, line: Piece<'a>) -> Piece<'a> {
        let named_on = self.bodies.last().is_some_and(|body| body.plain().ends_with(" theo"));
        let own = kinds::begins(line) && line.has(&ITS_OWN) && !named_on;
        let other = line.has(&ABOUT) || !own && (line.has(&OF_ANOTHER) || kinds::begins(line));
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
        if before.is_capitals() && !kinds::begins(before) {
            self.bodies.push(before);
        }
        after
    }

    fn take_day(&mut self, line: Piece<'a>) -> Piece<'a> {
        let form = if line.has(&PLACE_DAY) { &*PLACE_DAY } else { &*SHORT_DAY };
        let Some(date) = line.group(form, "date").filter(|_| self.date_words.is_none()) else {
            return line;
        };
        self.place = line
            .group(form, "place")
            .map(|place| place.trim_start("-.|()*").trim_end("-.|*"))
            .filter(|place| !place.is_empty());
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
