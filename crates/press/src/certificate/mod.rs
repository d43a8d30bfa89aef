//! Certificates: giấy khen, and the certificate of a title. One sheet each, lines and colours of
//! Nghị định 98/2023/NĐ-CP, Điều 104.

mod calibration;
mod design;
mod fit;
mod marks;
mod paragraph;
mod sheet;
mod stock;

use jiff::civil::Date;
use serde::Serialize;

pub use calibration::calibration;
pub use design::CertificateDesign;
pub use stock::{Shift, Stock};

use marks::Marks;
use sheet::Sheet;

use crate::text::clean;
use crate::{Number, PressError, Signature, typeset};

/// What stands on one certificate, in ordinary letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Who decides: "Chủ tịch Ủy ban nhân dân xã Tơ Tung".
    pub decider: String,
    /// What is given.
    pub gift: Gift,
    /// Who receives it: "Ông Đinh Hlưi", "Hộ gia đình bà …", "Tập thể làng Sơ Tor".
    pub recipient: String,
    /// Post and unit, or address; may be empty.
    pub address: String,
    /// For what: "Đã có thành tích …".
    pub achievement: String,
    /// The number of the decision.
    pub decision: Number,
    /// The day of the decision, which is the day of the certificate.
    pub date: Date,
    /// Số sổ vàng: the running number of the awarded within the decision; a recognition has none.
    pub entry: Option<u32>,
    /// The place in the date line.
    pub place: String,
    /// Who signs, and as what.
    pub signature: Signature,
    /// What the reader can check it by, if it was signed.
    pub check: Option<Check>,
}

/// What a reader checks a certificate by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The text of the QR. Capitals, digits and `$%*+-./:` make it smallest.
    pub code: String,
    /// The number under it, for people.
    pub number: String,
}

/// What a certificate gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gift {
    /// A form of commendation, under "TẶNG": "Giấy khen".
    Award(String),
    /// An emulation title, under "TẶNG DANH HIỆU": "Chiến sĩ thi đua cơ sở".
    Title(String),
    /// A unit that is recognised as meeting a standard, under "CÔNG NHẬN": "Làng Sơ Tor". The lines of a
    /// commendation are used for it, for no rule on its form is known.
    Recognition(String),
}

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The title.
    pub title: String,
    /// The body that prints it.
    pub author: String,
    /// The day it is made; the archival standard asks for it.
    pub date: Date,
}

/// Prints certificates as one PDF/A-2b, a sheet each, in the order given. Long words shrink or wrap; a
/// sheet that would become unreadable is refused.
pub fn certificates(
    sheets: &[Certificate],
    design: &CertificateDesign,
    stock: Stock,
    imprint: &Imprint,
) -> Result<Vec<u8>, PressError> {
    let emblem = design.emblem.as_deref().filter(|_| stock == Stock::White);
    let marks = Marks::draw(sheets)?;
    let words = sheets.iter().zip(&marks.places).enumerate();
    let fitted = words.map(|(at, (sheet, mark))| {
        Sheet::of(sheet, *mark, design, stock).ok_or(PressError::Overfull(at))
    });
    let data = Data {
        title: clean(&imprint.title),
        author: clean(&imprint.author),
        has_emblem: emblem.is_some(),
        has_border: stock == Stock::White,
        design,
        sheets: fitted.collect::<Result<_, _>>()?,
    };
    let mut files: Vec<(&'static str, &[u8])> = vec![("marks", &marks.pixels)];
    files.extend(emblem.map(|picture| ("emblem", picture)));
    let template = include_str!("../../templates/certificate.typ");
    typeset::set(&typeset::Job { template, data: &data, files: &files, date: Some(imprint.date) })
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    title: String,
    author: String,
    has_emblem: bool,
    has_border: bool,
    design: &'a CertificateDesign,
    sheets: Vec<Sheet>,
}
