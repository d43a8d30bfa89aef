//! Who does what.

use crate::read::found::Found;
use crate::read::marker::Level;
use crate::read::parts::{Item, Parts};
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

/// How names of bodies begin, in plain form.
const BODIES: &str = "\
    uy ban|ubnd|hdnd|hoi |hoi dong|ban\\b|so\\b|mat tran|mttq|doan|phong |trung tam|truong |\
    cong an|van phong|thu truong|nganh|co quan|don vi|to chuc|can bo|cong chuc|chuyen vien|\
    thon|lang|to |dang uy|chi bo|bo |quan su|tram |chi cuc|cuc |kho bac|bao |dai |lien doan|\
    doanh nghiep|hop tac xa|xa\\b|dia phuong|ke toan|thuong truc|thanh vien|nguoi |bi thu|\
    chu tich|vien |toa an|ngan hang|cap uy|giam doc|khoi |cum |tong |benh vien|thanh tra|\
    tieu ban|phuong|dac khu|nha |dien luc|cong ty|chanh|hiep hoi|thue|chi nhanh|hat |buu |\
    khu |hoc vien";

/// What begins alike, but does something or is no body.
const NO_BODIES: &str = "\
    hoi (nghi|thi|thao|dien|hop)|to chuc|truong hop|bao (cao|dam|ve|ton|gom)|xa hoi|\
    ban hanh|dai (dien|bieu|hoi)|phuong (thuc|cham|phap|an|tien|huong)|nha o|to trinh|\
    bo (tieu|chi tieu|sung|tri)|tong (ket|hop|so|the)|nganh nghe|nguoi dan|khu vuc|\
    co quan thuc hien|don vi (chu tri|phoi hop)|phong (chong|ngua)|hoi nhap|thanh tra,";

/// What bodies do: a name ends before it. Compared in small letters only: "Ban Tổ chức" does nothing.
const DOINGS: &str = "\
    phoi hop|chu tri|can cu|co trach nhiem|chiu trach nhiem|theo doi|tham muu|to chuc|\
    xay dung|huong dan|trien khai|tiep tuc|duoc (phan cong|giao)|day manh|tang cuong|\
    bao cao|chi dao|thuc hien|giup|bo tri|can doi|don doc|kiem tra|quan triet|van dong|\
    tuyen truyen|cung cap|ra soat|tong hop|tham dinh|long ghep|bao dam|dam bao|phan cong|\
    chu dong|quan tam|ho tro|dinh ky|thuong xuyen|nghien cuu|de xuat|lap\\b|huy dong|\
    lanh dao|pho bien|ban hanh|theo chuc nang|tren co so|la (co quan|don vi|dau moi)|\
    tich cuc|gui\\b|dang ky|xem xet|lua chon|giam sat|tap trung|phat huy|tiep nhan|\
    quan ly|dang tai|tao dieu kien|cu\\b|chuan bi|phat dong|nghiem tuc|khan truong|trinh\\b|\
    hoan thanh|can\\b|duy tri|doi moi|phat hien|thong bao";

/// Words of doing that are part of a name.
const NOUNS: &str = "\
    to chuc (chinh tri|xa hoi|doan the|thanh vien|kinh te|co lien quan|lien quan|dang|hoi)|\
    to chuc (co so|phi)|\
    quan ly (cac|nha nuoc|du an|chuong trinh)|kiem tra dang|\
    thuc hien (chuong trinh|cac chuong trinh)";

patterns! {
    SECTION = r"to chuc (thuc hien|trien khai)|phan cong|trach nhiem (cua|thuc)|nhiem vu cua cac";
    OTHER_MATTER = r"khen thuong|doi tuong|thanh phan|kinh phi|so luong|muc tieu|muc dich";
    ASKED = r"^(de nghi|giao|yeu cau|phan cong|trach nhiem cua|doi voi|nhiem vu cua)( cho)?:? ";
    TIME_FIRST = r"^(dinh ky|hang|truoc|6 thang|trong|can cu|tren co so)\b";
    BODY = format!("^(cac |nhung )?{}", either(BODIES));
    NO_BODY = format!("^{}", either(NO_BODIES));
    VERB = format!(" {}", either(DOINGS));
    // "các tổ chức chính trị", "cơ quan, tổ chức có liên quan": bodies, not doing.
    NOUN_BEFORE = r"(cac|nhung|va|,|moi|to chuc) (to chuc|can bo|thuc hien|quan ly)$";
    NOUN_NEXT = format!("^ {}", either(NOUNS));
    ASIDE = r"^\([^)]*\)[:,. ]*";
    BRACKETED = r" ?\([^)]*\)?$";
    CLOSES = r"^(tren day la|trong qua trinh|yeu cau cac (co quan|don vi))";
    STOP = r"[.]( |$)";
}

/// What one body has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The body, as named.
    pub unit: String,
    /// What it has to do, in the words of the plan.
    pub task: Option<String>,
    /// Where it stands: `VI.3`.
    pub section: Option<String>,
}

/// The duties of all bodies: of the sections about who does what, and of other sections whose points
/// are headed by bodies.
pub(super) fn duties(parts: &Parts<'_>) -> Vec<Found<Duty>> {
    let mut found = Vec::new();
    let outer = parts.sections(&SECTION);
    for (index, item) in parts.items.iter().enumerate() {
        let largest = item.level <= Level::Roman && item.is_section();
        if outer.contains(&index) {
            found.extend(organised(parts, index));
        } else if largest && !within(parts, &outer, index) && !item.title().has(&OTHER_MATTER) {
            found.extend(headed(parts, index));
        }
    }
    found
}

