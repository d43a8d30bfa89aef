//! What can be given.

use crate::read::found::Found;
use crate::read::marker::Level;
use crate::read::parts::{Item, Parts};
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

const FORMS: &str = "huan chuong|huy chuong|co thi dua|bang khen|giay khen|ky niem chuong";
const TITLES: &str = "chien si|lao dong|tap the|anh hung|gia dinh|thon|xa";
/// With what the words after a form begin: its receivers, or the next clause.
const RECEIVERS: &str = "cho|doi voi|danh cho|tang cho|theo|va cac hinh thuc|duoc|de |khi|nham|kem";
const GIVERS: &str = "\
    chu tich|thu truong|giam doc|bo truong|hieu truong|truong ban|thu tuong|uy ban|\
    ubnd|ban chap hanh";

patterns! {
    SECTION = r"hinh thuc.{0,12}(khen thuong|ton vinh|bieu duong)";
    FORM = format!(
        r#"\b(?:{FORMS}|thu khen|danh hieu "?{}|cac hinh thuc khen thuong cap)"#,
        either(TITLES)
    );
    ENDS = format!(r"[:().]|; ?$| {}\b|,? (va )?(?:{FORMS})", either(RECEIVERS));
    GIVER = format!("(;|,| va| hoac) {}", either(GIVERS));
    OF = r"\bcua\b";
    STOP = r"[;.]";
}

/// The forms of award that the section about them names; "Giấy khen của A, B" is one for each giver.
pub(super) fn forms(parts: &Parts<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for index in innermost(parts) {
        let rest = std::iter::once(parts.items[index].rest());
        for words in rest.chain(parts.below(index).iter().map(|below| below.words)) {
            for form in in_sentence(words) {
                let folded = |text: &str| chungsuc_domain::text::fold(text);
                if !found.iter().any(|known| folded(&known.value) == folded(&form.value)) {
                    found.push(form);
                }
            }
        }
    }
    found
}

/// The sections about forms of award, the narrowest ones: a heading may name several matters.
fn innermost(parts: &Parts<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    for outer in parts.sections(&SECTION) {
        let inner: Vec<usize> = parts
            .children(outer)
            .filter(|child| parts.items[*child].title().has(&SECTION))
            .collect();
        if inner.is_empty() { found.push(outer) } else { found.extend(inner) }
    }
    // "Hình thức khen thưởng: Giấy khen …" in a paragraph without a number.
    let told = |item: &Item<'_>| item.level >= Level::Dash && !item.rest().is_empty();
    let items = parts.items.iter().enumerate().filter(|(_, item)| told(item));
    found.extend(items.filter(|(_, item)| item.title().has(&SECTION)).map(|(index, _)| index));
    found
}

fn in_sentence(words: Piece<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(head) = words.from(start).find(&FORM) {
        let at = words.offset(head);
        let rest = words.from(at);
        let after = rest.from(head.len());
        let end = head.len() + after.find(&ENDS).map_or(after.len(), |end| after.offset(end));
        found.extend(by_giver(rest.to(end).trim(";,")));
        start = at + end.max(1);
    }
    found
}

/// One for each giver. The second bears the form of the first: "Giấy khen của Chủ tịch UBND xã".
fn by_giver(form: Piece<'_>) -> Vec<Found> {
    let Some(of) = form.find(&OF) else { return vec![Found::words(stopped(form))] };
    let head = form.to(form.offset(of) + of.len());
    let mut cuts = vec![0];
    cuts.extend(
        form.find_all(&GIVER).map(|giver| form.offset(giver)).filter(|at| *at > head.len()),
    );
    cuts.push(form.len());
    let givers = cuts.windows(2).map(|cut| form.part(cut[0]..cut[1]));
    givers
        .enumerate()
        .map(|(nth, giver)| {
            if nth == 0 {
                return Found::words(giver.trim(";,"));
            }
            let giver = giver.trim(";,");
            let giver = giver
                .plain()
                .strip_prefix("va ")
                .map_or(giver, |rest| giver.from(giver.len() - rest.len()));
            Found::new(format!("{} {}", head.text(), giver.text()), giver)
        })
        .collect()
}

fn stopped(form: Piece<'_>) -> Piece<'_> {
    form.find(&STOP).map_or(form, |stop| form.to(form.offset(stop)))
}
