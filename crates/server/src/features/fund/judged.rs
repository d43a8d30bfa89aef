//! What a verdict of the domain means for who enters something: go on, give a reason, or no.

use chungsuc_domain::decision::{Answer, Reason, TextKey, Verdict};

use crate::refusal::Refusal;
use crate::web::Message;

/// The reason to keep with an entry that goes beyond its limit, where a person may let it through;
/// nothing for one that keeps to it.
///
/// # Errors
/// [`Refusal::Invalid`] with the field `amount` when the rule says no, with the field `reason` when a
/// person must decide and gave none.
pub(super) fn let_through<'a>(
    answer: &Answer,
    amount: &'static str,
    reason: &'a str,
) -> Result<Option<&'a str>, Refusal> {
    let why = answer.reasons.first();
    match answer.verdict {
        Verdict::Yes => Ok(None),
        Verdict::No => Err(Refusal::field(amount, said(why, true))),
        Verdict::PersonMustDecide if reason.trim().is_empty() => {
            Err(Refusal::field("reason", said(why, false)))
        }
        Verdict::PersonMustDecide => Ok(Some(reason.trim())),
    }
}

/// The sentence with its figures, its clause and what to do next.
fn said(reason: Option<&Reason>, refused: bool) -> Message {
    let key = match (reason.map(|reason| reason.text_key), refused) {
        (Some(TextKey::FundAboveCeiling), true) => "fund-no-ceiling",
        (Some(TextKey::FundAboveCeiling), false) => "fund-ask-ceiling",
        (Some(TextKey::FundBaseUnknown), _) => "fund-ask-base",
        (Some(TextKey::FundAboveOrganising), true) => "fund-no-organising",
        (Some(TextKey::FundAboveOrganising), false) => "fund-ask-organising",
        (Some(TextKey::FundOrganisingUnknown), _) => "fund-ask-organising-unknown",
        (Some(TextKey::FundShort), true) => "fund-no-short",
        (Some(TextKey::FundShort), false) => "fund-ask-short",
        _ => "fund-ask-ceiling-unknown",
    };
    let source = reason.and_then(|reason| reason.rule.as_ref()).map(|rule| rule.source.to_string());
    let message = Message::new(key).arg("source", source.unwrap_or_default());
    let facts = reason.map(|reason| reason.facts.clone()).unwrap_or_default();
    facts.into_iter().fold(message, |message, (name, value)| message.arg(name, value))
}
