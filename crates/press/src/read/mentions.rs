//! Documents that a text names: `Quyết định số 163/QĐ-UBND ngày 22/12/2021 của …`.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates;
use super::kinds;
use super::paper::compact;
use super::pattern::{either, pattern, patterns};
use super::script::Piece;

/// A document by its type, with number or without ("Luật …").
static MENTION: LazyLock<Regex> = LazyLock::new(|| {
    let kinds = kinds::alternatives();
    pattern(format!(
        r"(?x)\b (?P<kind>{}) \s (so\s?:?\s?)?
        (?P<number> \d{{1,6}}[a-z]? \s?(//|[/-])\s? [a-z0-9&]+ ((//|[-/&.])[a-z0-9&]+)*) \b",
        kinds.replace(' ', r"\s")
    ))
});

/// With what the subject of a document begins, after the name of its issuer.
const SUBJECTS: &str = "\
    ve\\b|ban hanh |quy dinh|huong dan|phe duyet|sua doi|v/v|thuc hien|trien khai|\
    to chuc thuc|phan bo|cong bo|giao |thanh lap|phat dong|tong ket|lanh dao|ke hoach|\
    chi dao|tang cuong|thong qua|bo sung|nham|de |\
    va (y kien|huong dan|chi dao|cac|ke hoach|chi thi|quyet dinh|cong van|nghi quyet|thong bao)";

/// What a body says in a document: "hướng dẫn của Bộ Nội vụ tại Công văn số …".
const SAYINGS: &str = "huong dan|chi dao|y kien chi dao|de nghi|yeu cau|ket luan|noi dung";

patterns! {
    LAW = r"\b(bo luat|luat|phap lenh) [a-z]";
    LAWYER = r"^luat (su|gia)\b";
    MORE = r"^(,| va|, va) (so )?(?P<number>\d{1,6}[a-z]?(//|[/-])[a-z0-9&]+((//|[-/&.])[a-z0-9&]+)+)";
    LAW_NUMBER = r"\bso (?P<number>\d{1,3}(/\d{4})?[/-](qh|ubtvqh|pl)[a-z0-9-]*)";
    BY = r"^[ ,]*cua (?P<issuer>.+)$";
    SUBJECT = format!(r"[,;(]| {}", either(SUBJECTS));
    DIRECT = r"(,|;|\bva|\bcung)( can cu| thuc hien| theo)?( cac)? ?$";
    THROUGH = format!(r"(^|,|;|\bva) ?{}( cua [^,;]{{3,60}})? (tai|trong) $", either(SAYINGS));
}

/// A document that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention<'a> {
    /// Its type as the law names it.
    pub kind: &'static str,
    /// Its number and symbol; laws are often named without.
    pub number: Option<Piece<'a>>,
    /// Its day, where it is written beside the number.
    pub date: Option<Date>,
    /// Who issued it, as written.
    pub issuer: Option<Piece<'a>>,
    /// All words that name it.
    pub words: Piece<'a>,
}

impl Mention<'_> {
    /// Its number and symbol, without the spaces and the second stroke that typing left in them.
    pub fn numbered(&self) -> Option<String> {
        self.number.map(compact)
    }
}

/// The documents that a sentence names itself, not those inside the titles of others.
pub(super) fn direct(sentence: Piece<'_>) -> Vec<Mention<'_>> {
    // No preamble has a longer sentence; a file without stops must not make this slow.
    let sentence = sentence.to(6_000);
    let mut found: Vec<Mention<'_>> = Vec::new();
    // Within the title of another document: one with a number holds all that follow it by "và", a law
    // only other laws.
    let (mut nested, mut nested_law) = (false, false);
    let mut start = 0;
    while let Some((at, mention)) = next(sentence, start) {
        let before = sentence.to(at);
        let since = before.from(start);
        let quoted = before.plain().matches('"').count() % 2 == 1;
        let bracketed = before.plain().matches('(').count() > before.plain().matches(')').count();
        let first = found.is_empty() && !nested && !nested_law;
        let is_law = matches!(mention.kind, "Luật" | "Bộ luật" | "Pháp lệnh");
        let held = nested || is_law && nested_law;
        let named = since.has(&THROUGH) || since.has(&DIRECT) && !held;
        let closed = found.last().is_none_or(|last| last.number.is_some() || last.date.is_some());
        start = at + mention.words.len();
        if (first || named && closed) && !quoted && !bracketed {
            (nested, nested_law) = (false, false);
            found.push(mention);
            start += more(sentence.from(start), &mut found);
        } else if is_law {
            nested_law = true;
        } else {
            nested = true;
        }
    }
    found
}

/// "Quyết định số 1/QĐ-TTg ngày …, số 2/QĐ-TTg ngày …": numbers that share the word of their type.
/// Answers how many characters they take.
fn more<'a>(rest: Piece<'a>, found: &mut Vec<Mention<'a>>) -> usize {
    let mut end = 0;
    while let Some(kind) = found.last().map(|last| last.kind)
        && let Some(words) = rest.from(end).find(&MORE)
        && let Some(number) = rest.from(end).group(&MORE, "number")
    {
        let after = rest.from(rest.offset(words) + words.len());
        let mention = described(kind, Some(number), number, after);
        end = rest.offset(mention.words) + mention.words.len();
        found.push(mention);
    }
    end
}

