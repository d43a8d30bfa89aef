//! The movement in a row of figures. Each is a door to its rows, for those who may read them.

use chungsuc_domain::{ContributionKind, Vnd, date};
use maud::{Markup, html};

use crate::access::{Act, Person};
use crate::features::movements::{self, Movement};
use crate::features::nominations::{self, State};
use crate::features::{contributions, standards};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{figure, figures};

/// States of a nomination that nobody has decided yet.
const UNDECIDED: [State; 3] = [State::Sent, State::Received, State::Tabled];

/// The row; nothing before there is a movement.
pub(super) fn doors(v: &Visit) -> Result<Markup, PageError> {
    let person = v.person()?;
    let Some(movement) = movements::current(&v.app, person)? else { return Ok(html! {}) };
    let mut row = vec![days_left(v, &movement), villages(v, person)?];
    if person.may_somewhere(Act::ReadContributions) {
        row.push(gifts(v, person, &movement)?);
    }
    if person.may_somewhere(Act::ReadNominations) {
        row.push(undecided(v, person)?);
    }
    Ok(html! { section { h2 { (movement.name) } (figures(&row)) } })
}

fn days_left(v: &Visit, movement: &Movement) -> Markup {
    let l = v.l;
    let last = [("day", date::show_date(movement.period.to()).into())];
    let (number, note) = match movement.days_left(v.app.today()) {
        Some(days) => (days.to_string(), l.with("desk-until", &last)),
        None if v.app.today() > movement.period.to() => {
            ("0".to_owned(), l.with("desk-ended", &last))
        }
        None => ("–".to_owned(), l.t("desk-to-come").to_owned()),
    };
    figure(&number, l.t("desk-days-left"), &format!("/phong-trao/{}", movement.id), &note)
}

fn villages(v: &Visit, person: &Person) -> Result<Markup, PageError> {
    let l = v.l;
    let usual = standards::usual(&v.app);
    let all = standards::standings(&v.app, person, usual, v.app.today())?;
    let standing = all.iter().filter(|one| one.stands()).count();
    let number = format!("{standing}/{}", all.len());
    Ok(figure(&number, l.t("desk-villages"), "/tieu-chi", l.t("desk-villages-note")))
}

/// What was given so far: in the whole commune, or in the village of a village head.
fn gifts(v: &Visit, person: &Person, movement: &Movement) -> Result<Markup, PageError> {
    let l = v.l;
    let mut sums = contributions::totals(&v.app, person, &movement.id, movement.period)?;
    sums.sort_by_key(|sum| (sum.kind, sum.measure));
    let (money, others): (Vec<_>, Vec<_>) =
        sums.iter().partition(|sum| sum.kind == ContributionKind::Money);
    let dong = Vnd::total(money.iter().filter_map(|sum| sum.dong)).unwrap_or_default();
    let others: Vec<_> = others.iter().map(|sum| sum.quantity.to_string()).collect();
    let given = [&["đồng".to_owned()], others.as_slice()].concat().join(", ");
    let label = match person.villages_for(Act::ReadContributions) {
        None => l.t("desk-gifts"),
        Some(_) => l.t("desk-gifts-village"),
    };
    Ok(figure(&dong.to_string(), label, "/nguon-luc", &given))
}

fn undecided(v: &Visit, person: &Person) -> Result<Markup, PageError> {
    let all = nominations::list(&v.app, person, None)?;
    let waiting = all.iter().filter(|one| UNDECIDED.contains(&one.state)).count();
    let label = v.l.t("desk-nominations");
    Ok(figure(&waiting.to_string(), label, "/khen-thuong", v.l.t("desk-nominations-note")))
}
