//! How each part looks: face, size, bold, slant, capitals, and where its lines stand.

use super::Findings;
use crate::check::finding::{Part, RuleId, Value};
use crate::check::look::Letters;
use crate::check::paper::Line;
use crate::check::parts::Parts;
use crate::check::rulebook::Side;

pub(super) fn check(parts: &Parts<'_>, out: &mut Findings<'_>) {
    let mut looks = vec![
        (Part::Nation, one(parts.nation)),
        (Part::Motto, one(parts.motto)),
        (Part::Superior, parts.superior.clone()),
        (Part::Issuer, parts.issuer.clone()),
        (Part::Number, one(parts.number)),
        (Part::Dateline, one(parts.dateline)),
        (Part::Kind, one(parts.title)),
        (Part::Abstract, parts.abstract_.clone()),
        (Part::Subject, parts.subject.clone()),
        (Part::Addressee, parts.addressees.clone()),
        (Part::Basis, parts.bases.clone()),
        (Part::RecipientsTitle, one(parts.foot.title)),
        (Part::Recipients, parts.foot.recipients.clone()),
    ];
    for signed in &parts.foot.signatures {
        looks.push((Part::Capacity, signed.capacity.clone()));
        looks.push((Part::Signer, one(signed.name)));
    }
    for annex in &parts.annexes {
        looks.push((Part::AnnexLabel, one(annex.label)));
        looks.push((Part::AnnexTitle, annex.title.clone()));
        looks.push((Part::AnnexReference, one(annex.reference)));
    }
    for (part, lines) in looks {
        lines.into_iter().for_each(|line| look(part, line, out));
    }
    body(&parts.body, out);
}

/// One line of a part.
fn look(part: Part, line: &Line, out: &mut Findings<'_>) {
    for letters in distinct(line) {
        self::letters(part, letters, Some(line), out);
    }
    let Some(wanted) = out.book.look(part) else { return };
    if wanted.capitals && !line.is_capitals() {
        let capitals = Value::Words(line.text.to_uppercase());
        out.add(RuleId::Capitals, part, Value::Words(line.text.clone()), capitals, Some(line));
    }
    if let Some(side) = wanted.align.filter(|_| !line.tabbed) {
        stands(part, line, side, out);
    }
}

/// The face, the size, the weight and the slant of letters.
pub(super) fn letters(part: Part, found: &Letters, line: Option<&Line>, out: &mut Findings<'_>) {
    let book = out.book;
    if found.font != book.layout.page.font {
        let wanted = Value::Words(book.layout.page.font.clone());
        out.add(RuleId::Font, part, Value::Words(found.font.clone()), wanted, line);
    }
    if let Some((least, most)) = book.size(part).map(|size| size.bounds())
        && !(least..=most).contains(&found.size_pt)
    {
        let wanted = Value::Range(least, most, "pt");
        out.add(RuleId::Size, part, Value::Measure(found.size_pt, "pt"), wanted, line);
    }
    let Some(look) = book.look(part) else { return };
    for (rule, found, wanted) in
        [(RuleId::Bold, found.bold, look.bold), (RuleId::Italic, found.italic, look.italic)]
    {
        if let Some(wanted) = wanted.filter(|wanted| *wanted != found) {
            out.add(rule, part, Value::Switch(found), Value::Switch(wanted), line);
        }
    }
}

/// The different looks of a line's letters; signs and figures take part, white space does not.
fn distinct(line: &Line) -> Vec<&Letters> {
    let mut all: Vec<&Letters> = Vec::new();
    for (_, letters) in &line.runs {
        if !all.contains(&letters) {
            all.push(letters);
        }
    }
    all
}

fn stands(part: Part, line: &Line, wanted: Side, out: &mut Findings<'_>) {
    let found = line.stand.align.as_str();
    let (fits, code) = match wanted {
        Side::Left => (matches!(found, "left" | "both"), "left"),
        Side::Center => (found == "center", "center"),
        Side::Both => (found == "both", "both"),
    };
    if !fits {
        out.add(RuleId::Alignment, part, super::side(found), Value::Code(code), Some(line));
    }
}

/// The text: words in it may be bold or slanted, so only face, size and side are looked at; and an
/// article begins in bold.
fn body(lines: &[&Line], out: &mut Findings<'_>) {
    for line in lines.iter().filter(|line| line.cell.is_none()) {
        for letters in distinct(line) {
            self::letters(Part::Body, letters, Some(line), out);
        }
        if super::is_running(line) {
            stands(Part::Body, line, Side::Both, out);
        }
        let lead = line.runs.first().filter(|(text, _)| begins_article(text));
        if lead.is_some_and(|(_, letters)| !letters.bold) {
            let (found, wanted) = (Value::Switch(false), Value::Switch(true));
            out.add(RuleId::Bold, Part::Article, found, wanted, Some(line));
        }
    }
}

fn begins_article(text: &str) -> bool {
    let number = text.trim_start().strip_prefix("Điều ").and_then(|rest| rest.split_once('.'));
    number.is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The line of a part that has only one.
fn one(line: Option<&Line>) -> Vec<&Line> {
    line.into_iter().collect()
}
