//! What is to be done when.

use jiff::civil::Date;

use super::period;
use crate::read::dates::Moment;
use crate::read::found::Found;
use crate::read::marker::Level;
use crate::read::parts::{Item, Parts, Row};
use crate::read::pattern::patterns;
use crate::read::script::Piece;

patterns! {
    SCHEDULE = r"\b(tien do|lo trinh|thoi gian|ke hoach thoi gian)\b.*(thuc hien|trien khai|to chuc)|^(tien do|lo trinh)|cac moc thoi gian";
    TIMED = r"^-? ?(thoi gian|thoi han|tien do)( (thuc hien|hoan thanh|trien khai|to chuc|tien hanh|bao cao|du kien))*$";
    STARTS_TIMED = r"^-? ?(nam|giai doan|thang|quy|quy|tu|truoc|ngay|dip|trong|den|cuoi|dau|dot|hang|tuan|sau)\b";
    LEAD = r"^-? ?(co quan|don vi)? ?(chu tri)( thuc hien)?$";
    SUPPORT = r"^-? ?(co quan|don vi)? ?(phoi hop)( thuc hien)?$";
    WHEN_COLUMN = r"\b(thoi gian|thoi han|tien do)\b";
    LEAD_COLUMN = r"chu tri";
    SUPPORT_COLUMN = r"phoi hop";
    WHAT_COLUMN = r"nhiem vu|noi dung|cong viec|hoat dong";
    DAY = r"(?x)\b((truoc|cham\ nhat(\ la|\ den|\ vao|\ trong)*|muon\ nhat|xong\ truoc|vao|trong|den|den\ het|tu|xong)\ )?
        (ngay\ )?\d{1,2}\s?(/|-|\.|\ thang\ )\s?\d{1,2}(\s?(/|-|\.|,?\ nam\ )\s?\d{4})?\b";
    MONTH = r"(?x)\b((truoc|cham\ nhat|vao|trong|den\ het|den|tu|cuoi|dau|xong\ trong|het)\ )*
        (thang\ \d{1,2}\s?(/|,?\ nam\ |\ )\d{4}|qu[yi]\ (iv|i{1,3}|[1-4])(\s?/\s?|,?\ nam\ |-)\d{4})";
    WITHIN = r"\btrong (vong |thoi gian |thoi han )?(khong qua )?\d{1,3}(-\d{1,3})? (gio|ngay|thang|tuan)( lam viec)?( (sau khi|ke tu|tu khi|tu ngay) [^,;.]{3,40})?";
    NUMBER = r"[/-][a-z&]+([-/&][a-z&]+)*,? ?$|\b(luat|phap lenh|so|dieu|khoan|muc) [^.;,]{0,60}$";
    CALLED = r"\b(ngay|thang) ";
    STOP = r"[.;]( |$)";
}

/// A step of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When, as worded.
    pub when: String,
    /// What, in the words of the plan.
    pub what: Option<String>,
    /// Where it stands: `V.2`.
    pub section: Option<String>,
    /// Who leads, where it is said.
    pub lead: Option<String>,
    /// Who supports.
    pub support: Option<String>,
}

/// The steps of a plan, in the order of the text; what lies before its own day is history.
pub(super) fn timeline(parts: &Parts<'_>, issued: Option<Date>) -> Vec<Found<Step>> {
    let mut steps = Steps { issued, seen: Vec::new(), found: Vec::new() };
    let schedules = parts.sections(&SCHEDULE);
    for (index, item) in parts.items.iter().enumerate() {
        let scheduled = schedules.iter().any(|at| *at < index && index < parts.items[*at].end);
        if item.title().has(&TIMED) && item.is_heading() && steps.labelled(parts, index) {
            continue;
        }
        if scheduled && item.level < Level::Text && steps.scheduled(item) {
            continue;
        }
        steps.written(item);
    }
    steps.tables(&parts.rows);
    steps.found
}

struct Steps {
    issued: Option<Date>,
    /// Days that have been told already, as they compare.
    seen: Vec<String>,
    found: Vec<Found<Step>>,
}

impl Steps {
    /// "Thời gian thực hiện: …"; the item before it says what, the ones between who.
    fn labelled(&mut self, parts: &Parts<'_>, index: usize) -> bool {
        let item = &parts.items[index];
        let below = parts.below(index).iter().map(|below| below.words);
        let mut words = std::iter::once(item.rest()).chain(below).filter(|words| !words.is_empty());
        let (Some(when), None) = (words.next(), words.next()) else { return false };
        let when = when.trim(".;/");
        if when.words() > 14 {
            return false;
        }
        let above = index.saturating_sub(12)..index;
        let named = |pattern: &regex::Regex| {
            let item =
                parts.items[above.clone()].iter().rev().find(|item| item.title().has(pattern))?;
            Some(item.rest().trim(".;").text().to_owned()).filter(|text| !text.is_empty())
        };
        let step = Step {
            when: when.text().to_owned(),
            what: heading_above(parts, index),
            section: section(item),
            lead: named(&LEAD),
            support: named(&SUPPORT),
        };
        self.seen.extend(key(when, self.issued));
        self.found.push(Found::new(step, when));
        true
    }

