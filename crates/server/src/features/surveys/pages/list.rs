//! The surveys for a standard and a year: the commune and its villages, and what they come to.

use chungsuc_domain::standard::Outcome;
use maud::{Markup, html};

use super::super::open::standards;
use super::super::{
    Satisfaction, State, Survey, assessment, current, list, places, satisfaction as of_unit,
};
use super::{address, outcome, percent, state};
use crate::access::{Act, Place};
use crate::features::law;
use crate::features::units::Unit;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button_link, empty, filter};
use crate::web::{Errors, Form, PageError, Paging};

/// The standard and the year that the reader chose, else the first one of this year.
struct Wanted {
    standard: Option<String>,
    year: i16,
    all: Vec<(String, String)>,
}

fn wanted(v: &Visit) -> Wanted {
    let this_year = v.app.today().year();
    let year = v.query.text("nam").parse().ok().filter(|year| (2000..=this_year).contains(year));
    let year = year.unwrap_or(this_year);
    let all = standards(&v.app, year);
    let chosen = all.iter().find(|(id, _)| id == v.query.text("bo")).or(all.first());
    Wanted { standard: chosen.map(|(id, _)| id.clone()), year, all: all.clone() }
}

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let wanted = wanted(v);
    let body = html! {
        p { (l.t("survey-lead")) }
        @if v.may(Act::KeepSurveys) {
            p { (button_link("/khao-sat/mo", l.t("survey-open"))) }
        }
        (choices(v, &wanted))
        @match &wanted.standard {
            Some(standard) => (of_standard(v, standard, wanted.year)?),
            None => (empty(l.t("survey-no-standard"), l.t("survey-no-standard-hint"), None)),
        }
    };
    show(v.page(l.t("way-surveys")), body)
}

fn choices(v: &Visit, wanted: &Wanted) -> Markup {
    let (l, none) = (v.l, Errors::default());
    let sets = wanted.all.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let this_year = v.app.today().year();
    let years = (this_year - 4..=this_year).rev();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    let mut query = Form::default();
    query.set("bo", wanted.standard.as_deref().unwrap_or_default());
    query.set("nam", wanted.year.to_string());
    let fields = html! {
        (Field::new("bo", l.t("survey-standard")).kind(Kind::Select(sets)).draw(l, &query, &none))
        (Field::new("nam", l.t("survey-year")).kind(Kind::Select(years)).draw(l, &query, &none))
    };
    filter(l, &Paging::parse("/khao-sat", &v.query, &[]), fields)
}

fn of_standard(v: &Visit, standard: &str, year: i16) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let all = list(&v.app, person, standard, year)?;
    let columns = [
        Column::new(l.t("survey-unit")),
        Column::new(l.t("column-state")),
        Column::new(l.t("survey-asked")).numeric(),
        Column::new(l.t("survey-share")).numeric(),
        Column::new(l.t("survey-outcome")),
    ];
    let mut rows = Vec::new();
    for unit in places(&v.app, person, Act::ReadSurveys)? {
        rows.extend(rows_of(v, &all, &unit)?);
    }
    let whole = person.may(Act::ReadSurveys, Place::commune(&person.commune));
    Ok(html! {
        @if whole { (of_commune(v, standard, year)?) }
        (Table::new(l.t("survey-list"), &columns, rows).draw(l))
    })
}

/// The survey that counts, then the one that is open; a line that says so when there is neither.
fn rows_of(v: &Visit, all: &[Survey], unit: &Unit) -> Result<Vec<Cells>, PageError> {
    let open = all.iter().find(|one| one.unit == unit.code && one.state == State::Open);
    let shown: Vec<&Survey> = current(all, &unit.code).into_iter().chain(open).collect();
    if shown.is_empty() {
        let nothing = html! { span.quiet { (v.l.t("survey-none-yet")) } };
        let row = Cells::new().text(&unit.name).markup(nothing);
        return Ok(vec![row.text("–").text("–").text("–")]);
    }
    let rows = shown.into_iter().map(|survey| row(v, survey, unit));
    rows.collect()
}

fn row(v: &Visit, survey: &Survey, unit: &Unit) -> Result<Cells, PageError> {
    let found = assessment(&v.app, v.person()?, survey)?;
    let asked = survey.asked.map_or_else(|| "–".to_owned(), |asked| asked.to_string());
    Ok(Cells::new()
        .link(&address(&survey.id), &unit.name)
        .markup(state(v, survey.state))
        .text(&format!("{asked}/{}", survey.frame.len()))
        .text(&percent(found.overall))
        .markup(outcome(v, found.outcome)))
}

/// What the closed surveys come to for the commune's recognition.
fn of_commune(v: &Visit, standard: &str, year: i16) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let found = of_unit(&v.app, person, standard, &person.commune, &year.to_string())?;
    let Satisfaction { assessment, missing, surveys, .. } = &found;
    let names: Vec<_> = missing.iter().map(|unit| unit.name.as_str()).collect();
    let counted = [("count", surveys.len().into())];
    Ok(html! {
        section.card {
            h2 { (l.t("survey-of-commune")) " " (outcome(v, found.outcome)) }
            @match assessment {
                None => p.quiet { (l.t("survey-of-commune-none")) },
                Some(one) => {
                    p {
                        (l.with("survey-counted-in", &counted)) " "
                        strong { (percent(one.overall)) }
                    }
                    (law::reasons(l, &one.reasons))
                    @if !names.is_empty() && found.outcome != Outcome::NotMet {
                        p { (l.t("survey-missing")) " " (names.join(", ")) "." }
                    }
                }
            }
        }
    })
}
