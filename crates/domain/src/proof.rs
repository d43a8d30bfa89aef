//! The signed words of a certificate: what its QR carries, so that anybody with the office's public key
//! can check it, without asking the office or its machine.
//!
//! `docs/certificate-code.md` describes the code letter by letter, for whoever writes another checker.

mod code;
mod key;
mod revoked;

use jiff::civil::Date;

pub use code::{Code, CodeError};
pub use key::{KeyId, PrivateKey, PublicKey, PublicKeyError};
pub use revoked::{Revoked, RevokedList, SignedList};

/// What a certificate says, as far as its code vouches for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Number and symbol of the decision: "312/QĐ-UBND".
    pub decision: String,
    /// The day of the decision.
    pub date: Date,
    /// Số sổ vàng: the running number of the awarded within the decision.
    pub entry: u32,
    /// Official code of the commune that issues it.
    pub issuer: String,
    /// Code of the award in the catalog.
    pub award: String,
    /// Who receives it, as on the certificate.
    pub recipient: String,
}

impl Statement {
    /// The same in words that can stand one fact a line: a line break within one becomes a space.
    fn tidy(&self) -> Self {
        let tidy = |fact: &str| fact.replace(char::is_control, " ");
        Self {
            decision: tidy(&self.decision),
            issuer: tidy(&self.issuer),
            award: tidy(&self.award),
            recipient: tidy(&self.recipient),
            ..self.clone()
        }
    }

    /// One fact a line.
    fn write(&self) -> String {
        let (date, entry) = (self.date.to_string(), self.entry.to_string());
        [&self.decision, &date, &entry, &self.issuer, &self.award, &self.recipient]
            .map(String::as_str)
            .join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        let facts: Vec<&str> = text.split('\n').collect();
        let [decision, date, entry, issuer, award, recipient] = facts.as_slice() else {
            return None;
        };
        let read = Self {
            decision: (*decision).to_owned(),
            date: date.parse().ok()?,
            entry: entry.parse().ok()?,
            issuer: (*issuer).to_owned(),
            award: (*award).to_owned(),
            recipient: (*recipient).to_owned(),
        };
        // One statement has one spelling: neither "+7" nor "07".
        (read.tidy().write() == text).then_some(read)
    }

    /// "312/2022-04": the decision's number and year, and the number in the golden book.
    fn place(&self) -> String {
        let serial = self.decision.split('/').next().unwrap_or_default();
        format!("{serial}/{}-{:02}", self.date.year(), self.entry)
    }
}
