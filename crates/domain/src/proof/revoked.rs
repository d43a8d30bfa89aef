//! The list of certificates that an office took back, signed with its key, so that whoever checks without
//! a network can know it too.
//!
//! `CSR1:` and, in base32, the key's short name, the signature and the words; docs/certificate-code.md.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use ed25519_dalek::Signature;
use jiff::civil::Date;

use super::code::plain;
use super::{CodeError, KeyId, PublicKey};

/// Says what follows, and in which version; part of what is signed.
const PREFIX: &str = "CSR1:";
/// A list of ten thousand certificates is shorter; more is not even decoded.
const LONGEST: usize = 2_000_000;

/// What an office took back by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevokedList {
    /// Official code of the commune.
    pub issuer: String,
    /// The day on which the list was signed.
    pub on: Date,
    /// Each certificate.
    pub lines: Vec<Revoked>,
}

/// One certificate that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// Its short number: "312/2022-04-XWVYPJ".
    pub number: String,
    /// The day of the decision that took it back.
    pub on: Date,
    /// Number and symbol of that decision.
    pub decision: String,
}

impl RevokedList {
    /// What became of the certificate of this short number.
    pub fn find(&self, number: &str) -> Option<&Revoked> {
        self.lines.iter().find(|line| line.number == number)
    }

    /// Commune and day, then a line for each certificate.
    fn write(&self) -> String {
        let tidy = |fact: &str| fact.replace(char::is_control, " ");
        let mut text = format!("{}\n{}", tidy(&self.issuer), self.on);
        for line in &self.lines {
            let facts = [tidy(&line.number), line.on.to_string(), tidy(&line.decision)];
            text.push('\n');
            text.push_str(&facts.join("\t"));
        }
        text
    }

    fn read(text: &str) -> Option<Self> {
        let mut rows = text.split('\n');
        let (issuer, on) = (rows.next()?.to_owned(), rows.next()?.parse().ok()?);
        let line = |row: &str| {
            let facts: Vec<&str> = row.split('\t').collect();
            let [number, on, decision] = facts.as_slice() else { return None };
            let (number, decision) = ((*number).to_owned(), (*decision).to_owned());
            Some(Revoked { number, on: on.parse().ok()?, decision })
        };
        let read = Self { issuer, on, lines: rows.map(line).collect::<Option<_>>()? };
        (read.write() == text).then_some(read)
    }
}

/// A list whose form is right. What it says is told only by [`SignedList::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedList {
    key: KeyId,
    signature: Signature,
    list: RevokedList,
}

impl SignedList {
    pub(super) fn signed(
        key: KeyId,
        list: RevokedList,
        sign: impl FnOnce(&[u8]) -> Signature,
    ) -> Self {
        let signature = sign(&message(key, &list));
        Self { key, signature, list }
    }

    /// Short name of the key that it names.
    pub fn key(&self) -> KeyId {
        self.key
    }

    /// What the office took back, if this key signed it.
    ///
    /// # Errors
    /// [`CodeError::OtherKey`], [`CodeError::Forged`].
    pub fn verify(&self, key: &PublicKey) -> Result<&RevokedList, CodeError> {
        if key.id() != self.key {
            return Err(CodeError::OtherKey);
        }
        let genuine = key.signed(&message(self.key, &self.list), &self.signature);
        if genuine { Ok(&self.list) } else { Err(CodeError::Forged) }
    }
}

impl fmt::Display for SignedList {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.list.write();
        let bytes = [&self.key.0[..], &self.signature.to_bytes(), text.as_bytes()].concat();
        write!(to, "{PREFIX}{}", BASE32_NOPAD.encode(&bytes))
    }
}

impl FromStr for SignedList {
    type Err = CodeError;

    /// Spaces, line breaks and small letters do no harm.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read(text).ok_or(CodeError::Malformed)
    }
}

fn read(text: &str) -> Option<SignedList> {
    let text = plain(text);
    let letters = text.strip_prefix(PREFIX).filter(|letters| letters.len() <= LONGEST)?;
    let bytes = BASE32_NOPAD.decode(letters.as_bytes()).ok()?;
    let (key, rest) = bytes.split_first_chunk()?;
    let (signature, words) = rest.split_first_chunk()?;
    let list = RevokedList::read(std::str::from_utf8(words).ok()?)?;
    Some(SignedList { key: KeyId(*key), signature: Signature::from_bytes(signature), list })
}

fn message(key: KeyId, list: &RevokedList) -> Vec<u8> {
    [PREFIX.as_bytes(), &key.0, list.write().as_bytes()].concat()
}
