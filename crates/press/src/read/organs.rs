//! Names of bodies: from lines in capitals to a name as sentences write it.

use super::pattern::{either, patterns};
use super::script::Piece;

/// How names of bodies begin; a line that begins otherwise goes on with the line above.
const HEADS: &str = "\
    ubnd|hdnd|mttq|uy ban|hoi |so |ban\\b|bo |cuc |tong cuc|chi cuc|van phong|phong |\
    trung tam|truong |cong an|dang uy|dang bo|huyen uy|tinh uy|thanh uy|thi uy|quan uy|\
    lien doan|doan |thu tuong|chinh phu|quoc hoi|chu tich|mat tran|toa an|vien |bao hiem|\
    ngan hang|kho bac|tap doan|cong ty|thanh tra|kiem toan|thong tan|dai |benh vien|\
    thuong truc|to ";

/// Words within names of bodies that bear capitals (Nghị định 30/2020/NĐ-CP, Phụ lục II).
const PROPER: &[(&str, &str)] = &[
    ("ubnd", "Ủy ban nhân dân"),
    ("ủy ban", "Ủy ban"),
    ("hội đồng", "Hội đồng"),
    ("mttq", "MTTQ"),
    ("mặt trận tổ quốc", "Mặt trận Tổ quốc"),
    ("việt nam", "Việt Nam"),
    ("thi đua - khen thưởng", "Thi đua - Khen thưởng"),
];

patterns! {
    HEAD = format!("^{}", either(HEADS));
    // A line that cannot be the whole name.
    BARE = r"^(hoi dong|uy ban|ban chi dao|ubnd|uy ban nhan dan|hoi dong nhan dan)$";
    TERRITORY = r"\b(tinh|thanh pho|tp\.?|quan|huyen|thi xa|xa|phuong|thi tran|dac khu)\b";
    STANDING = r"^(ban thuong truc|thuong truc|ban chap hanh|ban thuong vu|van phong|co quan|to )";
    COUNCIL = r"^(ubnd|uy ban nhan dan)\b";
}

/// The bodies that lines of a header name, from the superior to the issuer; lines of one name joined.
pub(super) fn grouped<'a>(lines: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let mut bodies: Vec<Piece<'a>> = Vec::new();
    for line in lines {
        match bodies.last_mut() {
            Some(body) if body.has(&BARE) || !line.has(&HEAD) => *body = body.through(*line),
            None if !line.has(&HEAD) && line.has(&TERRITORY) => {}
            _ => bodies.push(*line),
        }
    }
    bodies
}

/// The full name of the issuer from the bodies of a header.
pub(super) fn issuer(bodies: &[Piece<'_>], whole: Piece<'_>) -> Option<String> {
    let (last, above) = bodies.split_last()?;
    let name = written(*last, whole);
    let Some(above) = above.last() else { return Some(name) };
    if last.has(&STANDING) {
        return Some(format!("{name} {}", written(*above, whole)));
    }
    let territory = above.find(&TERRITORY).filter(|_| !last.has(&TERRITORY) && above.has(&COUNCIL));
    Some(match territory {
        Some(found) => {
            let place = above.from(above.offset(found));
            format!("{name} {}", written(place, whole))
        }
        None => name,
    })
}

/// A name in ordinary letters: as the text itself writes it elsewhere, else by the rules of capitals.
pub(super) fn written(name: Piece<'_>, whole: Piece<'_>) -> String {
    let elsewhere = whole
        .plain()
        .match_indices(name.plain())
        .map(|(at, found)| whole.part(at..at + found.len()));
    let small = elsewhere.take(50).find(|found| !found.is_capitals());
    match small {
        Some(found) if found.starts_with_capital() || found.has(&TERRITORY) => {
            expanded(found.text())
        }
        _ => expanded(&by_rule(name)),
    }
}

/// `ỦY BAN NHÂN DÂN TỈNH …` by Phụ lục II of Nghị định 30/2020: the kind of body with one capital, the
/// kind of territory small, proper names with capitals.
fn by_rule(name: Piece<'_>) -> String {
    let cut = name.find(&TERRITORY).map_or(name.len(), |found| name.offset(found));
    let (body, territory) = (name.to(cut).text().to_lowercase(), name.from(cut));
    let body = PROPER.iter().fold(body, |body, (small, proper)| body.replace(small, proper));
    let mut words: Vec<String> = vec![with_field(body.trim())];
    if let Some(kind) = territory.find(&TERRITORY) {
        words.push(kind.text().to_lowercase());
        let proper = territory.from(kind.len()).text().split_whitespace();
        words.extend(proper.map(|word| chungsuc_domain::text::capital(&word.to_lowercase())));
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// `sở nội vụ` → `Sở Nội vụ`: the kind and the field each with a capital.
fn with_field(body: &str) -> String {
    let capital = chungsuc_domain::text::capital;
    match body.split_once(' ') {
        Some((kind @ ("sở" | "bộ" | "cục" | "phòng" | "ban" | "hội"), field)) => {
            format!("{} {}", capital(kind), capital(field))
        }
        _ => capital(body),
    }
}

fn expanded(name: &str) -> String {
    match name.strip_prefix("UBND") {
        Some(rest) => format!("Ủy ban nhân dân{rest}"),
        None => name.to_owned(),
    }
}

/// The issuer from the signature ("TM. ỦY BAN NHÂN DÂN XÃ") and the place, where no header is there.
pub(super) fn from_signature(
    power: Piece<'_>,
    place: Option<Piece<'_>>,
    whole: Piece<'_>,
) -> Option<String> {
    let cut = power.plain().find(['.', ' '])? + 1;
    let body = power.from(cut).trim(". ");
    let place = place?;
    let last_is_kind = body
        .plain()
        .split(' ')
        .next_back()
        .is_some_and(|last| ["xa", "phuong", "huyen", "tinh", "quan"].contains(&last));
    let name = by_rule(body);
    if last_is_kind {
        return Some(format!("{name} {}", place.text()));
    }
    ["xã", "phường", "thị trấn", "đặc khu", "huyện", "tỉnh", "thành phố"].iter().find_map(|kind| {
        let full = format!("{kind} {}", place.text());
        whole.text().contains(&full).then(|| format!("{name} {full}"))
    })
}
