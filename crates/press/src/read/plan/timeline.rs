//! What is to be done when.

use jiff::civil::Date;

use super::columns::Columns;
use super::period;
use crate::read::dates::Moment;
use crate::read::found::Found;
use crate::read::marker::Level;
use crate::read::parts::{Item, Parts, Row};
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

const DOINGS: &str = "thuc hien|hoan thanh|trien khai|to chuc|tien hanh|bao cao|du kien";
const TIMES: &str =
    "nam|giai doan|thang|quy|tu|truoc|ngay|dip|trong|den|cuoi|dau|dot|hang|tuan|sau";
const BY: &str = "(?:truoc|cham nhat( la| den| vao| trong)*|muon nhat|xong truoc|vao|trong|\
    den het|den|tu|xong trong|xong|het)";
const YEAR: &str = r"\d{4}";
const QUARTER: &str = "qu[yi] (iv|i{1,3}|[1-4])";
const DAY_AND_MONTH: &str = r"\d{1,2} ?(/|-|\.|\bthang ) ?\d{1,2}( ?(/|-|\.|,? ?\bnam ) ?\d{4})?";
const SPAN: &str = "(gio|ngay|thang|tuan)( lam viec)?";
const SINCE: &str = "(sau khi|ke tu|tu khi|tu ngay)";

/// How many characters of a sentence are read.
const LONGEST: usize = 3_000;

patterns! {
    SCHEDULE = concat!(
        r"\b(tien do|lo trinh|thoi gian)\b.*(thuc hien|trien khai|to chuc)",
        r"|^(tien do|lo trinh)|moc thoi gian"
    );
    TIMED = format!(r"^-? ?(thoi gian|thoi han|tien do)( {})*$", either(DOINGS));
    STARTS_TIMED = format!(r"^-? ?{}\b", either(TIMES));
    LEAD = r"^-? ?(co quan|don vi)? ?(chu tri)( thuc hien)?$";
    SUPPORT = r"^-? ?(co quan|don vi)? ?(phoi hop)( thuc hien)?$";
    DAY = format!(r"\b({BY} )?(ngay )?{}\b", DAY_AND_MONTH);
    MONTH = format!(
        r"\b({BY} |cuoi |dau )*(thang \d{{1,2}}(/|,? nam | ){YEAR}|{QUARTER}( ?/ ?|,? nam |-){YEAR})"
    );
    WITHIN = format!(
        "\\btrong (vong |thoi gian |thoi han )?(khong qua )?[0-9]{{1,3}}(-[0-9]{{1,3}})? {SPAN}\
        ( {SINCE} [^,;.]{{3,40}})?"
    );
    // The day belongs to a document that is cited.
    NUMBER = concat!(
        r"[/-][a-z&]+([-/&][a-z&]+)*,? ?$",
        r"|\b(luat|phap lenh) [^.;,]{0,60}$|hieu luc( thi hanh)?( ke)? $"
    );
    PREPOSED = format!("^{BY} ");
    AGAIN = r"^( va (ngay )?\d{1,2}(/| thang )\d{1,2})? (hang|moi) (nam|quy|thang)";
    AIMS = r"^(muc dich|yeu cau|quan diem|su can thiet|tinh hinh)";
    CALLED = r"\b(ngay|thang) ";
    STOP = r"[.;]( |$)";
}

/// A stage of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
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

/// The stages of a plan, in the order of the text; what lies before its own day is history.
pub(super) fn timeline(parts: &Parts<'_>, issued: Option<Date>) -> Vec<Found<Stage>> {
    let mut stages = Stages { issued, seen: Vec::new(), found: Vec::new() };
    let schedules = parts.sections(&SCHEDULE);
    let aims = parts.sections(&AIMS);
    let within = |sections: &[usize], index: usize| {
        sections.iter().any(|at| *at < index && index < parts.items[*at].end)
    };
    for (index, item) in parts.items.iter().enumerate() {
        if within(&aims, index) {
            continue;
        }
        let scheduled = within(&schedules, index);
        if item.title().has(&TIMED) && item.is_heading() && stages.labelled(parts, index) {
            continue;
        }
        if scheduled && item.level < Level::Text && stages.scheduled(item) {
            continue;
        }
        stages.written(item);
    }
    stages.tables(&parts.rows);
    stages.found
}

struct Stages {
    issued: Option<Date>,
    /// Days that have been told already, as they compare.
    seen: Vec<String>,
    found: Vec<Found<Stage>>,
}

impl Stages {
    /// "Thời gian thực hiện: …"; the item before it says what, the ones between who.
    fn labelled(&mut self, parts: &Parts<'_>, index: usize) -> bool {
        let item = &parts.items[index];
        let below = parts.below(index).iter().map(|below| below.words);
        let mut words = std::iter::once(item.rest()).chain(below).filter(|words| !words.is_empty());
        let (Some(when), None) = (words.next(), words.next()) else { return false };
        let when = when.trim(".;/");
        let most = if when.has(&STARTS_TIMED) { 25 } else { 14 };
        if when.words() > most || when.has(&STOP) {
            return false;
        }
        let above = parts.parent(index);
        let beside = &parts.items[above.map_or(index, |above| above + 1)..index];
        let named = |pattern: &regex::Regex| {
            let item = beside.iter().rev().find(|item| item.title().has(pattern))?;
            Some(item.rest().trim(".;").text().to_owned()).filter(|text| !text.is_empty())
        };
        let stage = Stage {
            when: when.text().to_owned(),
            what: above.map(|above| parts.items[above].title().text().to_owned()),
            section: section(item),
            lead: named(&LEAD),
            support: named(&SUPPORT),
        };
        self.seen.extend(key(when, self.issued));
        self.found.push(Found::new(stage, when));
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
            // No office writes a longer one; a file without stops must not make this slow.
            let sentence = sentence.to(LONGEST);
            let mut start = 0;
            while let Some((when, range)) = next_when(sentence, start) {
                start = sentence.offset(when) + when.len();
                let before = sentence.to(sentence.offset(when));
                let cited = before.has(&NUMBER) && !range && !when.has(&PREPOSED);
                if cited || sentence.from(start).has(&AGAIN) || self.is_past(when) {
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
        let stage = Stage {
            when: when.text().to_owned(),
            what,
            section: section(item),
            lead: None,
            support: None,
        };
        self.found.push(Found::new(stage, when).unsure());
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
                self.found.extend(columns.stage(row));
            }
        }
    }
}

/// The next words that name a day or a month, and whether they are a range.
fn next_when(sentence: Piece<'_>, start: usize) -> Option<(Piece<'_>, bool)> {
    let rest = sentence.from(start);
    let range = period::range_words(rest);
    let single = [&*WITHIN, &*DAY, &*MONTH]
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

/// What makes two wordings the same: the days that they mean. Years alone are no stages.
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
