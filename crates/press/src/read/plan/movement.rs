//! The name of the movement, other movements and campaigns, and the money.

use crate::read::found::Found;
use crate::read::parts::Parts;
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

const KINDS: &str = "phong trao( thi dua)?|cuoc van dong|chuong trinh thi dua";

patterns! {
    TITLED = r"\bphong trao thi dua\b|\bdot thi dua\b|\bthi dua cao diem\b|\bphong trao\b";
    QUOTED = r#"^( thi dua)?[^".;]{0,25}"(?P<name>[^"]{4,250})""#;
    BASIS = r"^-? ?(can cu|thuc hien|theo)\b";
    FULL_STOP = r"\.( |$)";
    GENERAL = r"^(yeu nuoc|nam \d|cao diem|dac biet|chuyen de)\b";
    FOUNDS = r"\b(ban hanh|xay dung|phat dong)\b";
    NAME_ENDS = concat!(
        r" ?\(|,? (cu the|nhu sau|voi (noi dung|nhung|chu de|cac)|nhu|gom)|:|\. ",
        r"| giai doan \d| tren dia ban| nam \d{4}$"
    );
    NAMED = format!(
        r#"\b{}( yeu nuoc)?(,? phong trao thi dua)? "(?P<name>[^"]{{4,200}})""#,
        either(KINDS)
    );
    FUNDS = r"\bkinh phi\b|nguon luc tai chinh";
    FROM = r"\btu (cac )?(?P<source>(nguon|ngan sach|quy|du toan|kinh phi).*)$";
}

/// The name of the movement that the plan founds, where its title speaks of one.
pub(super) fn name(parts: &Parts<'_>) -> Option<Found> {
    let title = parts.title?;
    let head = title.find(&TITLED)?;
    let after = title.from(title.offset(head) + head.len());
    if let Some(name) = after.group(&QUOTED, "name").or_else(|| title.group(&QUOTED, "name")) {
        return Some(Found::words(name.trim("")));
    }
    // The preamble writes in ordinary letters what the title writes in capitals.
    let sentences = parts.preamble.iter().flat_map(|words| words.split(&FULL_STOP));
    let said = sentences.filter(|words| !words.has(&BASIS)).find_map(|words| {
        let founds = words.find(&FOUNDS)?;
        let words = words.from(words.offset(founds));
        let head = words.find(&TITLED)?;
        Some(unquoted(words.from(words.offset(head) + head.len())))
    });
    let name = said.filter(|name| name.words() > 2 && !name.has(&GENERAL));
    let name = name.unwrap_or_else(|| unquoted(after));
    // "phong trào thi đua yêu nước năm …" has no name but this.
    let general = name.has(&GENERAL) && head.plain().starts_with("phong trao thi");
    let name = if general { title.from(title.offset(head) + "phong trao ".len()) } else { name };
    let name = if general { unquoted(name) } else { name };
    (name.words() > 1).then(|| Found::words(name).unsure())
}

fn unquoted(words: Piece<'_>) -> Piece<'_> {
    let words = words.trim(": -");
    if let Some(name) = words.group(&QUOTED, "name") {
        return name;
    }
    let end = words.find(&NAME_ENDS).map_or(words.len(), |end| words.offset(end));
    words.to(end).trim(",.;\"")
}

/// Movements and campaigns in quotation marks that are not the movement itself.
pub(super) fn others(parts: &Parts<'_>, own: Option<&Found>) -> Vec<Found> {
    let own = own.map(|own| fold(&own.value));
    let mut seen: Vec<String> = own.into_iter().collect();
    let mut found = Vec::new();
    let paragraphs =
        parts.preamble.iter().copied().chain(parts.items.iter().map(|item| item.words));
    for paragraph in paragraphs {
        for named in NAMED.captures_iter(paragraph.plain()) {
            let Some(name) = named.name("name") else { continue };
            let name = paragraph.part(name.range()).trim("");
            if !seen.contains(&fold(name.text())) {
                seen.push(fold(name.text()));
                found.push(Found::words(name).unsure());
            }
        }
    }
    found
}

fn fold(name: &str) -> String {
    chungsuc_domain::text::fold(name)
}

/// Where the money comes from: what the section about it names after "từ".
pub(super) fn funding(parts: &Parts<'_>) -> Option<Found> {
    let index = *parts.sections(&FUNDS).first()?;
    let rest = parts.items[index].rest();
    let words = std::iter::once(rest).chain(parts.below(index).iter().map(|below| below.words));
    let words: Vec<Piece<'_>> = words.filter(|words| !words.is_empty()).collect();
    let source = words.iter().find_map(|words| words.group(&FROM, "source"));
    let source = source.or_else(|| words.first().copied())?;
    Some(Found::words(source.trim(".;/")).unsure())
}
