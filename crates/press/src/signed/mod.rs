//! Digital signatures of a PDF file: whether the bytes are those that were signed, by whom, when, and
//! whether the certificate leads to a root that the office trusts. Nothing is ever signed here, and no
//! private key is ever held.
//!
//! Read are signatures as ISO 32000-1 12.8 and ETSI EN 319 142-1 (PAdES) lay them out: a CMS message
//! (RFC 5652) over everything in the file but the place where it stands itself. What is not looked at:
//! lists of revoked certificates, and the time stamps of an authority.

mod chain;
mod envelope;
mod key;
mod place;

use jiff::Timestamp;

pub use chain::{Chain, RootError, Roots};

/// One signature of a PDF file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Whether what it covers is as it was when it was signed.
    pub integrity: Integrity,
    /// How much of the file it covers; nothing when the file does not say.
    pub coverage: Option<Coverage>,
    /// Whose certificate it carries; nothing when that cannot be read.
    pub signer: Option<Signer>,
    /// When it was signed, as the signer's machine says.
    pub at: Option<Timestamp>,
    /// Whether the certificate leads to a root that is trusted here.
    pub chain: Chain,
}

/// Whether signed bytes are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// They are, and the key of the certificate has signed them.
    Intact,
    /// They were altered after signing.
    Altered,
    /// They are as they were, but it was not the key of the certificate that signed them.
    WrongKey,
    /// It cannot be told.
    Unknown(Doubt),
}

/// Why nothing can be told of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The file does not say in the usual way which of its bytes are signed.
    Place,
    /// The message of the signature cannot be read, or is none of a person.
    Envelope,
    /// The certificate of the signer is missing.
    Certificate,
    /// The algorithm is none of RSA or ECDSA (P-256, P-384) with SHA-256, SHA-384 or SHA-512; SHA-1 is
    /// no longer good for telling alterations.
    Algorithm,
}

/// How much of the file a signature covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of it.
    Whole,
    /// Something was added behind it: a further signature, or anything else.
    Part {
        /// Bytes that it does not cover.
        beyond: usize,
    },
}

/// What a certificate says of its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The name (CN) of the person or the body.
    pub name: String,
    /// The organisation (O), if it says one.
    pub organisation: Option<String>,
    /// The name of who issued the certificate.
    pub issuer: String,
    /// The serial number of the certificate, in hexadecimal.
    pub serial: String,
}

/// The signatures of a PDF file, in the order in which they stand in it; none for a file that is not
/// signed. A certificate is looked at as of the moment that the signature names, else of `now`.
pub fn signatures(pdf: &[u8], roots: &Roots, now: Timestamp) -> Vec<Signature> {
    place::places(pdf).into_iter().map(|place| read(place, roots, now)).collect()
}

/// Whether one file continues another one byte for byte, as signing programs leave what they sign.
pub fn continues(signed: &[u8], ready: &[u8]) -> bool {
    signed.len() > ready.len() && signed.starts_with(ready)
}

/// How many fields for a signature a file has that nobody has filled. As with [`signatures`], what is
/// looked at are its bytes: a field that is packed into a stream is not seen.
pub fn empty_places(pdf: &[u8]) -> u64 {
    place::empty(pdf)
}

fn read(place: Option<place::Place<'_>>, roots: &Roots, now: Timestamp) -> Signature {
    let Some(place) = place else {
        return doubtful(Doubt::Place, None);
    };
    let coverage = Some(match place.beyond {
        0 => Coverage::Whole,
        beyond => Coverage::Part { beyond },
    });
    let envelope = match envelope::Envelope::read(&place.message) {
        Ok(envelope) => envelope,
        Err(doubt) => return doubtful(doubt, coverage),
    };
    let at = envelope.signed_at().or(place.at);
    Signature {
        integrity: envelope.compare(place.covered).unwrap_or_else(Integrity::Unknown),
        coverage,
        signer: Some(envelope.signer()),
        at,
        chain: roots.follow(envelope.certificate(), envelope.others(), at.unwrap_or(now)),
    }
}

fn doubtful(doubt: Doubt, coverage: Option<Coverage>) -> Signature {
    let (signer, at, chain) = (None, None, Chain::Unchecked);
    Signature { integrity: Integrity::Unknown(doubt), coverage, signer, at, chain }
}
