//! Codes of certificates: what was signed is read back, and nothing else passes for it.

use chungsuc_domain::proof::{
    Code, CodeError, PrivateKey, PublicKey, Revoked, RevokedList, SignedList, Statement,
};
use proptest::prelude::*;

use crate::day;

const SEED: [u8; 32] = [7; 32];

fn key() -> PrivateKey {
    PrivateKey::from_seed(&SEED)
}

fn statement() -> Statement {
    Statement {
        decision: "312/QĐ-UBND".into(),
        date: day("2022-12-27"),
        entry: 4,
        issuer: "23668".into(),
        award: "giay-khen-xa".into(),
        recipient: "Bà Đinh Thị Hrơk".into(),
    }
}

#[test]
fn what_was_signed_is_read_back() {
    let code = key().sign(&statement());
    let text = code.to_string();
    let alphabet = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == ':';
    assert!(text.starts_with("CS1:") && text.chars().all(alphabet), "{text}");
    let read: Code = text.parse().unwrap();
    assert_eq!(read.verify(&key().public()), Ok(&statement()));
    assert_eq!(read.key(), key().public().id());
    let number = read.short_number();
    assert!(number.starts_with("312/2022-04-") && number.len() == 18, "{number}");
}

/// The example of docs/certificate-code.md: other checkers are written after it.
#[test]
fn the_example_of_the_description_stays() {
    let description = include_str!("../../../../docs/certificate-code.md");
    let code = key().sign(&statement());
    assert!(description.contains(&code.to_string()), "{code}");
    assert!(description.contains(&key().public().to_string()), "{}", key().public());
    assert!(description.contains(&code.short_number()), "{}", code.short_number());
}

fn list() -> RevokedList {
    let revoked = |number: &str| Revoked {
        number: number.into(),
        on: day("2024-05-14"),
        decision: "118/QĐ-UBND".into(),
    };
    let lines = vec![revoked("312/2022-04-XWVYPJ"), revoked("312/2022-05-ABCDEF")];
    RevokedList { issuer: "23668".into(), on: day("2024-06-01"), lines }
}

#[test]
fn a_list_of_what_was_taken_back_is_read_back_and_cannot_be_shortened() {
    let signed = key().sign_revoked(list());
    let read: SignedList = signed.to_string().to_lowercase().parse().unwrap();
    assert_eq!(read.verify(&key().public()), Ok(&list()));
    assert_eq!(list().find("312/2022-05-ABCDEF").unwrap().decision, "118/QĐ-UBND");
    assert_eq!(list().find("312/2022-05-ABCDEG"), None);
    let other = PrivateKey::from_seed(&[8; 32]).public();
    assert_eq!(read.verify(&other), Err(CodeError::OtherKey));
    // The words of a shorter list under the signature of the longer one.
    let bytes = |text: &str| data_encoding::BASE32_NOPAD.decode(&text.as_bytes()[5..]).unwrap();
    let short = key().sign_revoked(RevokedList { lines: vec![], ..list() });
    let mut forged = bytes(&signed.to_string())[..69].to_vec();
    forged.extend(&bytes(&short.to_string())[69..]);
    let forged = format!("CSR1:{}", data_encoding::BASE32_NOPAD.encode(&forged));
    let forged: SignedList = forged.parse().unwrap();
    assert_eq!(forged.verify(&key().public()), Err(CodeError::Forged));
    assert_eq!("CSR1:".parse::<SignedList>(), Err(CodeError::Malformed));
    assert_eq!(
        key().sign(&statement()).to_string().parse::<SignedList>(),
        Err(CodeError::Malformed)
    );
}

#[test]
fn copying_by_hand_does_no_harm() {
    let (code, key) = (key().sign(&statement()), key().public());
    let spread = |text: String| text.to_lowercase().replace('a', " a\n");
    assert_eq!(spread(code.to_string()).parse(), Ok(code));
    assert_eq!(spread(key.to_string()).parse(), Ok(key));
}

#[test]
fn a_line_break_in_a_name_shifts_nothing() {
    let sly = Statement { recipient: "Ông A\ngiay-khen\nÔng B".into(), ..statement() };
    let code: Code = key().sign(&sly).to_string().parse().unwrap();
    let public = key().public();
    let read = code.verify(&public).unwrap();
    assert_eq!(read.recipient, "Ông A giay-khen Ông B");
    assert_eq!(read.award, "giay-khen-xa");
}

#[test]
fn what_is_no_code_or_no_key_is_said() {
    let whole = key().sign(&statement()).to_string();
    let long = format!("CS1:{}", "A".repeat(1_000_000));
    for text in ["", "CS1:", "CS2:AAAA", "https://example.org", &whole[..80], &whole[4..], &long] {
        assert_eq!(text.parse::<Code>(), Err(CodeError::Malformed), "{text:.40}");
    }
    for text in ["", "AAAA", "0189", &"A".repeat(51), &"7".repeat(52)] {
        assert!(text.parse::<PublicKey>().is_err(), "{text}");
    }
}

#[test]
fn another_key_is_told_from_a_forgery() {
    let code = key().sign(&statement());
    let other = PrivateKey::from_seed(&[8; 32]);
    assert_eq!(code.verify(&other.public()), Err(CodeError::OtherKey));
}

fn words() -> impl Strategy<Value = Statement> {
    let texts = (".{0,20}", "[0-9]{5}", "[a-z-]{1,20}", ".{0,150}");
    (texts, 0..9999i64, any::<u32>()).prop_map(
        |((decision, issuer, award, recipient), days, entry)| {
            let date = day("2020-01-01").checked_add(jiff::Span::new().days(days)).unwrap();
            Statement { decision, date, entry, issuer, award, recipient }
        },
    )
}

proptest! {
    #[test]
    fn every_statement_comes_back(statement in words()) {
        let code = key().sign(&statement);
        prop_assert_eq!(code.to_string().parse::<Code>(), Ok(code.clone()));
        prop_assert!(code.verify(&key().public()).is_ok());
    }

    /// Whatever letter of the code is altered: key, signature or words.
    #[test]
    fn no_letter_can_be_altered(at in any::<prop::sample::Index>(), by in 1..32usize) {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let mut text = key().sign(&statement()).to_string().into_bytes();
        let at = 4 + at.index(text.len() - 4);
        let old = LETTERS.iter().position(|letter| *letter == text[at]).unwrap();
        text[at] = LETTERS[(old + by) % 32];
        let read = String::from_utf8(text).unwrap().parse::<Code>();
        let genuine = read.and_then(|code| code.verify(&key().public()).cloned());
        prop_assert!(genuine.is_err(), "{genuine:?}");
    }

    /// Nor can other words be put under a signature that is genuine.
    #[test]
    fn no_byte_of_the_words_can_be_altered(at in any::<prop::sample::Index>(), by in 1..=255u8) {
        let text = key().sign(&statement()).to_string();
        let mut bytes = data_encoding::BASE32_NOPAD.decode(&text.as_bytes()[4..]).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        let text = format!("CS1:{}", data_encoding::BASE32_NOPAD.encode(&bytes));
        let genuine = text.parse::<Code>().and_then(|code| code.verify(&key().public()).cloned());
        prop_assert!(genuine.is_err(), "{genuine:?}");
    }

    #[test]
    fn any_text_is_judged_without_panic(text in ".{0,300}") {
        let _ = text.parse::<Code>();
        let _ = text.parse::<PublicKey>();
        let _ = format!("CS1:{text}").parse::<Code>();
    }
}
