//! In what capacity somebody can sign, case by case.
#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn every_capacity_of_the_decree_is_read_and_written_alike() {
    for lines in [
        "",
        "Chủ tịch",
        "Q. Chủ tịch",
        "TM. Ủy ban nhân dân\nChủ tịch",
        "TM. Ủy ban nhân dân\nQ. Chủ tịch",
        "KT. Chủ tịch\nPhó Chủ tịch",
        "TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch",
        "TL. Chủ tịch\nChánh Văn phòng",
        "TL. Chủ tịch\nKT. Chánh Văn phòng\nPhó Chánh Văn phòng",
        "TUQ. Chủ tịch\nTrưởng phòng Văn hóa - Xã hội",
    ] {
        assert_eq!(Capacity::read(lines).unwrap().lines().join("\n"), lines);
    }
}

#[test]
fn typed_marks_may_be_careless() {
    let deputy = Capacity::Deputy {
        collective: Some("ỦY BAN NHÂN DÂN".into()),
        head: "CHỦ TỊCH".into(),
        post: "PHÓ CHỦ TỊCH".into(),
    };
    let typed = "tm.ỦY BAN NHÂN DÂN\n\n  kt.  CHỦ TỊCH\nPHÓ CHỦ TỊCH";
    assert_eq!(Capacity::read(typed), Ok(deputy));
    // A mark alone is a post like any other word, not a power over nobody.
    assert_eq!(Capacity::read("KT."), Ok(Capacity::head("KT.")));
}

#[test]
fn what_the_decree_does_not_know_is_named() {
    let no_post = |line: &str| Err(CapacityError::NoPost(line.into()));
    let misplaced = |line: &str| Err(CapacityError::Misplaced(line.into()));
    for (lines, refused) in [
        ("KT. Chủ tịch", no_post("KT. Chủ tịch")),
        ("TM. Ủy ban nhân dân", no_post("TM. Ủy ban nhân dân")),
        ("TL. Chủ tịch\nKT. Chánh Văn phòng", no_post("KT. Chánh Văn phòng")),
        ("TM. Ủy ban nhân dân\nTL. Chủ tịch\nChánh Văn phòng", misplaced("TL. Chủ tịch")),
        ("TUQ. Chủ tịch\nKT. Trưởng phòng\nPhó Trưởng phòng", misplaced("KT. Trưởng phòng")),
        ("KT. Chủ tịch\nTM. Ủy ban nhân dân", misplaced("TM. Ủy ban nhân dân")),
        ("Chủ tịch\nPhó Chủ tịch", misplaced("Phó Chủ tịch")),
    ] {
        assert_eq!(Capacity::read(lines), refused, "{lines}");
    }
}
