//! Codes are stored for years: each names one value and is read back.

use chungsuc_domain::*;
use std::collections::BTreeSet;

macro_rules! reads_back {
    ($($kind:ty),+) => {$({
        let codes: BTreeSet<&str> = <$kind>::ALL.iter().map(|value| value.code()).collect();
        assert_eq!(codes.len(), <$kind>::ALL.len());
        for value in <$kind>::ALL {
            assert_eq!(<$kind>::from_code(value.code()), Some(*value));
            assert_eq!(value.to_string(), value.code());
        }
        assert_eq!(<$kind>::from_code("no such code"), None);
    })+};
}

#[test]
fn every_code_is_read_back() {
    reads_back!(SubjectKind, UnitKind, BodyKind, ContributionKind, AwardMode, HouseholdMark);
    reads_back!(Measure, date::Half, catalog::AwardClass, catalog::Standing, decision::Verdict);
    reads_back!(decision::TextKey, standard::IndicatorKind, standard::Compare, standard::Outcome);
    reads_back!(review::Stage, ballot::Base);
}

/// Stored rows carry these words; changing one is a migration, not an edit.
#[test]
fn codes_do_not_drift() {
    let kinds: Vec<&str> = SubjectKind::ALL.iter().map(|kind| kind.code()).collect();
    let expected = [
        "individual",
        "collective",
        "household",
        "enterprise",
        "cooperative",
        "village",
        "commune",
    ];
    assert_eq!(kinds, expected);
    let marks: Vec<&str> = HouseholdMark::ALL.iter().map(|mark| mark.code()).collect();
    assert_eq!(marks, ["poor", "near_poor", "policy", "social_protection"]);
}

#[test]
fn unit_codes_keep_their_zeros() {
    let code: UnitCode = " 00001 ".parse().unwrap();
    assert_eq!(code.as_str(), "00001");
    assert_eq!("23668-1.2".parse::<UnitCode>().unwrap().to_string(), "23668-1.2");
    assert_eq!("1".parse::<UnitCode>(), Err(UnitCodeError::Length));
    assert_eq!("123456789012345678901".parse::<UnitCode>(), Err(UnitCodeError::Length));
    assert_eq!("làng".parse::<UnitCode>(), Err(UnitCodeError::Character));
    assert_eq!("12 34".parse::<UnitCode>(), Err(UnitCodeError::Character));
}