fn within(parts: &Parts<'_>, sections: &[usize], index: usize) -> bool {
    sections.iter().any(|at| *at < index && index < parts.items[*at].end)
}

/// The points of a section about who does what: each names a body, in a heading or in its sentence.
fn organised(parts: &Parts<'_>, index: usize) -> Vec<Found<Duty>> {
    let mut found = Vec::new();
    // A paragraph at the end of the section may ask one more body.
    let asked = (index + 1..parts.items[index].end).filter(|at| {
        let item = &parts.items[*at];
        item.level == Level::Text
            && item.words.has(&ASKED)
            && parts.children(index).all(|c| c != *at)
    });
    let asked: Vec<_> =
        asked.filter_map(|at| Some(duty(parts, at, named_with_body(&parts.items[at])?))).collect();
    let own = parts.children(index).map(|child| (child, named(&parts.items[child])));
    for (child, unit) in own {
        if let Some(unit) = unit {
            found.push(duty(parts, child, unit));
        } else if parts.items[child].level < Level::Dash {
            // "1. Phân công nhiệm vụ" with the bodies below it.
            let below = parts.children(child).map(|at| (at, named(&parts.items[at])));
            found.extend(below.filter_map(|(at, unit)| Some(duty(parts, at, unit?))));
        }
    }
    found.extend(asked);
    found
}

/// Points of another section that are headed by nothing but a body.
fn headed(parts: &Parts<'_>, index: usize) -> Vec<Found<Duty>> {
    let children = parts.children(index).filter(|child| {
        let item = &parts.items[*child];
        matches!(item.level, Level::Number(1)) && item.is_heading()
    });
    children
        .filter_map(|child| {
            let title = parts.items[child].title().trim("");
            let alone = title.has(&BODY)
                && !title.has(&NO_BODY)
                && verb(title).is_none()
                && title.words() < 16;
            let more = parts.items[child].end > child + 1 || !parts.items[child].rest().is_empty();
            (alone && more).then(|| duty(parts, child, title))
        })
        .collect()
}

fn named_with_body<'a>(item: &Item<'a>) -> Option<Piece<'a>> {
    named(item).filter(|unit| unit.has(&BODY) && unit.words() < 25)
}

/// The body that an item names, where it does.
fn named<'a>(item: &Item<'a>) -> Option<Piece<'a>> {
    let words = item.words;
    if words.has(&CLOSES) {
        return None;
    }
    let asked = words.find(&ASKED);
    let words = asked.map_or(words, |asked| words.from(asked.len()));
    let words = if words.has(&TIME_FIRST) { after_time(words) } else { words };
    // A paragraph without a number names a body only where it asks it to do something.
    let body = words.has(&BODY) && !words.has(&NO_BODY) && words.starts_with_capital();
    if asked.is_none() && (item.level >= Level::Text || !body) {
        return None;
    }
    let colon = words.plain().find(": ").or_else(|| words.plain().find(':')).unwrap_or(words.len());
    let head = words.to(colon);
    let unit = match verb(head) {
        Some(at) => head.to(at),
        None if head.has(&STOP) => return None,
        None => head,
    };
    let unit = unit.find(&BRACKETED).map_or(unit, |bracket| unit.to(unit.offset(bracket)));
    let unit = unit.trim(",.:;");
    (!unit.is_empty() && unit.words() <= 40).then_some(unit)
}

/// "Định kỳ 6 tháng, hàng năm Ban quản lý … báo cáo": the body after the time.
fn after_time(words: Piece<'_>) -> Piece<'_> {
    let near = words.to(words.len().min(90));
    let starts = near.plain().match_indices(' ').map(|(at, _)| words.from(at + 1));
    let mut bodies = starts.filter(|rest| rest.starts_with_capital() && rest.has(&BODY));
    bodies.next().unwrap_or(words)
}

/// Where the name of a body ends and its doing begins, in characters.
fn verb(words: Piece<'_>) -> Option<usize> {
    words
        .find_all(&VERB)
        .map(|found| (words.offset(found), found))
        .find(|(at, found)| {
            let capital = found.trim("").starts_with_capital();
            let before = words.part(at.saturating_sub(40)..at + found.len());
            let noun = before.has(&NOUN_BEFORE) || words.from(*at).has(&NOUN_NEXT);
            !capital && !noun
        })
        .map(|(at, _)| at)
}

fn duty(parts: &Parts<'_>, index: usize, unit: Piece<'_>) -> Found<Duty> {
    let item = &parts.items[index];
    let after = item.words.from(item.words.offset(unit) + unit.len()).trim(":,. ");
    let after = after.find(&ASIDE).map_or(after, |aside| after.from(aside.len()));
    let below = parts.below(index).first().map(|first| first.words);
    let task = if after.is_empty() { below } else { Some(after) };
    let section = (!item.path.is_empty()).then(|| item.path.clone());
    let duty = Duty {
        unit: unit.text().to_owned(),
        task: task.map(|task| task.trim(".;/").text().to_owned()),
        section,
    };
    let headed = item.is_heading() && item.level < Level::Dash;
    Found::new(duty, unit).sure_if(headed)
}

/// The body on whom an item lies: named by it or by the point that it belongs to.
pub(super) fn bearer<'a>(parts: &Parts<'a>, index: usize) -> Option<Piece<'a>> {
    let around = parts.items[..=index].iter().rev().filter(|item| item.end > index);
    around.filter(|item| item.level < Level::Dash).find_map(named)
}
