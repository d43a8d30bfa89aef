//! The code: `CS1:` and, in base32, the key's short name, the signature and the words.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use ed25519_dalek::Signature;
use sha2::{Digest, Sha256};

use super::{KeyId, PublicKey, Statement};

/// Says what follows, and in which version; part of what is signed.
const PREFIX: &str = "CS1:";
/// Letters of a short number: 30 bits, so that nobody guesses one.
const CHECK_LETTERS: usize = 6;
/// Nobody's certificate is as long; more is not even decoded.
const LONGEST: usize = 4000;

/// A code whose form is right. What it says is told only by [`Code::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    key: KeyId,
    signature: Signature,
    statement: Statement,
}

/// Why a text is no code, or no genuine one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It is not written as a code is: cut off, mistyped, or something else altogether.
    #[error("not a certificate's code")]
    Malformed,
    /// Its key is another one than the one it was checked with.
    #[error("signed with another key")]
    OtherKey,
    /// The signature does not fit the words: somebody altered the one or the other.
    #[error("the signature does not fit the words")]
    Forged,
}

impl Code {
    pub(super) fn signed(
        key: KeyId,
        statement: &Statement,
        sign: impl FnOnce(&[u8]) -> Signature,
    ) -> Self {
        let statement = statement.tidy();
        let signature = sign(&message(key, &statement));
        Self { key, signature, statement }
    }

    /// Short name of the key that it names.
    pub fn key(&self) -> KeyId {
        self.key
    }

    /// What the certificate says, if this key signed it.
    ///
    /// # Errors
    /// [`CodeError::OtherKey`], [`CodeError::Forged`].
    pub fn verify(&self, key: &PublicKey) -> Result<&Statement, CodeError> {
        if key.id() != self.key {
            return Err(CodeError::OtherKey);
        }
        let genuine = key.signed(&message(self.key, &self.statement), &self.signature);
        if genuine { Ok(&self.statement) } else { Err(CodeError::Forged) }
    }

    /// "312/2022-04-XWVYPJ", for people: decision and year, number in the golden book, and letters that
    /// only this code has.
    pub fn short_number(&self) -> String {
        let letters = BASE32_NOPAD.encode(&Sha256::digest(self.to_string().as_bytes()));
        let letters: String = letters.chars().take(CHECK_LETTERS).collect();
        format!("{}-{letters}", self.statement.place())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.statement.write();
        let bytes = [&self.key.0[..], &self.signature.to_bytes(), text.as_bytes()].concat();
        write!(to, "{PREFIX}{}", BASE32_NOPAD.encode(&bytes))
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Spaces, line breaks and small letters do no harm: people paste it from messages.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read(text).ok_or(CodeError::Malformed)
    }
}

fn read(text: &str) -> Option<Code> {
    let text = plain(text);
    let letters = text.strip_prefix(PREFIX).filter(|letters| letters.len() <= LONGEST)?;
    let bytes = BASE32_NOPAD.decode(letters.as_bytes()).ok()?;
    let (key, rest) = bytes.split_first_chunk()?;
    let (signature, words) = rest.split_first_chunk()?;
    let statement = Statement::read(std::str::from_utf8(words).ok()?)?;
    Some(Code { key: KeyId(*key), signature: Signature::from_bytes(signature), statement })
}

fn message(key: KeyId, statement: &Statement) -> Vec<u8> {
    [PREFIX.as_bytes(), &key.0, statement.write().as_bytes()].concat()
}

/// Capitals without white space.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}
