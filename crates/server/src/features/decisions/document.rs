//! The decision as a document with its list: what the clerk prints, of a draft and of an issued one.
//!
//! Its words are those of the office's template, and Vietnamese whatever the language of the screen.

use chungsuc_press::template::{Frame, Template};
use chungsuc_press::{Capacity, Document, Header, Issuer, Number, Signature, docx, pdf};
use jiff::civil::Date;

use super::certificates::serial;
use super::values::{About, values};
use super::{Decision, Printed, State, find, kept, reads_drafts};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::files::{self, NewFile};
use crate::features::office::Office;
use crate::features::templates::{self, sorts::AWARD_DECISION};
use crate::features::{certificates, councils, movements, signing};
use crate::refusal::Refusal;

/// The decision as DOCX: an issued one to the byte as it was issued.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it was discarded; of the press.
pub fn document(app: &App, by: &Person, id: &str) -> Result<Printed, Refusal> {
    let decision = find(app, by, id)?;
    if decision.state == State::Discarded {
        return Err(Refusal::rule("decision-discarded-stays"));
    }
    let bytes = match kept::files_of(app, by, &decision)? {
        Some(kept) => files::content(app, &by.commune, &kept.docx)?,
        None => docx(&as_it_stands(app, by, &decision)?, &layout()?)?,
    };
    Ok(Printed { name: file_name(&decision), bytes })
}

/// Makes the PDF of an issued decision to be signed; where there is one already, that one stays.
///
/// # Errors
/// [`Refusal::NotFound`], also for a draft; [`Refusal::Forbidden`]; of the press.
pub fn prepare_to_sign(app: &App, by: &Person, id: &str) -> Result<String, Refusal> {
    let decision = find(app, by, id)?;
    let paper = decision.paper.clone().ok_or(Refusal::NotFound)?;
    signing::prepare(app, by, &paper, || {
        let bytes = match kept::files_of(app, by, &decision)? {
            Some(kept) => files::content(app, &by.commune, &kept.pdf)?,
            None => pdf(&as_it_stands(app, by, &decision)?, &layout()?)?,
        };
        Ok(NewFile::made(&format!("{}.pdf", file_name(&decision)), bytes))
    })?;
    Ok(paper)
}

/// A draft in the words of the office's template; a decision that was issued before its file was kept
/// in the shipped ones, which it was issued with.
fn as_it_stands(app: &App, by: &Person, decision: &Decision) -> Result<Document, Refusal> {
    let template = match decision.state {
        State::Issued => templates::shipped(&AWARD_DECISION)?.1,
        State::Draft | State::Discarded => templates::current(app, by, &AWARD_DECISION)?,
    };
    printed(app, by, decision, &about(app, by, decision)?, &template)
}

/// What stands around a decision, as far as this person may know it.
pub(super) fn about(app: &App, by: &Person, decision: &Decision) -> Result<About, Refusal> {
    let sitting = decision.sitting.as_ref().filter(|_| reads_drafts(by));
    let sitting = sitting.map(|id| councils::sitting(app, by, id)).transpose()?;
    let key = match &decision.key {
        Some(id) => certificates::keys(app, &by.commune)?
            .into_iter()
            .find(|key| key.public.id().to_string() == *id),
        None => None,
    };
    Ok(About {
        movement: movements::find(app, by, &decision.movement)?,
        sitting: sitting.map(|sitting| (sitting.council_name, sitting.held_on)),
        key: key.map(|key| key.shown()).unwrap_or_default(),
    })
}

/// The document of a decision in the words of a template.
pub(super) fn printed(
    app: &App,
    by: &Person,
    decision: &Decision,
    about: &About,
    template: &Template,
) -> Result<Document, Refusal> {
    let words = template.fill(&values(app, by, decision, about)?)?;
    let head = Head {
        kind: AWARD_DECISION.kind,
        number: decision.number,
        symbol: &decision.symbol,
        issued_on: decision.issued_on,
        signer_post: &decision.signer_post,
        signer_name: &decision.signer_name,
    };
    Ok(frame(by, &head)?.around(words))
}

/// What stands above and below the words of a decision.
pub(super) struct Head<'a> {
    /// Its type, “Quyết định”.
    pub(super) kind: &'static str,
    pub(super) number: Option<i64>,
    pub(super) symbol: &'a str,
    pub(super) issued_on: Option<Date>,
    pub(super) signer_post: &'a str,
    pub(super) signer_name: &'a str,
}

pub(super) fn frame(by: &Person, head: &Head<'_>) -> Result<Frame, Refusal> {
    let office = Office::of(&by.commune_name);
    let number = Number { serial: head.number.map(serial), symbol: head.symbol.to_owned() };
    let header = Header {
        issuer: Issuer::body(office.issuer(), Some(number)),
        place: Some(office.place.clone()),
        date: head.issued_on,
    };
    let signature = Signature {
        capacity: Capacity::read(head.signer_post)?,
        name: head.signer_name.to_owned(),
    };
    Ok(Frame {
        header,
        kind: Some(head.kind.to_owned()),
        authority: Some(office.decider()),
        signature,
        cosigner: None,
    })
}

/// The name of its files, without an ending.
pub(super) fn file_name(decision: &Decision) -> String {
    match decision.number.zip(decision.issued_on) {
        Some((number, day)) => format!("quyet-dinh-{number}-{}", day.year()),
        None => "du-thao-quyet-dinh".to_owned(),
    }
}
