//! What the head says: Quốc hiệu, Tiêu ngữ, number and symbol, date, abstract; and that nothing
//! is missing.

use chungsuc_domain::date::show_long_date;

use super::Findings;
use crate::check::finding::{Part, RuleId, Value};
use crate::check::marks::{date_parts, number_parts};
use crate::check::paper::Line;
use crate::check::parts::Parts;
use crate::document::printed::{MOTTO, NATION};
use crate::{Kind, Presence};

pub(super) fn check(parts: &Parts<'_>, out: &mut Findings<'_>) {
    missing(parts, out);
    words(RuleId::NationWords, Part::Nation, parts.nation, NATION, out);
    words(RuleId::MottoWords, Part::Motto, parts.motto, MOTTO, out);
    if let Some(line) = parts.number {
        number(line, parts.kind, out);
    }
    if let Some(line) = parts.dateline {
        date(line, out);
    }
    if let Some(first) = parts.subject.first().filter(|line| !line.text.starts_with("V/v ")) {
        let (found, wanted) = (Value::Words(start(&first.text)), Value::Words("V/v".into()));
        out.add(RuleId::SubjectLead, Part::Subject, found, wanted, Some(first));
    }
}

fn missing(parts: &Parts<'_>, out: &mut Findings<'_>) {
    let needed = |presence: fn(&Kind) -> Presence| {
        parts.kind.is_none_or(|kind| presence(kind) == Presence::Must)
    };
    let titled = parts.kind.is_some_and(|kind| kind.titled);
    let abstract_ = needed(|kind| kind.abstract_);
    let signed =
        |has: fn(&crate::check::foot::Signed<'_>) -> bool| parts.foot.signatures.iter().any(has);
    for (part, there) in [
        (Part::Nation, parts.nation.is_some()),
        (Part::Motto, parts.motto.is_some()),
        (Part::Issuer, !parts.issuer.is_empty() || !needed(|kind| kind.issuer)),
        (Part::Number, parts.number.is_some() || !needed(|kind| kind.number)),
        (Part::Dateline, parts.dateline.is_some() || !needed(|kind| kind.dateline)),
        (Part::Abstract, !titled || !abstract_ || !parts.abstract_.is_empty()),
        (Part::Subject, titled || !abstract_ || !parts.subject.is_empty()),
        (Part::Body, !parts.body.is_empty()),
        (Part::Capacity, signed(|one| !one.capacity.is_empty())),
        (Part::Recipients, parts.foot.title.is_some() || !needed(|kind| kind.recipients)),
    ] {
        if !there {
            out.add(RuleId::Missing, part, Value::Nothing, Value::Nothing, None);
        }
    }
}

fn words(rule: RuleId, part: Part, line: Option<&Line>, wanted: &str, out: &mut Findings<'_>) {
    // Whether the letters are capital is the look's matter.
    let same = |line: &Line| {
        line.text == wanted || part == Part::Nation && line.text.to_uppercase() == wanted
    };
    if let Some(line) = line.filter(|line| !same(line)) {
        let found = Value::Words(line.text.clone());
        out.add(rule, part, found, Value::Words(wanted.to_owned()), Some(line));
    }
}

fn number(line: &Line, kind: Option<&Kind>, out: &mut Findings<'_>) {
    let found = || Value::Words(line.text.clone());
    let mut tell = |rule, wanted: String| {
        out.add(rule, Part::Number, found(), Value::Words(wanted), Some(line));
    };
    let Some(parts) = number_parts(&line.text) else {
        return tell(RuleId::NumberForm, "Số: …/…-…".to_owned());
    };
    let plain = parts.serial.parse::<u32>().map(|serial| format!("{serial:02}"));
    let serial = plain.unwrap_or_default();
    if serial != parts.serial {
        tell(RuleId::NumberZero, format!("Số: {serial}/{}", parts.symbol));
    }
    let Some(kind) = kind else { return };
    let (first, rest) = parts.symbol.split_once('-').unwrap_or(("", parts.symbol));
    let right = match &kind.abbreviation {
        Some(abbreviation) => format!("Số: {serial}/{abbreviation}-{rest}"),
        None => format!("Số: {serial}/{rest}"),
    };
    let mut known = out.book.kinds.all().iter().filter_map(|kind| kind.abbreviation.as_deref());
    let fits = match kind.abbreviation.as_deref() {
        Some(abbreviation) => first == abbreviation,
        None => !known.any(|known| known == first),
    };
    if first.eq_ignore_ascii_case("CV") {
        out.add(RuleId::NumberCv, Part::Number, found(), Value::Words(right), Some(line));
    } else if !fits {
        out.add(RuleId::NumberKind, Part::Number, found(), Value::Words(right), Some(line));
    }
}

fn date(line: &Line, out: &mut Findings<'_>) {
    let found = Value::Words(line.text.clone());
    let Some(parts) = date_parts(&line.text) else {
        let wanted = Value::Words("…, ngày … tháng … năm …".to_owned());
        return out.add(RuleId::DateForm, Part::Dateline, found, wanted, Some(line));
    };
    let Some(date) = parts.date() else { return };
    let (long, place) =
        (show_long_date(date), line.text.split(", ngày").next().unwrap_or_default());
    let wanted = format!("{place}, {long}");
    if wanted != line.text {
        out.add(RuleId::DateZero, Part::Dateline, found, Value::Words(wanted), Some(line));
    }
}

/// The first word of a line.
fn start(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_owned()
}
