//! The rows of an old list: what each says, and what of it cannot be read.

use std::collections::{BTreeMap, HashMap};

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::{SubjectKind, UnitKind, date, text};
use chungsuc_press::read::{Content, SheetCell, address};
use jiff::ToSpan;
use jiff::civil::Date;

use super::columns::Column;
use crate::web::Message;

/// Which award of the catalog a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This one.
    Award(String),
    /// None of them: a person has said so.
    Foreign,
    /// Nobody has said it yet.
    Unclear,
}

/// A row that says an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Its number in the spreadsheet, from 1.
    pub row: u32,
    /// Who, in the words of the list.
    pub name: String,
    /// Person, collective …, where the list or its heading says it.
    pub kind: Option<SubjectKind>,
    /// The village in the words of the list.
    pub village: String,
    /// Which award is meant.
    pub award: Meant,
    /// The cell that says it: “B12”.
    pub award_at: String,
    /// The award in the words of the list.
    pub award_name: String,
    /// Number of the decision.
    pub number: String,
    /// Its day; nothing where only the year is told.
    pub issued_on: Option<Date>,
    /// The year.
    pub year: i16,
    /// Who gave it.
    pub issuer: String,
    /// At which level it was given, where the list or the catalog tells it.
    pub level: Option<UnitKind>,
    /// What for.
    pub achievement: String,
}

impl ListRow {
    /// Code of the award, where it is one of the catalog's.
    pub fn code(&self) -> Option<&str> {
        match &self.award {
            Meant::Award(code) => Some(code),
            Meant::Foreign | Meant::Unclear => None,
        }
    }

    /// The same row, of which somebody has said which award it means.
    pub(super) fn meaning(self, award: Meant, catalog: &Catalog) -> Self {
        let row = Self { award, ..self };
        let level = row.level.or_else(|| catalog.level_of(row.code()?, row.day()?));
        Self { level, ..row }
    }

    /// The day of its decision, or the last one of its year.
    fn day(&self) -> Option<Date> {
        self.issued_on.or_else(|| Date::new(self.year, 12, 31).ok())
    }
}

/// Something that could not be read: where, what was found, and what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// “D12”.
    pub at: String,
    /// What stands there.
    pub found: String,
    /// What is wrong, and what to do.
    pub why: Message,
}

/// What a list holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    /// Rows that say an award.
    pub good: Vec<ListRow>,
    /// What is wrong with others.
    pub faults: Vec<Fault>,
}

/// Reads the rows below the head.
pub(super) fn read(
    cells: &[SheetCell],
    (head, columns): (u32, &HashMap<u32, Column>),
    catalog: &Catalog,
    today: Date,
) -> Rows {
    let mut by_row: BTreeMap<u32, Vec<&SheetCell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.row > head) {
        by_row.entry(cell.row).or_default().push(cell);
    }
    let (mut rows, mut section) = (Rows::default(), None);
    for (row, cells) in by_row {
        let reading = Reading { row, cells: &cells, columns, catalog, today };
        if reading.text(Column::Award).is_empty() && reading.text(Column::Number).is_empty() {
            // A heading such as “II. Cá nhân” holds for the rows below it; other such rows say nothing.
            section = reading.heading().or(section);
            if reading.is_heading() {
                continue;
            }
        }
        match reading.read(section) {
            Ok(good) => rows.good.push(good),
            Err(fault) => rows.faults.push(fault),
        }
    }
    rows
}

struct Reading<'a> {
    row: u32,
    cells: &'a [&'a SheetCell],
    columns: &'a HashMap<u32, Column>,
    catalog: &'a Catalog,
    today: Date,
}

