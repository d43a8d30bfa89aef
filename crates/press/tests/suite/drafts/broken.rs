//! Files that are no template: each is refused with its reason, and none breaks the program.

use chungsuc_press::read::ReadError;
use chungsuc_press::template::{Draft, DraftError};
use proptest::prelude::*;

use super::{sent, whole};
use crate::checks::{DOCUMENT, STYLES, rewritten};
use crate::reading::bad_files::bad_files;
use crate::reading::packing::{document, package};

fn refusal(bytes: &[u8]) -> Option<DraftError> {
    Draft::from_docx(bytes).err()
}

#[test]
fn what_cannot_be_read_says_why() {
    for (name, bytes, why) in bad_files() {
        let why = match name {
            // Text and PDF are read as papers; a template is a DOCX.
            "nothing" | "spaces" | "a PDF's head" => DraftError::Read(ReadError::Unsupported),
            "an empty document" | "a document of pictures" => DraftError::Foreign,
            _ => DraftError::Read(why),
        };
        assert_eq!(refusal(&bytes), Some(why), "{name}");
    }
}

#[test]
fn what_swells_is_refused() {
    let swollen = Some(DraftError::Read(ReadError::TooMuch));
    assert_eq!(refusal(&package(&vec![b' '; 100 << 20], &[])), swollen);
    assert_eq!(refusal(&document(&"<w:ins>".repeat(100_000), &[])), swollen);
    assert_eq!(refusal(&document(&"<w:p/>".repeat(2_100_000), &[])), swollen);
    let entities = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:document>&a;</w:document>";
    let broken = Some(DraftError::Read(ReadError::Broken));
    assert_eq!(refusal(&package(entities.as_bytes(), &[])), broken);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let file = sent(&whole(), None);
    for end in (0..file.len()).step_by(61) {
        assert!(refusal(&file[..end]).is_some(), "{end} of {}", file.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_byte_is_no_crash(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = sent(&whole(), None);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = Draft::from_docx(&bytes);
    }

    #[test]
    fn a_changed_part_is_no_crash(
        at in any::<prop::sample::Index>(),
        text in "[<>/w:p\"a-z ]{0,6}",
    ) {
        for part in [DOCUMENT, STYLES] {
            let bytes = rewritten(&sent(&whole(), None), part, |old| {
                let place = at.index(old.len());
                let place = (0..=place).rev().find(|at| old.is_char_boundary(*at)).unwrap();
                format!("{}{text}{}", &old[..place], &old[place..])
            });
            let _ = Draft::from_docx(&bytes);
        }
    }
}
