//! Whether the key of a certificate has signed something.

use const_oid::db::rfc5912;
use der::Encode;
use der::asn1::ObjectIdentifier;
use rsa::PublicKey;
use rsa::pkcs8::DecodePublicKey;
use rsa::signature::hazmat::PrehashVerifier;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::Doubt;

/// A digest that can still be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Padding {
    Pkcs1,
    Pss,
    Ecdsa,
}

/// How something was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scheme {
    /// The digest of what was signed.
    pub(super) hash: Hash,
    padding: Padding,
}

impl Hash {
    pub(super) fn of(oid: &ObjectIdentifier) -> Option<Self> {
        match *oid {
            rfc5912::ID_SHA_256 => Some(Self::Sha256),
            rfc5912::ID_SHA_384 => Some(Self::Sha384),
            rfc5912::ID_SHA_512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of parts that follow each other.
    pub(super) fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            parts.iter().for_each(|part| digest.update(part));
            digest.finalize().to_vec()
        }
        match self {
            Self::Sha256 => of::<Sha256>(parts),
            Self::Sha384 => of::<Sha384>(parts),
            Self::Sha512 => of::<Sha512>(parts),
        }
    }
}

impl Scheme {
    /// The scheme of an algorithm; `usual` is the digest of one that does not name its own.
    pub(super) fn of(oid: &ObjectIdentifier, usual: Hash) -> Option<Self> {
        let (padding, hash) = match *oid {
            rfc5912::RSA_ENCRYPTION => (Padding::Pkcs1, usual),
            rfc5912::SHA_256_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Hash::Sha256),
            rfc5912::SHA_384_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Hash::Sha384),
            rfc5912::SHA_512_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Hash::Sha512),
            // RFC 4056: the digest of the message is that of the padding too.
            rfc5912::ID_RSASSA_PSS => (Padding::Pss, usual),
            rfc5912::ECDSA_WITH_SHA_256 => (Padding::Ecdsa, Hash::Sha256),
            rfc5912::ECDSA_WITH_SHA_384 => (Padding::Ecdsa, Hash::Sha384),
            rfc5912::ECDSA_WITH_SHA_512 => (Padding::Ecdsa, Hash::Sha512),
            _ => return None,
        };
        Some(Self { hash, padding })
    }

    /// Whether `key` has signed what has this digest.
    pub(super) fn verify(
        self,
        key: &SubjectPublicKeyInfoOwned,
        digest: &[u8],
        signature: &[u8],
    ) -> Result<bool, Doubt> {
        match self.padding {
            Padding::Ecdsa => verify_ecdsa(key, digest, signature),
            Padding::Pkcs1 | Padding::Pss => self.verify_rsa(key, digest, signature),
        }
    }

    fn verify_rsa(
        self,
        key: &SubjectPublicKeyInfoOwned,
        digest: &[u8],
        signature: &[u8],
    ) -> Result<bool, Doubt> {
        let key = key.to_der().map_err(|_| Doubt::Algorithm)?;
        let key = PublicKey::from_public_key_der(&key).map_err(|_| Doubt::Algorithm)?;
        Ok(match (self.padding, self.hash) {
            (Padding::Pss, Hash::Sha256) => pss::<Sha256>(key, digest, signature),
            (Padding::Pss, Hash::Sha384) => pss::<Sha384>(key, digest, signature),
            (Padding::Pss, Hash::Sha512) => pss::<Sha512>(key, digest, signature),
            (_, Hash::Sha256) => pkcs1::<Sha256>(key, digest, signature),
            (_, Hash::Sha384) => pkcs1::<Sha384>(key, digest, signature),
            (_, Hash::Sha512) => pkcs1::<Sha512>(key, digest, signature),
        })
    }
}

fn pkcs1<D>(key: PublicKey, digest: &[u8], signature: &[u8]) -> bool
where
    D: Digest + const_oid::AssociatedOid,
{
    let key = rsa::pkcs1v15::VerifyingKey::<D>::new(key);
    let signature = rsa::pkcs1v15::Signature::try_from(signature);
    signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok())
}

fn pss<D>(key: PublicKey, digest: &[u8], signature: &[u8]) -> bool
where
    D: Digest + sha2::digest::FixedOutputReset,
{
    let key = rsa::pss::VerifyingKey::<D>::new_with_auto_salt_len(key);
    let signature = rsa::pss::Signature::try_from(signature);
    signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok())
}

fn verify_ecdsa(
    key: &SubjectPublicKeyInfoOwned,
    digest: &[u8],
    signature: &[u8],
) -> Result<bool, Doubt> {
    let curve = key.algorithm.parameters.as_ref().and_then(|it| it.decode_as().ok());
    let point = key.subject_public_key.raw_bytes();
    match curve {
        Some(rfc5912::SECP_256_R_1) => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point);
            let key = key.map_err(|_| Doubt::Algorithm)?;
            let signature = p256::ecdsa::DerSignature::try_from(signature);
            Ok(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
        }
        Some(rfc5912::SECP_384_R_1) => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point);
            let key = key.map_err(|_| Doubt::Algorithm)?;
            let signature = p384::ecdsa::DerSignature::try_from(signature);
            Ok(signature.is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()))
        }
        _ => Err(Doubt::Algorithm),
    }
}
