//! The key pair of an office: Ed25519 (RFC 8032).

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::{Code, RevokedList, SignedList, Statement};

/// Short name of a public key: the first five bytes of its SHA-256, written as eight letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyId(pub(super) [u8; KeyId::BYTES]);

impl KeyId {
    pub(super) const BYTES: usize = 5;
}

impl fmt::Display for KeyId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&BASE32_NOPAD.encode(&self.0))
    }
}

/// The public key of an office; written as 52 letters and digits (base32 of RFC 4648, without padding).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// A text that is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a public key: 52 letters A to Z and digits 2 to 7")]
pub struct PublicKeyError;

impl PublicKey {
    /// Its short name.
    pub fn id(&self) -> KeyId {
        let mut id = [0; KeyId::BYTES];
        for (short, whole) in id.iter_mut().zip(Sha256::digest(self.0.as_bytes())) {
            *short = whole;
        }
        KeyId(id)
    }

    pub(super) fn signed(&self, message: &[u8], signature: &Signature) -> bool {
        self.0.verify_strict(message, signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&BASE32_NOPAD.encode(self.0.as_bytes()))
    }
}

impl FromStr for PublicKey {
    type Err = PublicKeyError;

    /// Spaces, line breaks and small letters do no harm: people copy it from paper.
    fn from_str(text: &str) -> Result<Self, PublicKeyError> {
        let bytes = BASE32_NOPAD.decode(super::code::plain(text).as_bytes());
        let bytes: [u8; 32] =
            bytes.ok().and_then(|bytes| bytes.try_into().ok()).ok_or(PublicKeyError)?;
        VerifyingKey::from_bytes(&bytes).map(Self).map_err(|_| PublicKeyError)
    }
}

/// The secret half. It has no `Debug` and no spelling, so that it gets into no log.
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// From 32 bytes that the caller has drawn at random.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The half that everybody may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs: the same words and key always give the same code.
    pub fn sign(&self, statement: &Statement) -> Code {
        Code::signed(self.public().id(), statement, |message| self.0.sign(message))
    }

    /// Signs a list of what was taken back.
    pub fn sign_revoked(&self, list: RevokedList) -> SignedList {
        SignedList::signed(self.public().id(), list, |message| self.0.sign(message))
    }
}