    /// "Năm 2022: xây dựng kế hoạch …" in a section about the timetable.
    fn scheduled(&mut self, item: &Item<'_>) -> bool {
        let when = item.title();
        if !when.has(&STARTS_TIMED) || when.words() > 12 || item.rest().is_empty() {
            return false;
        }
        if Moment::of(when).is_none() && when.words() > 6 {
            return false;
        }
        let what = Some(item.rest().trim(".;/").text().to_owned());
        self.push(when, what, item);
        true
    }

    /// Days and months in sentences.
    fn written(&mut self, item: &Item<'_>) {
        for sentence in item.words.split(&STOP) {
            let mut start = 0;
            while let Some((when, range)) = next_when(sentence, start) {
                start = sentence.offset(when) + when.len();
                let before = sentence.to(sentence.offset(when));
                if before.has(&NUMBER) && !range || self.is_past(when) {
                    continue;
                }
                let Some(key) = key(when, self.issued) else { continue };
                if !self.seen.contains(&key) {
                    self.seen.push(key);
                    self.push(when, Some(sentence.text().to_owned()), item);
                }
            }
        }
    }

    fn push(&mut self, when: Piece<'_>, what: Option<String>, item: &Item<'_>) {
        let step = Step {
            when: when.text().to_owned(),
            what,
            section: section(item),
            lead: None,
            support: None,
        };
        self.found.push(Found::new(step, when).unsure());
    }

    fn is_past(&self, when: Piece<'_>) -> bool {
        let last = period::range(when).and_then(|range| range.value.to);
        let last = last.or_else(|| Moment::of(when).and_then(Moment::iso));
        let issued = self.issued.map(|day| day.to_string());
        issued
            .zip(last)
            .is_some_and(|(issued, last)| issued.get(..last.len()).is_some_and(|i| *last < *i))
    }

    /// Tables with a column of days, as annexes have them.
    fn tables(&mut self, rows: &[Row<'_>]) {
        let mut columns: Option<Columns> = None;
        let mut table = 0;
        for row in rows {
            if row.table != table {
                (columns, table) = (None, row.table);
            }
            if let Some(head) = Columns::of(row) {
                columns = Some(head);
            } else if let Some(columns) = &columns {
                self.found.extend(columns.step(row));
            }
        }
    }
}

/// Which columns of a table say what.
struct Columns {
    when: u32,
    what: Option<u32>,
    lead: Option<u32>,
    support: Option<u32>,
}

impl Columns {
    /// Reads the head of a table; `None` for other rows.
    fn of(row: &Row<'_>) -> Option<Self> {
        let find = |pattern: &regex::Regex| {
            row.cells
                .iter()
                .find(|(_, cell)| cell.has(pattern) && cell.words() < 8)
                .map(|(n, _)| *n)
        };
        let (when, what) = (find(&WHEN_COLUMN)?, find(&WHAT_COLUMN));
        let lead = find(&LEAD_COLUMN);
        (row.cells.len() > 2 && (what.is_some() || lead.is_some())).then(|| Self {
            when,
            what,
            lead,
            support: find(&SUPPORT_COLUMN),
        })
    }

    fn step(&self, row: &Row<'_>) -> Option<Found<Step>> {
        let cell =
            |column: u32| row.cells.iter().find(|(n, _)| *n == column).map(|(_, cell)| *cell);
        let text = |column: Option<u32>| column.and_then(cell).map(|cell| cell.text().to_owned());
        let when = cell(self.when)?.trim(".;");
        let step = Step {
            when: when.text().to_owned(),
            what: text(self.what),
            section: None,
            lead: text(self.lead),
            support: text(self.support),
        };
        Some(Found::new(step, when))
    }
}

/// The next words that name a day or a month, and whether they are a range.
fn next_when(sentence: Piece<'_>, start: usize) -> Option<(Piece<'_>, bool)> {
    let rest = sentence.from(start);
    let range = period::range_words(rest);
    let single = [&*DAY, &*MONTH, &*WITHIN]
        .into_iter()
        .filter_map(|pattern| rest.find(pattern))
        .min_by_key(|found| rest.offset(*found));
    match (range, single) {
        (Some(range), Some(single)) if rest.offset(single) < rest.offset(range) => {
            Some((single, false))
        }
        (Some(range), _) => Some((range, true)),
        (None, single) => single.map(|single| (single, false)),
    }
}

/// What makes two wordings the same: the days that they mean. Years alone are no steps.
fn key(when: Piece<'_>, issued: Option<Date>) -> Option<String> {
    let year = issued.map(Date::year);
    if when.has(&WITHIN) {
        return Some(when.plain().to_owned());
    }
    if let Some(range) = period::range_of(when, year) {
        let precise =
            range.value.to.as_ref().is_some_and(|to| to.len() > 4) || range.value.to.is_none();
        let part = |text: Option<String>| text.map_or(String::new(), |text| text.replace('-', ""));
        let (from, to) = (part(range.value.from), part(range.value.to));
        return precise.then(|| format!("{from}-{to}"));
    }
    let moment = Moment::of(when)?;
    // "09/09" alone may count anything.
    if moment.year.is_none() && !when.has(&CALLED) {
        return None;
    }
    let moment = moment.or_year(year);
    moment.month.and_then(|_| moment.iso())
}

fn section(item: &Item<'_>) -> Option<String> {
    (!item.path.is_empty()).then(|| item.path.clone())
}

/// The heading that an item stands under.
fn heading_above(parts: &Parts<'_>, index: usize) -> Option<String> {
    let above = parts.items[..index].iter().rev().find(|item| item.end > index)?;
    Some(above.title().text().to_owned())
}
