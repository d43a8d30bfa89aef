//! Whatever is left of a DOCX, checking it says something or refuses it, and never breaks.

use chungsuc_press::check::{RuleId, check};
use jiff::civil::date;
use proptest::prelude::*;

use crate::checks::{DOCUMENT, HEADER, STYLES, books, print, report, rewritten};
use crate::{kinds, papers};

/// The file without those of its paragraphs, counted around, that are not kept.
fn thinned(bytes: &[u8], keep: &[bool]) -> Vec<u8> {
    rewritten(bytes, DOCUMENT, |text| {
        let (mut kept, mut keep) = (String::new(), keep.iter().cycle());
        for (at, piece) in text.split("<w:p>").enumerate() {
            let (paragraph, rest) = piece.split_once("</w:p>").unwrap_or(("", piece));
            if at > 0 && *keep.next().unwrap() {
                kept.push_str(&format!("<w:p>{paragraph}</w:p>"));
            }
            kept.push_str(rest);
        }
        kept
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn half_a_document_is_checked_like_a_whole_one(
        kind in 0..29usize,
        keep in prop::collection::vec(any::<bool>(), 1..40),
    ) {
        let document = kinds::paper(&kinds::kinds().all()[kind]);
        let report = report(&thinned(&print(&document), &keep));
        let all = keep.iter().all(|kept| *kept);
        prop_assert!(!all || report.findings.is_empty());
        let none = keep.iter().all(|kept| !*kept);
        prop_assert!(!none || report.findings.iter().any(|it| it.rule == RuleId::Missing));
    }

    #[test]
    fn a_broken_file_is_refused_or_read(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = print(&papers::letter());
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = check(&bytes, &books(), None, date(2023, 6, 1));
    }

    #[test]
    fn a_broken_part_is_refused_or_read(at in any::<prop::sample::Index>(), text in "[<>/w:p\"a-z ]{0,6}") {
        for part in [DOCUMENT, STYLES, HEADER] {
            let bytes = rewritten(&print(&papers::letter()), part, |old| {
                let place = at.index(old.len());
                let place = (0..=place).rev().find(|place| old.is_char_boundary(*place)).unwrap();
                format!("{}{text}{}", &old[..place], &old[place..])
            });
            let _ = check(&bytes, &books(), None, date(2023, 6, 1));
        }
    }
}
