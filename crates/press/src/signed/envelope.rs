//! The message of a signature (CMS, RFC 5652): one signer, over bytes that stand outside it.

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use const_oid::db::rfc5911::{ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA, ID_SIGNING_TIME};
use der::asn1::{ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::attr::AttributeValue;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::name::Name;
use x509_cert::time::Time;

use super::key::{Hash, Scheme};
use super::{Doubt, Integrity, Signer};

/// A message that was read, with the certificate of its signer.
pub(super) struct Envelope {
    info: SignerInfo,
    certificate: Certificate,
    others: Vec<Certificate>,
}

impl Envelope {
    /// Reads a message; zeros behind it fill its place in the file.
    pub(super) fn read(message: &[u8]) -> Result<Self, Doubt> {
        let (content, _) = ContentInfo::from_der_partial(message).map_err(|_| Doubt::Envelope)?;
        let signed: SignedData = match content.content_type == ID_SIGNED_DATA {
            true => content.content.decode_as().map_err(|_| Doubt::Envelope)?,
            false => return Err(Doubt::Envelope),
        };
        let content = &signed.encap_content_info;
        if content.econtent_type != ID_DATA || content.econtent.is_some() {
            return Err(Doubt::Envelope);
        }
        let mut infos = signed.signer_infos.0.into_vec();
        let (Some(info), true) = (infos.pop(), infos.is_empty()) else {
            return Err(Doubt::Envelope);
        };
        let mut others: Vec<Certificate> = Vec::new();
        for one in signed.certificates.into_iter().flat_map(|set| set.0.into_vec()) {
            if let CertificateChoices::Certificate(certificate) = one {
                others.push(certificate);
            }
        }
        let place =
            others.iter().position(|one| is_of(one, &info.sid)).ok_or(Doubt::Certificate)?;
        let certificate = others.swap_remove(place);
        Ok(Self { info, certificate, others })
    }

    /// Compares the bytes that the message covers with what was signed.
    pub(super) fn compare(&self, covered: [&[u8]; 2]) -> Result<Integrity, Doubt> {
        let hash = Hash::of(&self.info.digest_alg.oid).ok_or(Doubt::Algorithm)?;
        let scheme =
            Scheme::of(&self.info.signature_algorithm.oid, hash).ok_or(Doubt::Algorithm)?;
        let digest = hash.digest(&covered);
        let signed = match &self.info.signed_attrs {
            None => scheme.hash.digest(&covered),
            Some(attributes) => {
                let kept: OctetString = self.attribute(ID_MESSAGE_DIGEST).ok_or(Doubt::Envelope)?;
                if kept.as_bytes() != digest {
                    return Ok(Integrity::Altered);
                }
                scheme.hash.digest(&[&attributes.to_der().map_err(|_| Doubt::Envelope)?])
            }
        };
        let key = self.certificate.tbs_certificate().subject_public_key_info();
        match scheme.verify(key, &signed, self.info.signature.as_bytes())? {
            true => Ok(Integrity::Intact),
            // Without attributes nothing but the signature itself knows the digest.
            false if self.info.signed_attrs.is_none() => Ok(Integrity::Altered),
            false => Ok(Integrity::WrongKey),
        }
    }

    /// The time in the message, if there is one.
    pub(super) fn signed_at(&self) -> Option<Timestamp> {
        let time: Time = self.attribute(ID_SIGNING_TIME)?;
        timestamp(&time)
    }

    /// Whose certificate it is.
    pub(super) fn signer(&self) -> Signer {
        let certificate = self.certificate.tbs_certificate();
        let organisation = certificate.subject().organization().ok().flatten();
        let serial = certificate.serial_number().as_bytes();
        Signer {
            name: name_of(certificate.subject()),
            organisation: organisation.map(|name| name.value().into_owned()),
            issuer: name_of(certificate.issuer()),
            serial: serial.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// The certificate of the signer.
    pub(super) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The other certificates that the message brings along.
    pub(super) fn others(&self) -> &[Certificate] {
        &self.others
    }

    fn attribute<T: for<'a> Decode<'a>>(&self, oid: ObjectIdentifier) -> Option<T> {
        let attributes = self.info.signed_attrs.as_ref()?;
        let values = &attributes.iter().find(|attribute| attribute.oid == oid)?.values;
        let value: &AttributeValue = values.iter().next()?;
        T::from_der(&value.to_der().ok()?).ok()
    }
}

fn is_of(certificate: &Certificate, signer: &SignerIdentifier) -> bool {
    let certificate = certificate.tbs_certificate();
    match signer {
        SignerIdentifier::IssuerAndSerialNumber(it) => {
            it.issuer == *certificate.issuer() && it.serial_number == *certificate.serial_number()
        }
        SignerIdentifier::SubjectKeyIdentifier(wanted) => {
            let own = certificate.get_extension::<SubjectKeyIdentifier>();
            own.is_ok_and(|own| own.is_some_and(|(_, own)| own == *wanted))
        }
    }
}

/// The common name; of a certificate without one, all that it says.
pub(super) fn name_of(name: &Name) -> String {
    let common = name.common_name().ok().flatten();
    common.map_or_else(|| name.to_string(), |common| common.value().into_owned())
}

pub(super) fn timestamp(time: &Time) -> Option<Timestamp> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
    Timestamp::from_second(seconds).ok()
}
