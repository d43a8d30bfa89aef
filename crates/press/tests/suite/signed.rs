//! Signatures of PDF files: made by OpenSSL (tests/signed/make.py), and told alike by poppler.

use std::path::{Path, PathBuf};
use std::process::Command;

use chungsuc_press::signed::{
    Chain, Coverage, Doubt, Integrity, Roots, Signature, continues, signatures,
};
use jiff::Timestamp;
use proptest::prelude::*;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signed").join(name)
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap()
}

fn roots(names: &[&str]) -> Roots {
    let mut roots = Roots::default();
    names.iter().for_each(|name| assert_eq!(roots.add_pem(&file(name)).unwrap(), 1));
    roots
}

fn now() -> Timestamp {
    "2026-12-01T00:00:00Z".parse().unwrap()
}

fn read(pdf: &[u8]) -> Vec<Signature> {
    signatures(pdf, &roots(&["root.pem"]), now())
}

fn only(pdf: &[u8]) -> Signature {
    let mut found = read(pdf);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn who_signed_and_when() {
    let signature = only(&file("rsa.pdf"));
    assert_eq!(signature.integrity, Integrity::Intact);
    assert_eq!(signature.coverage, Some(Coverage::Whole));
    assert_eq!(signature.chain, Chain::Trusted { root: "Gốc thử".into() });
    let signer = signature.signer.unwrap();
    assert_eq!(signer.name, "Lương Đức Khải");
    assert_eq!(signer.organisation.as_deref(), Some("Ủy ban nhân dân xã thử"));
    assert_eq!(signer.issuer, "Chứng thực thử");
    let day = signature.at.unwrap().to_string();
    assert!(day.starts_with("2026-11-24T"), "{day}");
}

#[test]
fn every_way_of_signing_in_use_is_read() {
    for (name, who) in [
        ("rsa.pdf", "Lương Đức Khải"),
        ("pss.pdf", "Lương Đức Khải"),
        ("without-attributes.pdf", "Văn thư thử"),
        ("p384.pdf", "Gốc lạ"),
    ] {
        let signature = only(&file(name));
        assert_eq!(signature.integrity, Integrity::Intact, "{name}");
        assert_eq!(signature.signer.unwrap().name, who, "{name}");
    }
    let at = only(&file("without-attributes.pdf")).at;
    assert_eq!(at, Some("2026-11-27T08:00:00Z".parse().unwrap()), "the file names it");
}

#[test]
fn what_cannot_be_told_is_not_called_good() {
    for (name, doubt) in
        [("sha1.pdf", Doubt::Algorithm), ("without-certificate.pdf", Doubt::Certificate)]
    {
        assert_eq!(only(&file(name)).integrity, Integrity::Unknown(doubt), "{name}");
    }
    assert!(read(&file("plain.pdf")).is_empty());
    assert!(read(b"").is_empty());
}

#[test]
fn an_altered_byte_is_seen() {
    let mut pdf = file("rsa.pdf");
    let place = pdf.windows(5).position(|part| part == b"[0 0 ").unwrap();
    pdf[place + 1] = b'9';
    assert_eq!(only(&pdf).integrity, Integrity::Altered);
    let mut bare = file("without-attributes.pdf");
    bare[place + 1] = b'9';
    assert_eq!(only(&bare).integrity, Integrity::Altered);
}

#[test]
fn the_key_of_another_person_is_seen() {
    // The last byte of the message belongs to the signature itself.
    let mut pdf = file("rsa.pdf");
    let hole = pdf.windows(10).position(|part| part == b"Contents <").unwrap() + 10;
    let zeros = pdf[hole..].iter().position(|sign| *sign == b'>').unwrap() + hole;
    let last = pdf[..zeros].iter().rposition(|sign| *sign != b'0').unwrap();
    pdf[last] = if pdf[last] == b'1' { b'2' } else { b'1' };
    assert_eq!(only(&pdf).integrity, Integrity::WrongKey);
}

#[test]
fn what_was_added_behind_a_signature_is_told() {
    let mut pdf = file("rsa.pdf");
    pdf.extend_from_slice(b"% added\n");
    let signature = only(&pdf);
    assert_eq!(signature.integrity, Integrity::Intact);
    assert_eq!(signature.coverage, Some(Coverage::Part { beyond: 8 }));
}

#[test]
fn two_signatures_are_told_apart() {
    let found = read(&file("two.pdf"));
    let names: Vec<_> = found.iter().map(|one| one.signer.clone().unwrap().name).collect();
    assert_eq!(names, ["Lương Đức Khải", "Văn thư thử"]);
    assert!(found.iter().all(|one| one.integrity == Integrity::Intact));
    assert!(matches!(found[0].coverage, Some(Coverage::Part { beyond }) if beyond > 12_000));
    assert_eq!(found[1].coverage, Some(Coverage::Whole));
}

/// The minutes that press prints, signed in their two places by pyHanko (tests/signed/in_place.py).
#[test]
fn who_signs_in_the_places_of_our_own_minutes_is_read() {
    let found = read(&file("in-place.pdf"));
    let names: Vec<_> = found.iter().map(|one| one.signer.clone().unwrap().name).collect();
    assert_eq!(names, ["Văn thư thử", "Lương Đức Khải"]);
    assert!(found.iter().all(|one| one.integrity == Integrity::Intact));
    assert!(matches!(found[0].coverage, Some(Coverage::Part { .. })));
    assert_eq!(found[1].coverage, Some(Coverage::Whole));
    let told = Command::new("pdfsig").arg("-nocert").arg(path("in-place.pdf")).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    for place in ["ChuKy1", "ChuKy2"] {
        assert!(told.contains(&format!("Signature Field Name: {place}")), "{told}");
    }
}

#[test]
fn a_chain_is_followed_to_a_root_that_is_known() {
    let pdf = file("rsa.pdf");
    let chain = |roots: &Roots, now| signatures(&pdf, roots, now).remove(0).chain;
    assert_eq!(chain(&Roots::default(), now()), Chain::Unchecked);
    assert_eq!(chain(&roots(&["stranger.pem"]), now()), Chain::Stranger);
    let both = roots(&["stranger.pem", "root.pem"]);
    assert_eq!(chain(&both, now()), Chain::Trusted { root: "Gốc thử".into() });
    let own = signatures(&file("p384.pdf"), &both, now()).remove(0).chain;
    assert_eq!(own, Chain::Trusted { root: "Gốc lạ".into() });
    // A message without a time is judged as of now: long after the certificates ended.
    let mut bare = file("without-attributes.pdf");
    let time = bare.windows(4).position(|part| part == b"/M (").unwrap();
    bare[time + 1] = b'X';
    let late = signatures(&bare, &both, "2099-01-01T00:00:00Z".parse().unwrap()).remove(0);
    assert_eq!(late.integrity, Integrity::Altered);
    assert!(matches!(late.chain, Chain::Expired { .. }), "{:?}", late.chain);
}

#[test]
fn only_certificates_become_roots() {
    let mut roots = Roots::default();
    assert!(roots.add_pem(b"").is_err());
    assert!(roots.add_pem(&file("plain.pdf")).is_err());
    assert!(roots.is_empty());
}

#[test]
fn a_signed_file_goes_on_from_the_one_that_was_made() {
    let (plain, one) = (file("plain.pdf"), file("rsa.pdf"));
    assert!(continues(&one, &plain) && continues(&file("two.pdf"), &one));
    assert!(!continues(&plain, &plain) && !continues(&plain, &one));
    assert!(!continues(&file("p384.pdf"), &one));
}

#[test]
fn poppler_says_the_same() {
    for name in
        ["rsa.pdf", "two.pdf", "pss.pdf", "p384.pdf", "without-attributes.pdf", "in-place.pdf"]
    {
        let told = Command::new("pdfsig").arg(path(name)).output().expect("poppler is installed");
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let found = read(&file(name));
        assert_eq!(told.matches("Signature is Valid.").count(), found.len(), "{name}: {told}");
        let whole = found.iter().filter(|one| one.coverage == Some(Coverage::Whole)).count();
        assert_eq!(told.matches("- Total document signed").count(), whole, "{name}: {told}");
        for signature in found {
            let name = signature.signer.unwrap().name;
            assert!(told.contains(&format!("Common Name: {name}")), "{told}");
        }
    }
}

proptest! {
    #[test]
    fn no_altered_file_is_taken_for_a_whole_one(place in any::<prop::sample::Index>(), sign: u8) {
        let mut pdf = file("rsa.pdf");
        // Within the message zeros behind it and the case of a digit say nothing: it is left alone.
        let hole = pdf.windows(10).position(|part| part == b"Contents <").unwrap() + 10;
        let length = pdf[hole..].iter().position(|sign| *sign == b'>').unwrap();
        let place = place.index(pdf.len() - length);
        let place = if place < hole { place } else { place + length };
        prop_assume!(pdf[place] != sign);
        pdf[place] = sign;
        for signature in read(&pdf) {
            let good = signature.integrity == Integrity::Intact;
            prop_assert!(!good || signature.coverage != Some(Coverage::Whole), "{place} as {sign}");
        }
    }

    #[test]
    fn a_torn_file_is_survived_and_never_good(
        noise in prop::collection::vec(any::<u8>(), 1..2_000),
        place in any::<prop::sample::Index>(),
    ) {
        let whole = file("rsa.pdf");
        let place = place.index(whole.len());
        let stuffed = [&whole[..place], &noise, &whole[place..]].concat();
        for torn in [&whole[..place], &stuffed] {
            for signature in read(torn) {
                let good = signature.integrity == Integrity::Intact;
                prop_assert!(!good || signature.coverage != Some(Coverage::Whole), "torn at {place}");
            }
        }
    }
}
