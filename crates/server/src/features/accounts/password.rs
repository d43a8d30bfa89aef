//! Passwords: how they are kept, and which ones are good enough.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version, password_hash};
use rand::RngExt;

use crate::web::Message;

/// Shortest password, in characters; a long one is never refused for its signs.
const MIN_LENGTH: usize = 10;
/// Longest password, in characters, so that nobody makes the program hash a book.
const MAX_LENGTH: usize = 200;

/// Where passwords are hashed, one after the other: however many people log in at once, an old
/// machine gives no more memory than one of them needs.
static WORKPLACE: Mutex<Vec<Block>> = Mutex::new(Vec::new());

/// The text kept for a password: Argon2id (19 MiB, 2 passes) with a random salt.
pub(super) fn hash(password: &str) -> Result<String, String> {
    let salt: [u8; Salt::RECOMMENDED_LENGTH] = rand::rng().random();
    let params = Params::default();
    let kept = output(password, &salt, &params).and_then(|output| {
        Ok(PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: params.try_into()?,
            salt: Some(Salt::new(&salt)?),
            hash: Some(output),
        })
    });
    kept.map(|kept| kept.to_string()).map_err(|error| error.to_string())
}

/// Whether a password belongs to a kept text.
pub(super) fn matches(password: &str, kept: &str) -> bool {
    let Ok(kept) = PasswordHash::new(kept) else { return false };
    let (Some(salt), Ok(params)) = (kept.salt, Params::try_from(&kept)) else { return false };
    // Outputs are compared in constant time.
    output(password, &salt, &params).is_ok_and(|output| kept.hash == Some(output))
}

fn output(password: &str, salt: &[u8], params: &Params) -> password_hash::Result<Output> {
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut workplace = WORKPLACE.lock().unwrap_or_else(PoisonError::into_inner);
    workplace.resize(params.block_count(), Block::default());
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    argon.hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        &mut output,
        &mut *workplace,
    )?;
    Ok(Output::new(&output)?)
}

/// Takes as long as [`matches`] and never matches, for a login that does not exist: time tells nothing.
pub(super) fn pretend(password: &str) -> bool {
    let _ = hash(password);
    false
}

/// Why a new password is not good enough.
pub(super) fn weakness(password: &str, login: &str) -> Option<Message> {
    let length = password.chars().count();
    let same_sign = password.chars().all(|sign| password.starts_with(sign));
    match () {
        () if length < MIN_LENGTH => {
            Some(Message::new("password-too-short").arg("least", MIN_LENGTH))
        }
        () if length > MAX_LENGTH => {
            Some(Message::new("password-too-long").arg("most", MAX_LENGTH))
        }
        () if same_sign || password.to_lowercase().contains(login) => {
            Some(Message::new("password-too-simple"))
        }
        () => None,
    }
}

/// A password to be told once: sixteen signs in groups of four that read well over the telephone.
pub fn random() -> String {
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut rng = rand::rng();
    let sign = |_| char::from(SIGNS[rng.random_range(0..SIGNS.len())]);
    let signs: Vec<char> = (0..16).map(sign).collect();
    signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_password_matches_itself_only() {
        let kept = hash("đường làng rộng").unwrap_or_default();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches("đường làng rộng", &kept));
        assert!(!matches("đường làng rộng ", &kept));
        assert!(!matches("", &kept) && !matches("đường làng rộng", "no hash"));
    }

    #[test]
    fn weak_passwords_are_named() {
        assert!(weakness("ngắn quá", "ketoan").is_some());
        assert!(weakness("0000000000", "ketoan").is_some());
        assert!(weakness("KeToan123456", "ketoan").is_some());
        assert!(weakness(&"dài".repeat(100), "ketoan").is_some());
        assert!(weakness("mười chữ là đủ", "ketoan").is_none());
        assert!(weakness(&random(), "ketoan").is_none());
        assert_ne!(random(), random());
    }
}
