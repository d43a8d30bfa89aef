//! Who takes part, or to whom the plan speaks.

use super::groups::{GROUPS, Group};
use crate::read::found::Found;
use crate::read::parts::Parts;
use crate::read::pattern::{either, patterns};
use crate::read::script::Piece;

/// Where the name of a group ends and what it does begins.
const DOINGS: &str = "\
    co|phai|no luc|tich cuc|ngoai|thuc hien|tham gia|hoan thanh|dat|ho tro|gom|\
    tren dia ban|thuoc|trong|dang";

patterns! {
    SECTION = r"\bdoi tuong\b";
    AWARDED = concat!(
        r"^doi tuong(,? (nguyen tac|tieu chuan|hinh thuc),?.*)? (duoc )?(xet )?khen thuong",
        r"|doi tuong.{0,25} khen thuong$"
    );
    MERITS = r"\btieu chi\b";
    ADDRESSED = r"^(doi voi|ve phia) ";
    DOES = format!(r" {}\b", either(DOINGS));
}

/// All groups in the plan's section about who takes part, in the order they appear.
pub(super) fn subjects(parts: &Parts<'_>) -> Vec<Found<Group>> {
    let sections = parts.sections(&SECTION);
    let Some(index) = sections.into_iter().find(|at| !parts.items[*at].title().has(&AWARDED))
    else {
        return Vec::new();
    };
    let outer = index;
    let index = narrowed(parts, outer);
    let item = &parts.items[index];
    let mut places = vec![item.rest()];
    let below = parts.below(index);
    // Where groups have headings of their own, what follows tells what they must do.
    let headed = below.iter().any(|below| below.words.has(&ADDRESSED));
    places.extend(below.iter().map(|below| if headed { named(below.words) } else { below.words }));
    places.extend(merits(parts, outer, index));
    let mut found: Vec<Found<Group>> = Vec::new();
    for place in places {
        add_groups(&mut found, place);
    }
    found
}

/// The heading "Đối tượng, tiêu chí, hình thức khen thưởng" holds more than who takes part: of its
/// children, the one about that is meant.
fn narrowed(parts: &Parts<'_>, index: usize) -> usize {
    let mut children = parts.children(index);
    children
        .find(|child| {
            let title = parts.items[*child].title();
            parts.items[*child].is_section() && title.has(&SECTION) && !title.has(&AWARDED)
        })
        .unwrap_or(index)
}

/// The groups that headings beside the section name: "2. Tiêu chí: a) Đối với doanh nghiệp …".
fn merits<'a>(parts: &Parts<'a>, outer: usize, inner: usize) -> Vec<Piece<'a>> {
    let beside = parts.children(outer).filter(|child| {
        outer != inner && *child != inner && parts.items[*child].title().has(&MERITS)
    });
    let items = beside.flat_map(|child| parts.below(child)).map(|item| item.words);
    items.filter(|words| words.has(&ADDRESSED)).map(named).collect()
}

/// The words that name a group, before what it does.
fn named(words: Piece<'_>) -> Piece<'_> {
    let end = words.find(&DOES).map_or(words.len(), |does| words.offset(does));
    let colon = words.plain().find(':').unwrap_or(words.len());
    let words = words.to(end.min(colon));
    if words.has(&ADDRESSED) || words.words() < 15 { words } else { words.to(0) }
}

fn add_groups(found: &mut Vec<Found<Group>>, place: Piece<'_>) {
    let mut here: Vec<(usize, &str, Group)> = Vec::new();
    for (group, names) in GROUPS {
        here.extend(
            names
                .split('|')
                .filter_map(|words| whole_word(place.plain(), words).map(|at| (at, words, *group))),
        );
    }
    here.sort_unstable();
    for (at, words, group) in here {
        if !found.iter().any(|found| found.value == group) {
            found.push(Found::new(group, place.part(at..at + words.len())).unsure());
        }
    }
}

fn whole_word(plain: &str, words: &str) -> Option<usize> {
    let bounded = |at: usize| {
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let before = at.checked_sub(1).and_then(|before| plain.as_bytes().get(before));
        !letter(before) && (words.ends_with(' ') || !letter(plain.as_bytes().get(at + words.len())))
    };
    plain.match_indices(words).map(|(at, _)| at).find(|at| bounded(*at))
}
