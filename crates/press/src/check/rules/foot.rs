//! What the foot says: who signs and who receives the document.

use super::Findings;
use super::text::closed;
use crate::check::finding::{Part, RuleId, Value};
use crate::check::foot::{Signed, is_marked};
use crate::check::paper::Line;
use crate::check::parts::Parts;
use crate::{Capacity, CapacityError};

pub(super) fn check(parts: &Parts<'_>, out: &mut Findings<'_>) {
    parts.foot.signatures.iter().for_each(|signed| signature(signed, out));
    let Some(title) = parts.foot.title else { return };
    if title.text != "Nơi nhận:" {
        let (found, wanted) = (Value::Words(title.text.clone()), Value::Words("Nơi nhận:".into()));
        out.add(RuleId::RecipientsTitle, Part::RecipientsTitle, found, wanted, Some(title));
    }
    let lines = &parts.foot.recipients;
    for line in lines.iter().filter(|line| !is_dashed(line)) {
        let (found, wanted) = (Value::Words(line.text.clone()), Value::Words("- …".into()));
        out.add(RuleId::RecipientsDash, Part::Recipients, found, wanted, Some(line));
    }
    closed(lines, RuleId::RecipientsEnd, Part::Recipients, out);
    ends_of_list(lines, !parts.addressees.is_empty(), out);
}

/// With a dash, typed or set by Word; a longer list may have parts of its own under "+".
fn is_dashed(line: &Line) -> bool {
    line.text.starts_with("- ") || line.text.starts_with('+') || line.stand.listed
}

/// "Như trên" first, "Lưu: VT" last.
fn ends_of_list(lines: &[&Line], addressed: bool, out: &mut Findings<'_>) {
    let name = |line: &Line| line.text.trim_start_matches(['-', ' ']).to_owned();
    let last = lines.last().copied();
    if !last.is_some_and(|line| is_archive(&name(line))) {
        let found = last.map_or(Value::Nothing, |line| Value::Words(line.text.clone()));
        let wanted = Value::Words("- Lưu: VT, ….".into());
        out.add(RuleId::RecipientsArchive, Part::Recipients, found, wanted, last);
    }
    let first = lines.first().filter(|_| addressed);
    if let Some(first) = first.filter(|line| !name(line).starts_with("Như ")) {
        let (found, wanted) =
            (Value::Words(first.text.clone()), Value::Words("- Như trên;".into()));
        out.add(RuleId::RecipientsAbove, Part::Recipients, found, wanted, Some(first));
    }
}

fn is_archive(name: &str) -> bool {
    let rest = name.strip_prefix("Lưu:").map(str::trim_start);
    rest.is_some_and(|rest| rest.split([',', ';', '.', ' ', '(']).next() == Some("VT"))
}

fn signature(signed: &Signed<'_>, out: &mut Findings<'_>) {
    let texts: Vec<&str> = signed.capacity.iter().map(|line| line.text.as_str()).collect();
    // A long post may take several lines: only an order of marks can be wrong.
    let marked = signed.capacity.first().is_some_and(|line| is_marked(line));
    if let (true, Err(error)) = (marked, Capacity::read(&texts.join("\n"))) {
        let (CapacityError::NoPost(line) | CapacityError::Misplaced(line)) = error;
        let at = signed.capacity.iter().find(|known| known.text == line);
        let at = at.or(signed.capacity.first()).copied();
        out.add(RuleId::Capacity, Part::Capacity, Value::Words(line), Value::Nothing, at);
    }
    let Some(name) = signed.name else { return };
    let titles = out.book.titles();
    if let Some(title) = titles.iter().find(|title| name.text.starts_with(title.as_str())) {
        let bare = name.text[title.len()..].trim().to_owned();
        let (found, wanted) = (Value::Words(name.text.clone()), Value::Words(bare));
        out.add(RuleId::SignerTitle, Part::Signer, found, wanted, Some(name));
    }
}
