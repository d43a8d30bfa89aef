//! What is to be reached, and by when.

use crate::read::found::Found;
use crate::read::marker::Level;
use crate::read::parts::{Item, Parts};
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

/// What is counted in targets.
const UNITS: &str = "\
    lan|xa|thon|lang|ho|trieu|ty|tieu chi|mo hinh|san pham|km|cap|can bo|nguoi|tin|\
    bai|ca|tre|tan|ta|ha|kg|dong|chi bo|co so|don vi|tuyen|cay|cong trinh|can nha|lop|truong|hoi vien|doanh nghiep";
const LEAST: &str = r"\b(?:it nhat|tren|duoi|toi thieu|khong qua|tu)";
const SOME: &str = r"(?:\d+|mot|hai|ba|bon|nam)";

/// How an aim begins that is bound to a day.
const AIMS: &str = "\
    phan dau|hoan thanh|dat|duy tri|giu vung|nang|giam|xay dung|co|bao dam|dam bao|100|\
    tang (ty le|so|them|toc|gia|tu)";

// How a plan says by when.
const BY: &str = "(?:den het|den cuoi|den|het|truoc|trong|vao|tu) ";
const NEARLY: &str = "(?:het|cuoi|dau)";
const YEAR: &str = r"20\d{2}\b";
const DAY: &str = r"(?:ngay \d{1,2}/\d{1,2}/|thang \d{1,2}[/ ]|quy [iv]+[/ ])";

patterns! {
    SECTION = r"\b(muc tieu|chi tieu)\b";
    NOT_SECTION = r"muc dich|khen thuong|danh gia";
    LABEL = r"^-? ?(chi tieu|muc tieu) ?\d{0,2}[a-z]?( ?[:.] ?)";
    MEASURE = format!(r"\d ?%|\b\d+([.,]\d+)* ?{}\b|{LEAST} (co )?{SOME}\b", either(UNITS));
    STRIVES = r"\b(phan dau|quyet tam|muc tieu)( phan dau)?( la)?,? ?:?";
    DUE = format!(
        "\\b(phan dau )?(?:{BY}({NEARLY} )*{YEAR}|({BY})?({NEARLY} )*\
        (?:giai doan [0-9]{{4}} ?- ?[0-9]{{4}}|(?:nam |{DAY}(?:nam )?){YEAR}))( tro di)?"
    );
    STATED_AIM = format!(r"^-? ?{}\b", either(AIMS));
    STOP = r"[.]( |$)";
    STRIVES_END = r"[.;]( |$)";
    LEADS = r"(?x)^(-|\ )*((phan\ dau|thi)\ )?";
    REACHES = r"^(dat|co|la|se)\b";
}

/// Something to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What.
    pub text: String,
    /// By when, as worded.
    pub due: Option<String>,
}

/// The targets of a plan: the items of its sections "mục tiêu", "chỉ tiêu", and elsewhere each
/// "phấn đấu …" that is bound to a day.
pub(super) fn targets(parts: &Parts<'_>) -> Vec<Found<Target>> {
    let mut found: Vec<Found<Target>> = Vec::new();
    let mut index = 0;
    while index < parts.items.len() {
        let item = &parts.items[index];
        if item.is_section() && item.level < Level::Point && is_target_section(item.title()) {
            let general = item.title();
            found.extend(within(parts, index, general));
            index = item.end;
        } else {
            found.extend(striven(item.words));
            index += 1;
        }
    }
    found
}

fn is_target_section(title: Piece<'_>) -> bool {
    title.has(&SECTION) && !title.has(&NOT_SECTION) && title.words() < 20
}

/// Each measurable or labelled leaf of a section of targets.
fn within(parts: &Parts<'_>, index: usize, heading: Piece<'_>) -> Vec<Found<Target>> {
    let leaves = parts
        .below(index)
        .iter()
        .enumerate()
        .filter(|(at, item)| item.end == index + 1 + at + 1 && !item.words.is_empty());
    let mut found: Vec<Found<Target>> = Vec::new();
    for (_, item) in leaves {
        found.extend(leaf(item, heading));
    }
    if found.is_empty() {
        found.extend(
            parts.items[index]
                .end
                .eq(&(index + 1))
                .then(|| parts.items[index].rest())
                .filter(|rest| rest.has(&MEASURE))
                .and_then(|rest| target(rest, heading)),
        );
    }
    found
}

fn leaf(item: &Item<'_>, heading: Piece<'_>) -> Option<Found<Target>> {
    let words = item.words;
    let labelled = words.has(&LABEL);
    let bound = words.has(&DUE) && words.has(&STATED_AIM);
    if !(labelled || bound || words.has(&MEASURE)) {
        return None;
    }
    let start = words.find(&LABEL).map_or(0, Piece::len);
    target(words.from(start), heading).map(|found| found.sure_if(labelled))
}

fn target(words: Piece<'_>, heading: Piece<'_>) -> Option<Found<Target>> {
    let end = words.find(&STOP).map_or(words.len(), |stop| words.offset(stop));
    let sentence = words.to(end).trim(".;,/");
    let due = sentence.find(&DUE).or_else(|| heading.find(&DUE));
    let text = without_due(sentence);
    if text.is_empty() {
        return None;
    }
    let due = due.map(|due| due.text().to_owned());
    Some(Found::new(Target { text: text.text().to_owned(), due }, text))
}

/// "phấn đấu đến cuối năm 2023 …" in a sentence.
fn striven(words: Piece<'_>) -> Vec<Found<Target>> {
    let mut found = Vec::new();
    for head in words.find_all(&STRIVES) {
        let after = words.from(words.offset(head) + head.len());
        let end = after.find(&STRIVES_END).map_or(after.len(), |stop| after.offset(stop));
        let clause = after.to(end).trim(",.;");
        let Some(due) = clause.find(&DUE).filter(|_| head.plain().starts_with("phan dau")) else {
            continue;
        };
        let text = without_due(clause);
        if text.words() > 2 {
            let due = Some(due.text().to_owned());
            found.push(Found::new(Target { text: text.text().to_owned(), due }, text).unsure());
        }
    }
    found
}

/// Without "phấn đấu" and the day at its start.
fn without_due(words: Piece<'_>) -> Piece<'_> {
    let start = words.find(&LEADS).map_or(0, Piece::len);
    let words = words.from(start);
    match words.find(&DUE) {
        Some(due) if words.offset(due) == 0 => {
            let rest = words.from(due.len()).trim(",: ");
            rest.find(&REACHES).map_or(rest, |verb| rest.from(verb.len()).trim(""))
        }
        _ => words.trim(""),
    }
}