/// Whether a sentence starts with a document.
pub(super) fn starts(sentence: Piece<'_>) -> bool {
    next(sentence, 0).is_some_and(|(at, _)| at < 3)
}

/// Whether a sentence opens with a document by its type and number, or with a law.
pub(super) fn opens(sentence: Piece<'_>) -> bool {
    sentence.starts_with_capital() && next(sentence, 0).is_some_and(|(at, _)| at == 0)
}

/// The next mention from a place on, and where it starts.
pub(super) fn next(sentence: Piece<'_>, start: usize) -> Option<(usize, Mention<'_>)> {
    let rest = sentence.from(start);
    let numbered = numbered(rest);
    let law = law(rest);
    let mention = match (numbered, law) {
        (Some(a), Some(b)) if rest.offset(b.words) < rest.offset(a.words) => b,
        (a, b) => a.or(b)?,
    };
    Some((sentence.offset(mention.words), mention))
}

fn numbered(rest: Piece<'_>) -> Option<Mention<'_>> {
    let all = rest.find(&MENTION)?;
    let kind = kinds::written(rest.group(&MENTION, "kind")?.plain())?;
    let number = rest.group(&MENTION, "number")?;
    Some(described(kind, Some(number), all, rest.from(rest.offset(all) + all.len())))
}

/// A law, which needs no number. "Luật" is written with a capital where it names one.
fn law(rest: Piece<'_>) -> Option<Mention<'_>> {
    let found = LAW.find_iter(rest.plain()).map(|found| rest.part(found.range()));
    // "Đoàn Luật sư", "Hội Luật gia" are no laws; "Luật Luật sư" is one.
    let lawyer = |found: &Piece<'_>| {
        let (before, from) = (rest.to(rest.offset(*found)), rest.from(rest.offset(*found)));
        from.has(&LAWYER) && !before.plain().ends_with("luat ")
    };
    let mut found = found.into_iter().filter(|found| !lawyer(found));
    let head = found.find(|found| found.starts_with_capital())?;
    let kind = kinds::written(head.to(head.len() - 2).plain())?;
    let after = rest.from(rest.offset(head) + head.len());
    // The name of the law goes up to its day; another law may be named within it.
    let end = after.plain().find(';').unwrap_or(after.len());
    let end = after.find(&MENTION).map_or(end, |other| end.min(after.offset(other)));
    let (number, day) =
        (after.to(end).group(&LAW_NUMBER, "number"), dates::first_day(after.to(end)));
    let words = number.map_or(head, |number| head.through(number));
    let words = day.map_or(words, |(day, _)| words.through(day));
    Some(Mention { kind, number, date: day.map(|(_, day)| day), issuer: None, words })
}

/// Reads the day and the issuer that follow a number.
fn described<'a>(
    kind: &'static str,
    number: Option<Piece<'a>>,
    words: Piece<'a>,
    after: Piece<'a>,
) -> Mention<'a> {
    let near = after.to(after.len().min(40));
    let day = dates::first_day(near).filter(|(day, _)| {
        near.to(near.offset(*day))
            .plain()
            .trim_matches([' ', ',', '('])
            .trim_start_matches("ngay")
            .trim()
            .is_empty()
    });
    let rest = day.map_or(after, |(day, _)| after.from(after.offset(day) + day.len()));
    let issuer = rest.group(&BY, "issuer").map(|issuer| {
        let end = issuer.find(&SUBJECT).map_or(issuer.len(), |cut| issuer.offset(cut));
        issuer.to(end).trim(".;,")
    });
    let words = day.map_or(words, |(day, _)| words.through(day));
    let words = issuer.map_or(words, |issuer| words.through(issuer));
    Mention { kind, number, date: day.map(|(_, day)| day), issuer, words }
}
