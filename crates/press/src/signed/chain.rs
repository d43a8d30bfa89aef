//! Whether a certificate leads to a root that the office trusts.

use der::Encode;
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use super::envelope::{name_of, timestamp};
use super::key::{Hash, Scheme};

/// Certificates of a message that are looked at; it brings two or three.
const MOST: usize = 20;

/// What is known of the way from a certificate to a root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// No roots are known here, so nothing can be told.
    Unchecked,
    /// It leads to this root, and every certificate on the way was valid at the time of signing.
    Trusted {
        /// The name of the root.
        root: String,
    },
    /// It leads to none of the roots.
    Stranger,
    /// It leads to a root, but a certificate on the way was not valid at the time of signing.
    Expired {
        /// The name of the holder of that certificate.
        holder: String,
    },
}

/// The certificates that the office trusts: roots, and others that stand for them.
#[derive(Clone, Debug, Default)]
pub struct Roots(Vec<Certificate>);

/// A file of roots that is no list of certificates in PEM.
#[derive(Debug, thiserror::Error)]
#[error("no certificates in PEM: {0}")]
pub struct RootError(String);

impl Roots {
    /// Adds the certificates of a file in PEM; says how many there were.
    ///
    /// # Errors
    /// [`RootError`], also when there is none.
    pub fn add_pem(&mut self, pem: &[u8]) -> Result<usize, RootError> {
        let read = Certificate::load_pem_chain(pem).map_err(|why| RootError(why.to_string()))?;
        if read.is_empty() {
            return Err(RootError("the file is empty".to_owned()));
        }
        let count = read.len();
        self.0.extend(read);
        Ok(count)
    }

    /// How many certificates are trusted.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Follows a certificate to a root by way of `others`, as of the moment `at`.
    pub(super) fn follow(
        &self,
        leaf: &Certificate,
        others: &[Certificate],
        at: Timestamp,
    ) -> Chain {
        if self.is_empty() {
            return Chain::Unchecked;
        }
        let Some(way) = self.way(leaf, others) else { return Chain::Stranger };
        match way.iter().find(|certificate| !was_valid(certificate, at)) {
            Some(expired) => {
                Chain::Expired { holder: name_of(expired.tbs_certificate().subject()) }
            }
            None => {
                let root = way.first().map(|root| name_of(root.tbs_certificate().subject()));
                Chain::Trusted { root: root.unwrap_or_default() }
            }
        }
    }

    /// The shortest way from a certificate to a root, the root first: it is looked for in widening
    /// rings, so that certificates which have issued each other lead nowhere twice.
    fn way<'a>(
        &'a self,
        leaf: &'a Certificate,
        others: &'a [Certificate],
    ) -> Option<Vec<&'a Certificate>> {
        let mut reached: Vec<(&Certificate, Option<usize>)> = vec![(leaf, None)];
        let mut here = 0;
        while let Some((from, _)) = reached.get(here).copied() {
            if let Some(root) = self.0.iter().find(|root| *root == from || has_issued(root, from)) {
                let step = |place: &usize| reached[*place].1;
                let mut way: Vec<_> =
                    std::iter::successors(Some(here), step).map(|place| reached[place].0).collect();
                way.insert(0, root);
                return Some(way);
            }
            for other in others.iter().take(MOST) {
                let known = reached.iter().any(|(known, _)| *known == other);
                if !known && has_issued(other, from) {
                    reached.push((other, Some(here)));
                }
            }
            here += 1;
        }
        None
    }
}

/// Whether one certificate is that of an authority which has signed the other one.
fn has_issued(issuer: &Certificate, issued: &Certificate) -> bool {
    let (above, below) = (issuer.tbs_certificate(), issued.tbs_certificate());
    let is_authority = matches!(above.get_extension::<BasicConstraints>(), Ok(Some((_, it))) if it.ca)
        && match above.get_extension::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.key_cert_sign(),
            Ok(None) => true,
            Err(_) => false,
        };
    let algorithm = issued.signature_algorithm();
    // Only PSS leaves its digest to its parameters; of these SHA-256 is the one in use.
    let scheme = Scheme::of(&algorithm.oid, Hash::Sha256);
    let (Some(scheme), Ok(text), Some(signature)) =
        (scheme, below.to_der(), issued.signature().as_bytes())
    else {
        return false;
    };
    let digest = scheme.hash.digest(&[&text]);
    is_authority
        && above.subject() == below.issuer()
        && scheme.verify(above.subject_public_key_info(), &digest, signature) == Ok(true)
}

fn was_valid(certificate: &Certificate, at: Timestamp) -> bool {
    let validity = certificate.tbs_certificate().validity();
    let span = timestamp(&validity.not_before).zip(timestamp(&validity.not_after));
    span.is_some_and(|(from, to)| (from..=to).contains(&at))
}