impl Reading<'_> {
    fn cell(&self, wanted: Column) -> Option<&SheetCell> {
        let is_it = |cell: &&&SheetCell| self.columns.get(&cell.column) == Some(&wanted);
        self.cells.iter().find(is_it).copied()
    }

    /// The words of a column in one line.
    fn text(&self, wanted: Column) -> String {
        self.cell(wanted).map(|cell| shown(&cell.content)).unwrap_or_default()
    }

    /// What kind a heading between the rows speaks of.
    fn heading(&self) -> Option<SubjectKind> {
        let kind = self.cells.iter().find_map(|cell| kind_of(&shown(&cell.content)));
        // “Thôn 1” without an award is a row that lacks one.
        kind.filter(|kind| !matches!(kind, SubjectKind::Village | SubjectKind::Commune))
    }

    /// A row without an award that holds hardly anything: a heading, a sum, an empty number.
    fn is_heading(&self) -> bool {
        let name = text::fold(&self.text(Column::Name));
        name.is_empty() || self.heading().is_some() || name.starts_with("tong cong")
    }

    fn fault(&self, column: Column, key: &'static str) -> Fault {
        let place = self.columns.iter().find(|(_, known)| **known == column).map(|(at, _)| *at);
        let cell = self.cell(column);
        let place = cell.map(|cell| cell.column).or(place).unwrap_or_default();
        Fault {
            at: address(self.row, place),
            found: cell.map(|cell| shown(&cell.content)).unwrap_or_default(),
            why: Message::new(key),
        }
    }

    fn read(&self, section: Option<SubjectKind>) -> Result<ListRow, Fault> {
        for (column, key) in
            [(Column::Name, "register-row-no-name"), (Column::Award, "register-row-no-award")]
        {
            if self.text(column).is_empty() {
                return Err(self.fault(column, key));
            }
        }
        let typed_kind = self.text(Column::Kind);
        let kind = kind_of(&typed_kind);
        if kind.is_none() && !typed_kind.is_empty() {
            return Err(self.fault(Column::Kind, "register-row-kind"));
        }
        let (number, day) = self.number_and_day()?;
        let (award_name, issuer) = (self.text(Column::Award), self.text(Column::Issuer));
        let row = ListRow {
            row: self.row + 1,
            name: self.text(Column::Name),
            kind: kind.or(section),
            village: self.text(Column::Village),
            award: Meant::Unclear,
            award_at: self
                .cell(Column::Award)
                .map_or_else(String::new, |cell| address(cell.row, cell.column)),
            award_name,
            number,
            issued_on: match day {
                Day::Whole(day) => Some(day),
                Day::Year(_) => None,
            },
            year: match day {
                Day::Whole(day) => day.year(),
                Day::Year(year) => year,
            },
            level: self.catalog.spellings().level(&issuer),
            issuer,
            achievement: self.text(Column::Achievement),
        };
        let day = row.day().unwrap_or(self.today);
        let known = self.catalog.award_written(&row.award_name, &row.issuer, day);
        Ok(match known.map(str::to_owned) {
            Some(code) => row.meaning(Meant::Award(code), self.catalog),
            None => row,
        })
    }

    /// Number and day, which stand in two columns or in one: “12/QĐ-UBND ngày 01/06/2019”; an old list
    /// may have a year there and nothing else.
    fn number_and_day(&self) -> Result<(String, Day), Fault> {
        let typed = self.text(Column::Number);
        let (number, inside) = match typed.split_once("ngày").or_else(|| typed.split_once(", ")) {
            Some((number, day)) => (number.trim().trim_end_matches(','), day.trim()),
            None => ("", typed.as_str()),
        };
        let inside = self.day(&Content::Text(inside.to_owned()));
        let day = match self.cell(Column::Day) {
            Some(cell) => self.day(&cell.content).ok_or(Column::Day),
            None => inside.ok_or(if typed.is_empty() { Column::Day } else { Column::Number }),
        };
        match day {
            Err(column) => Err(self.fault(column, "register-row-day")),
            Ok(day) if day.is_after(self.today) => {
                Err(self.fault(Column::Day, "register-row-day-to-come"))
            }
            Ok(day) if inside.is_some() => Ok((number.to_owned(), day)),
            Ok(day) => Ok((typed, day)),
        }
    }

    fn day(&self, content: &Content) -> Option<Day> {
        match content {
            Content::Day(number) => day_of_number(*number).map(Day::Whole),
            Content::Number(number) => Day::year(&number.to_string()),
            Content::Text(text) => match date::parse_date(text.trim(), self.today) {
                Ok(day) => Some(Day::Whole(day)),
                Err(_) => Day::year(text.trim().trim_start_matches("Năm ").trim()),
            },
            _ => None,
        }
    }
}

/// A day, or a year of which no day is known.
#[derive(Clone, Copy)]
enum Day {
    Whole(Date),
    Year(i16),
}

impl Day {
    /// The Democratic Republic was founded in 1945; nothing was given before.
    fn year(text: &str) -> Option<Self> {
        let year = text.parse().ok()?;
        (1945..=9999).contains(&year).then_some(Self::Year(year))
    }

    fn is_after(self, today: Date) -> bool {
        match self {
            Self::Whole(day) => day > today,
            Self::Year(year) => year > today.year(),
        }
    }
}

/// Spreadsheets count days from the end of 1899.
fn day_of_number(number: f64) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "bounded right here")]
    let days = (1.0..2_900_000.0).contains(&number).then_some(number as i64)?;
    Date::new(1899, 12, 30).ok()?.checked_add(days.days()).ok()
}

/// What a cell shows, in one line.
fn shown(content: &Content) -> String {
    let text = match content {
        Content::Text(text) | Content::Fault(text) => text.clone(),
        Content::Number(number) | Content::Percent(number) => number.to_string(),
        Content::Day(number) => {
            day_of_number(*number).map_or_else(|| number.to_string(), date::show_date)
        }
        Content::Truth(truth) => truth.to_string(),
    };
    text::nfc(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What kind a word or a heading speaks of.
fn kind_of(words: &str) -> Option<SubjectKind> {
    let folded = text::fold(words);
    let plain = folded.trim_start_matches(|sign: char| !sign.is_alphabetic() || sign == 'i');
    [
        ("ca nhan", SubjectKind::Individual),
        ("tap the", SubjectKind::Collective),
        ("ho gia dinh", SubjectKind::Household),
        ("ho", SubjectKind::Household),
        ("doanh nghiep", SubjectKind::Enterprise),
        ("hop tac xa", SubjectKind::Cooperative),
        ("thon", SubjectKind::Village),
        ("lang", SubjectKind::Village),
        ("xa", SubjectKind::Commune),
    ]
    .into_iter()
    .find(|(word, _)| {
        let rest = plain.trim_start_matches(['v', 'x', '.', ' ']).strip_prefix(word);
        let rest = rest.or_else(|| plain.strip_prefix(word));
        rest.is_some_and(|rest| rest.trim_matches([' ', ':', '.', '(', ')']).len() < 4)
    })
    .map(|(_, kind)| kind)
}
