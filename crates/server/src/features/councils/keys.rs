//! The keys of secret ballots. Each open secret sitting has one, in a folder beside the database and
//! never in it: what a backup holds without the key says nothing. The key is destroyed when the ballots
//! are counted. `docs/secret-ballot.md` says what this protects from and what not.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chungsuc_store::Address;
use rand::RngExt;

use crate::refusal::Refusal;

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// Where the keys of open secret ballots lie; nowhere, when nobody has said.
#[derive(Clone, Debug, Default)]
pub struct KeyFolder(Option<PathBuf>);

/// A key lies in no folder, is gone, or cannot be reached.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeyError {
    #[error("no folder for the keys of secret ballots is set")]
    Nowhere,
    #[error("the key of the ballot box is gone")]
    Gone,
    #[error("the folder of ballot keys cannot be used: {0}")]
    Folder(#[from] io::Error),
}

impl From<KeyError> for Refusal {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Nowhere => Self::rule("ballot-key-nowhere"),
            KeyError::Gone => Self::rule("ballot-key-gone"),
            KeyError::Folder(error) => {
                tracing::error!(%error, "folder of ballot keys");
                Self::rule("ballot-key-folder")
            }
        }
    }
}

impl KeyFolder {
    /// This folder; it is made when the first key is.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(Some(folder.into()))
    }

    /// Beside a SQLite file; a server has no such place.
    pub fn beside(address: &Address) -> Self {
        match address {
            Address::File(path) => Self::at(path.with_extension("ballot-keys")),
            Address::Server(_) => Self(None),
        }
    }

    /// Makes the key of a ballot box; one that a failed opening left behind is used again.
    pub(super) fn make(&self, name: &str) -> Result<(), KeyError> {
        let path = self.path(name)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
            only_for_the_program(folder, 0o700)?;
        }
        let mut file = match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(()),
            other => other?,
        };
        only_for_the_program(&path, 0o600)?;
        let key: [u8; KEY_BYTES] = rand::rng().random();
        file.write_all(&key)?;
        Ok(file.sync_all()?)
    }

    /// The key of a ballot box.
    pub(super) fn find(&self, name: &str) -> Result<BoxKey, KeyError> {
        match fs::read(self.path(name)?) {
            Ok(bytes) => bytes.try_into().map(BoxKey).map_err(|_| KeyError::Gone),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(KeyError::Gone),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes over a key, then removes it. A key that is gone already is no error.
    pub(super) fn destroy(&self, name: &str) -> Result<(), KeyError> {
        let path = self.path(name)?;
        match OpenOptions::new().write(true).open(&path) {
            Ok(mut file) => {
                file.write_all(&[0; KEY_BYTES])?;
                file.sync_all()?;
                Ok(fs::remove_file(&path)?)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The ballot boxes that have a key.
    pub(super) fn names(&self) -> Vec<String> {
        let Some(folder) = &self.0 else { return Vec::new() };
        let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        names.filter_map(|name| Some(name.strip_suffix(".key")?.to_owned())).collect()
    }

    fn path(&self, name: &str) -> Result<PathBuf, KeyError> {
        let folder = self.0.as_ref().ok_or(KeyError::Nowhere)?;
        Ok(folder.join(format!("{name}.key")))
    }
}

#[cfg(unix)]
fn only_for_the_program(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn only_for_the_program(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// The key of one ballot box.
pub(super) struct BoxKey([u8; KEY_BYTES]);

impl Drop for BoxKey {
    fn drop(&mut self) {
        // Not kept from the optimiser: the file is what has to go, this is tidiness.
        self.0 = [0; KEY_BYTES];
    }
}

impl BoxKey {
    /// Seals marks for their place: the same marks never look the same twice, and a ballot that is
    /// moved to another member's row no longer opens.
    pub(super) fn seal(&self, place: &str, marks: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE_BYTES] = rand::rng().random();
        let payload = Payload { msg: marks, aad: place.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// The marks, if nobody has touched what was sealed for this place.
    pub(super) fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.cipher().decrypt(&XNonce::from(nonce), payload).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_ballot_opens_in_its_place_with_its_key_only() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let keys = KeyFolder::at(folder.path().join("keys"));
        keys.make("a").unwrap_or_else(|error| panic!("{error}"));
        keys.make("b").unwrap_or_else(|error| panic!("{error}"));
        let key = |name| keys.find(name).unwrap_or_else(|error| panic!("{error}"));
        let sealed = key("a").seal("xa/1/an", &[1, 2, 3]).unwrap_or_default();
        assert_eq!(key("a").open("xa/1/an", &sealed), Some(vec![1, 2, 3]));
        assert_eq!(key("a").open("xa/1/binh", &sealed), None, "another member's row");
        assert_eq!(key("b").open("xa/1/an", &sealed), None, "another sitting's key");
        assert_ne!(key("a").seal("xa/1/an", &[1, 2, 3]), Some(sealed.clone()), "fresh each time");
        let other = key("a").seal("xa/1/an", &[3, 3, 3]).unwrap_or_default();
        assert_eq!(sealed.len(), other.len(), "the length says nothing");
        keys.make("a").unwrap_or_else(|error| panic!("{error}"));
        assert!(key("a").open("xa/1/an", &sealed).is_some(), "made once");
        keys.destroy("a").unwrap_or_else(|error| panic!("{error}"));
        assert!(matches!(keys.find("a"), Err(KeyError::Gone)));
        assert_eq!(keys.names(), ["b"]);
        assert!(keys.destroy("a").is_ok(), "gone already");
        assert!(matches!(KeyFolder::default().make("a"), Err(KeyError::Nowhere)));
    }
}
