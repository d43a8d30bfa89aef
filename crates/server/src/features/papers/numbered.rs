//! A paper of the registry by its number, as an officer cites it.

use chungsuc_domain::{date, text};

use super::{Paper, Readers, readable, sql};
use crate::access::Person;
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Language, Message};

/// The paper of a typed number: “12/QĐ-UBND”, or “12/QĐ-UBND ngày 01/06/2022” where several have it.
/// Withdrawn papers do not count. `field` is where it was typed.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with that field, when the registry has no such paper or
/// several; of the store.
pub fn numbered(
    app: &App,
    by: &Person,
    field: &'static str,
    typed: &str,
) -> Result<Paper, Refusal> {
    let refuse = |message| Err(Refusal::field(field, message));
    let (number, day) = match typed.split_once("ngày") {
        Some((number, day)) => (number.trim(), date::parse_date(day.trim(), app.today()).ok()),
        None => (typed.trim(), None),
    };
    if number.is_empty() {
        return refuse(Message::new("field-missing"));
    }
    let folded = text::fold(number);
    let pattern = format!("{}%", folded.replace(['%', '_', '\\'], " "));
    let only = readable(by)?.map(Readers::code);
    let params = [by.commune.as_str().into(), only.into(), (&pattern).into()];
    let mut found: Vec<Paper> =
        app.read(|r| r.all(sql::OF_NUMBER, &params, Paper::read).map_err(Refusal::from))?;
    let is_it = |paper: &Paper| {
        let same = paper.number.as_deref().is_some_and(|known| text::fold(known) == folded);
        same && day.is_none_or(|day| paper.issued_on == Some(day))
    };
    found.retain(is_it);
    match found.len() {
        0 => refuse(Message::new("paper-number-unknown").arg("number", number.to_owned())),
        1 => Ok(found.remove(0)),
        count => refuse(Message::new("paper-number-many").arg("count", count)),
    }
}

impl Paper {
    /// As papers cite it: “Quyết định 312/QĐ-UBND ngày 01/06/2022”.
    pub fn cited(&self) -> String {
        let kind = Language::Vietnamese.word("paper-kind-", self.kind.code());
        let number = self.number.as_deref().map(|number| format!(" {number}"));
        let day = self.issued_on.map(|day| format!(" ngày {}", date::show_date(day)));
        format!("{kind}{}{}", number.unwrap_or_default(), day.unwrap_or_default())
    }
}
