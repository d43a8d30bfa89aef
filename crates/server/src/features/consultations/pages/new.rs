//! Opening a list: the complete nominations come into one, and who agreed to be named is ticked.

use chungsuc_domain::date::{parse_date, show_date};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{NewList, is_private, open};
use super::{LIST, address};
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, empty, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// Days that a list is first proposed to be open.
const USUAL_DAYS: i64 = 9;

pub(super) fn page(v: &Visit) -> Reply {
    let today = v.app.today();
    let mut first = vec![
        ("from", show_date(today)),
        ("to", show_date(today.saturating_add(USUAL_DAYS.days()))),
    ];
    let ready = ready(v)?;
    first.extend(ready.iter().map(|one| ("nominations", one.id.clone())));
    show(frame(v), whole(v, &ready, &Form::from_pairs(first), &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("consultation-new")).narrow().back(LIST, v.l.t("way-consultations"))
}

fn ready(v: &Visit) -> Result<Vec<Nomination>, PageError> {
    Ok(nominations::list(&v.app, v.person()?, Some(nominations::State::Received))?)
}

fn whole(v: &Visit, ready: &[Nomination], form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    if ready.is_empty() {
        return empty(l.t("consultation-no-ready"), l.t("consultation-no-ready-hint"), None);
    }
    let choice = |one: &Nomination| {
        let award = v.app.catalog.award(&one.award).map_or("–", |it| it.form.name.as_str());
        Choice::new(&one.id, &one.contestant.name).hint(format!("{award}. {}", one.proposed_by))
    };
    let all = ready.iter().map(choice).collect();
    let private = ready.iter().filter(|one| is_private(one.contestant.kind));
    let private: Vec<_> = private.map(|one| Choice::new(&one.id, &one.contestant.name)).collect();
    let mut questions = vec![
        Field::new("title", l.t("consultation-name"))
            .help(l.t("consultation-name-help"))
            .required(),
        Field::new("from", l.t("consultation-from")).kind(Kind::Date).required(),
        Field::new("to", l.t("consultation-to"))
            .kind(Kind::Date)
            .help(l.t("consultation-to-help"))
            .required(),
        Field::new("nominations", l.t("consultation-nominees"))
            .kind(Kind::Checkboxes(all))
            .help(l.t("consultation-nominees-help"))
            .required(),
    ];
    if !private.is_empty() {
        let consent = Field::new("consenting", l.t("consultation-consent"));
        let consent = consent.kind(Kind::Checkboxes(private));
        questions.push(consent.help(l.t("consultation-consent-help")));
    }
    html! {
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            p { (l.t("consultation-open-consequence")) }
            (buttons(&[button(l.t("consultation-open"))]))
        }
    }
}

pub(super) fn open_list(v: &Visit, sent: &Form) -> Reply {
    match read(v, sent) {
        Ok(id) => go(&format!("{}?xong=consultation-opened", address(&id))),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, &ready(v)?, sent, &errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, sent: &Form) -> Result<String, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let day = |field: &'static str| -> Result<Date, Refusal> {
        let wrong = |_| Refusal::field(field, Message::new("day-wrong"));
        parse_date(sent.text(field), v.app.today()).map_err(wrong)
    };
    let all = |field: &str| -> Vec<String> {
        sent.pairs().iter().filter(|(name, _)| name == field).map(|(_, it)| it.clone()).collect()
    };
    let (nominations, consenting) = (all("nominations"), all("consenting"));
    let new = NewList {
        title: sent.text("title"),
        from: day("from")?,
        to: day("to")?,
        nominations: &nominations,
        consenting: &consenting,
    };
    open(&v.app, person, &new)
}
