//! Names as lists and certificates have them: what stands in front and behind is no part of a name.

use chungsuc_domain::SubjectKind;

/// What stands in front of a name in lists and on certificates.
const BEFORE_PERSONS: &[&str] = &[
    "hộ gia đình ",
    "gia đình ",
    "hộ ",
    "ông ",
    "bà ",
    "anh ",
    "chị ",
    "đồng chí ",
    "đ/c ",
    "đại tá ",
    "thượng tá ",
    "trung tá ",
    "thiếu tá ",
    "đại úy ",
    "thượng úy ",
    "trung úy ",
];
const BEFORE_VILLAGES: &[&str] = &[
    "nhân dân và cán bộ ",
    "cán bộ và nhân dân ",
    "nhân dân ",
    "làng ",
    "thôn ",
    "buôn ",
    "bản ",
    "tổ dân phố ",
];

/// A name as a list has it, without what stands in front, and without the post behind: “Ông Siu Blơm,
/// Trưởng thôn” is Siu Blơm, “Nhân dân và cán bộ làng Leng” is Leng. Names of collectives stay whole.
pub(crate) fn name_alone(kind: SubjectKind, name: &str) -> &str {
    let (before, cut) = match kind {
        SubjectKind::Individual | SubjectKind::Household => {
            let behind = [",", " - ", " – ", "("].iter().filter_map(|sign| name.find(sign)).min();
            (BEFORE_PERSONS, behind)
        }
        SubjectKind::Village => (BEFORE_VILLAGES, None),
        _ => return name.trim(),
    };
    let mut alone = name.get(..cut.unwrap_or(name.len())).unwrap_or(name).trim();
    let begins = |alone: &str, word: &&&str| {
        alone.get(..word.len()).is_some_and(|begin| begin.to_lowercase() == **word)
    };
    while let Some(word) = before.iter().find(|word| begins(alone, word)) {
        alone = alone.get(word.len()..).unwrap_or_default().trim();
    }
    if alone.is_empty() { name.trim() } else { alone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_alone() {
        for (kind, written, name) in [
            (SubjectKind::Individual, "Ông Siu Blơm, Trưởng thôn", "Siu Blơm"),
            (SubjectKind::Individual, "Đại tá Rơ Châm Hút - Chính ủy", "Rơ Châm Hút"),
            (SubjectKind::Individual, "BÀ Đinh Thị Hrơk", "Đinh Thị Hrơk"),
            (SubjectKind::Individual, "Bà", "Bà"),
            (SubjectKind::Household, "Hộ gia đình ông Siu Blơm", "Siu Blơm"),
            (SubjectKind::Village, "Nhân dân và cán bộ làng Đồng Tâm", "Đồng Tâm"),
            (SubjectKind::Collective, "Phòng Tư pháp, Sở Tư pháp", "Phòng Tư pháp, Sở Tư pháp"),
        ] {
            assert_eq!(name_alone(kind, written), name, "{written}");
        }
    }
}
