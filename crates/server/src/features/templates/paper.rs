//! Templates on paper: to be changed in Word, and as the document of an invented case.

use chungsuc_press::template::{Draft, Frame, Template};
use chungsuc_press::{
    Capacity, Cosigner, Document, Header, Issuer, Presence, Signature, docx, pdf,
};
use jiff::civil::Date;

use super::sorts::achievements::{is_of_person, is_report};
use super::{Sort, sorts};
use crate::access::Person;
use crate::app::App;
use crate::catalog::{kinds, layout};
use crate::features::office::Office;
use crate::refusal::Refusal;

/// Who signs an example.
const NOBODY: &str = "Nguyễn Văn Mẫu";

/// The words with their marks in the frame of the office, as DOCX.
///
/// # Errors
/// Of the press.
pub fn blank(by: &Person, sort: &Sort, draft: &Draft) -> Result<Vec<u8>, Refusal> {
    Ok(docx(&with_marks(by, sort, draft)?, &layout()?)?)
}

/// As [`blank`], before it is printed.
pub(super) fn with_marks(by: &Person, sort: &Sort, draft: &Draft) -> Result<Document, Refusal> {
    Ok(frame(by, sort, None, "")?.around(draft.words()?))
}

/// The document of an invented case.
///
/// # Errors
/// Of the press.
pub fn example(
    app: &App,
    by: &Person,
    sort: &Sort,
    template: &Template,
) -> Result<Document, Refusal> {
    let office = Office::of(&by.commune_name);
    // Only the case is invented: the office reads its own name.
    let values = sorts::sample(sort)
        .text("cơ quan", office.issuer())
        .text("người quyết định", office.decider())
        .text("xã", office.commune)
        .text("địa danh", office.place);
    let words = template.fill(&values)?;
    Ok(frame(by, sort, Some(app.today()), NOBODY)?.around(words))
}

/// As [`example`], printed as PDF.
pub(super) fn example_pdf(
    app: &App,
    by: &Person,
    sort: &Sort,
    template: &Template,
) -> Result<Vec<u8>, Refusal> {
    Ok(pdf(&example(app, by, sort, template)?, &layout()?)?)
}

fn frame(by: &Person, sort: &Sort, date: Option<Date>, name: &str) -> Result<Frame, Refusal> {
    let office = Office::of(&by.commune_name);
    let kinds = kinds()?;
    let kind = kinds.named(sort.kind).ok_or_else(|| Refusal::rule("template-faulty"))?;
    let signed = |post: &str| Signature { capacity: Capacity::head(post), name: name.to_owned() };
    let (authority, signature, cosigner) = match sort.kind {
        "Quyết định" => (Some(office.decider()), signed("Chủ tịch"), None),
        "Biên bản" => (None, signed("Chủ tọa"), Some(Cosigner::Secretary(signed("Thư ký")))),
        _ if is_report(sort) => {
            let confirming =
                Cosigner::Confirming { body: office.issuer(), signature: signed("Chủ tịch") };
            let writer = if is_of_person(sort) { "Người báo cáo" } else { "Trưởng làng" };
            (None, signed(writer), Some(confirming))
        }
        _ => (None, signed("Chủ tịch"), None),
    };
    // A công văn names who drafted it.
    let body = if kind.abbreviation.is_some() { "UBND" } else { "UBND-TĐKT" };
    let issuer = match is_of_person(sort) {
        true => Issuer::Person,
        false => Issuer::body(office.issuer(), kind.number(None, body)),
    };
    let header = Header {
        issuer,
        place: (kind.dateline != Presence::None).then(|| office.place.clone()),
        date,
    };
    Ok(Frame { header, kind: kind.title(), authority, signature, cosigner })
}
