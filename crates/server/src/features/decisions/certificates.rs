//! Certificates of an issued decision, as one PDF: a sheet for each, in the order of the golden book.

use chungsuc_domain::catalog::AwardClass;
use chungsuc_domain::date::show_date;
use chungsuc_domain::proof::Code;
use chungsuc_press::{
    Capacity, CapacityError, Certificate, Check, Gift, Imprint, Number, PressError, Signature,
    certificates as print,
};
use jiff::civil::Date;

use super::{Awarded, Decision, find};
use crate::access::Person;
use crate::app::App;
use crate::features::certificates::{Sheets, design, setup};
use crate::features::office::Office;
use crate::refusal::Refusal;
use crate::web::Message;

/// A file to fetch.
#[derive(Debug)]
pub struct Printed {
    /// What it is called, without its ending.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// All certificates of a decision that stand, in the words that count now.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when the decision is a draft or a name cannot
/// be printed.
pub fn certificates(app: &App, by: &Person, id: &str, on: Sheets) -> Result<Printed, Refusal> {
    let decision = find(app, by, id)?;
    let stands = |line: &&Awarded| !line.standing.is_revoked();
    let lines: Vec<&Awarded> = decision.awarded.iter().filter(stands).collect();
    sheets(app, by, &decision, &lines, on, "giay-khen")
}

/// One certificate, by its number in the golden book.
///
/// # Errors
/// As [`certificates`].
pub fn certificate(
    app: &App,
    by: &Person,
    id: &str,
    seq: i64,
    on: Sheets,
) -> Result<Printed, Refusal> {
    let decision = find(app, by, id)?;
    let line = decision.awarded.iter().find(|line| line.seq == seq).ok_or(Refusal::NotFound)?;
    sheets(app, by, &decision, &[line], on, &format!("giay-khen-{seq}"))
}

fn sheets(
    app: &App,
    by: &Person,
    decision: &Decision,
    lines: &[&Awarded],
    on: Sheets,
    name: &str,
) -> Result<Printed, Refusal> {
    let (Some(number), Some(day)) = (decision.number, decision.issued_on) else {
        return Err(Refusal::rule("decision-no-certificate-yet"));
    };
    if let Some(by) =
        lines.iter().find(|it| it.standing.is_revoked()).and_then(|it| it.standing.by())
    {
        let message = Message::new("decision-certificate-revoked").arg("number", by.number.clone());
        return Err(Refusal::Rule(message.arg("day", show_date(by.on))));
    }
    if lines.is_empty() {
        return Err(Refusal::rule("decision-all-revoked"));
    }
    let office = Office::of(&by.commune_name);
    let signed = Signed { app, decision, office: &office, number: serial(number), day };
    let sheets =
        lines.iter().map(|line| signed.certificate(line)).collect::<Result<Vec<_>, _>>()?;
    let imprint = Imprint { title: decision.title(), author: office.issuer(), date: day };
    let setup = setup(app, by)?;
    let bytes = print(&sheets, &design(app, by, &setup)?, setup.stock(on), &imprint)
        .map_err(|error| explain(error, lines))?;
    Ok(Printed { name: format!("{name}-{number}-{}", day.year()), bytes })
}

/// The number on paper; the schema keeps it small.
pub(super) fn serial(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// What all certificates of a decision share.
struct Signed<'a> {
    app: &'a App,
    decision: &'a Decision,
    office: &'a Office,
    number: u32,
    day: Date,
}

impl Signed<'_> {
    fn certificate(&self, line: &Awarded) -> Result<Certificate, CapacityError> {
        let gift = line.gift(&self.app.catalog);
        let class = self.app.catalog.award(&line.award).map(|award| award.form.class);
        let gift =
            if class == Some(AwardClass::Title) { Gift::Title(gift) } else { Gift::Award(gift) };
        Ok(Certificate {
            decider: self.office.decider(),
            gift,
            recipient: line.words().recipient.clone(),
            address: line.words().address.clone(),
            achievement: line.words().achievement.clone(),
            decision: Number { serial: Some(self.number), symbol: self.decision.symbol.clone() },
            date: self.day,
            entry: Some(serial(line.seq)),
            place: self.office.place.clone(),
            signature: Signature {
                capacity: Capacity::read(&self.decision.signer_post)?,
                name: self.decision.signer_name.clone(),
            },
            check: line.code_now().and_then(check_of),
        })
    }
}

/// The code that was signed on the day of issue: printing again signs nothing.
fn check_of(code: &str) -> Option<Check> {
    let number = code.parse::<Code>().ok()?.short_number();
    Some(Check { code: code.to_owned(), number })
}

/// What the secretary can mend is said; the rest is ours.
fn explain(error: PressError, lines: &[&Awarded]) -> Refusal {
    match error {
        PressError::Unprintable(sign) => {
            Refusal::Rule(Message::new("decision-unprintable").arg("sign", sign.to_string()))
        }
        PressError::Overfull(place) => {
            let name = lines.get(place).map(|line| line.words().recipient.clone());
            let message = Message::new("decision-overfull");
            Refusal::Rule(message.arg("name", name.unwrap_or_default()))
        }
        other => other.into(),
    }
}
