//! Recording what was decided: the decision is chosen from the registry.

use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_domain::recognition::how_long;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{
    Decided, Recognition, State, alerts, recognise as decide, recogniser, revoke as take_back,
};

use super::asked;
use super::form::{Step, after, draw, version};
use super::list::told;
use super::steps::must;
use crate::features::law;
use crate::features::papers::{self, Paper, PaperKind, Wanted};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit};
use crate::web::ui::{Choice, Field, Kind};
use crate::web::{Errors, Form, Message, PageError, Paging};

/// The numbered decisions of the registry since a day, the newest first.
fn decisions(v: &Visit, since: Date) -> Result<Vec<Choice>, PageError> {
    let wanted = Wanted { kind: Some(PaperKind::DECISION), ..Wanted::default() };
    let place = Paging::parse("", &Form::default(), &[]);
    let (found, _) = papers::list(&v.app, v.person()?, wanted, &place)?;
    let fits = |paper: &Paper| {
        let late_enough = paper.issued_on.is_some_and(|day| since <= day);
        late_enough && paper.withdrawn.is_none() && paper.number.is_some()
    };
    let choice = |paper: Paper| {
        let number = paper.number.unwrap_or_default();
        let day = paper.issued_on.map(show_date).unwrap_or_default();
        Choice::new(paper.id, format!("{number}, {day}, {}", paper.issuer))
    };
    Ok(found.into_iter().filter(fits).map(choice).collect())
}

/// Where a decision that is not in the registry yet is entered.
fn to_the_registry(v: &Visit) -> Markup {
    html! {
        p {
            (v.l.t("recognition-not-in-registry")) " "
            a href="/van-ban/ghi" { (v.l.t("recognition-enter-paper")) }
        }
    }
}

pub(super) fn recognise_page(v: &Visit) -> Reply {
    recognise_form(v, &asked(v)?, None)
}

fn recognise_form(v: &Visit, of: &Recognition, sent: Option<(&Form, &Errors)>) -> Reply {
    must(of.state == State::Submitted, "recognition-not-submitted")?;
    let l = v.l;
    let who = recogniser(&v.app, &of.standard, v.app.today());
    let who = who.unwrap_or_else(|| l.t("recognition-recogniser-open").to_owned());
    let before = html! {
        p { (l.t("recognition-recogniser")) ": " (who) }
        (law::reasons(l, &how_long(&v.app.catalog, &of.standard, v.app.today()).reasons))
        (to_the_registry(v))
    };
    let choices = Kind::Select(decisions(v, of.as_of)?);
    let step = Step {
        ending: "quyet-dinh",
        act: l.t("recognition-recognise"),
        consequence: l.t("recognition-recognise-consequence"),
        before,
        questions: vec![
            Field::new("paper", l.t("recognition-decision")).kind(choices).required(),
            Field::new("valid_to", l.t("recognition-valid-to"))
                .kind(Kind::Date)
                .help(l.t("recognition-valid-to-help")),
        ],
        grave: false,
        possible: true,
    };
    draw(v, of, &step, Form::default(), sent)
}

pub(super) fn recognise(v: &Visit, sent: &Form) -> Reply {
    let (of, person) = (asked(v)?, v.person()?);
    let done = last_day(v, sent).and_then(|valid_to| {
        let decided = Decided { paper: sent.text("paper"), valid_to };
        decide(&v.app, person, &of.id, version(sent), &decided)
    });
    after(&of, done, |errors| recognise_form(v, &of, Some((sent, errors))))
}

/// A last day may be left open; it usually lies ahead, so its year is written out.
fn last_day(v: &Visit, sent: &Form) -> Result<Option<Date>, Refusal> {
    let read = sent.filled("valid_to").map(|text| parse_date(text, v.app.today())).transpose();
    read.map_err(|_| Refusal::field("valid_to", Message::new("day-wrong")))
}

pub(super) fn revoke_page(v: &Visit) -> Reply {
    revoke_form(v, &asked(v)?, None)
}

fn revoke_form(v: &Visit, of: &Recognition, sent: Option<(&Form, &Errors)>) -> Reply {
    let (State::Recognised, Some(decided_on)) = (of.state, of.decided_on) else {
        return Err(Refusal::rule("recognition-not-recognised").into());
    };
    let l = v.l;
    let alerts = alerts(&v.app, v.person()?)?;
    let before = html! {
        @for alert in alerts.iter().filter(|one| one.record.id == of.id) { (told(v, alert, false)) }
        (to_the_registry(v))
    };
    let choices = Kind::Select(decisions(v, decided_on)?);
    let step = Step {
        ending: "thu-hoi",
        act: l.t("recognition-revoke"),
        consequence: l.t("recognition-revoke-consequence"),
        before,
        questions: vec![
            Field::new("paper", l.t("recognition-revocation")).kind(choices).required(),
            Field::new("reason", l.t("recognition-reason")).kind(Kind::Long).required(),
        ],
        grave: true,
        possible: true,
    };
    draw(v, of, &step, Form::default(), sent)
}

pub(super) fn revoke(v: &Visit, sent: &Form) -> Reply {
    let of = asked(v)?;
    let (paper, reason) = (sent.text("paper"), sent.text("reason"));
    let done = take_back(&v.app, v.person()?, &of.id, version(sent), paper, reason);
    after(&of, done, |errors| revoke_form(v, &of, Some((sent, errors))))
}
