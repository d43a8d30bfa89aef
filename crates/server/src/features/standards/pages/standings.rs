//! Villages × criteria: who stands where, and the door to each cell.

use chungsuc_domain::date;
use chungsuc_domain::standard::Outcome;
use maud::{Markup, html};

use super::super::{UnitStanding, may_see, standings as standings_on};
use super::rules::out_of_force;
use super::{chosen, look};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, State, Table, Tone, button_link, buttons, filter, notice,
    tag,
};
use crate::web::{Errors, Message, Paging, csv_reply};

pub(super) fn standings(v: &Visit) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let standard = v.app.catalog.standard(id).ok_or(Refusal::NotFound)?;
    let day = match v.query.filled("ngay") {
        Some(text) => date::parse_date(text, v.app.today()),
        None => Ok(v.app.today()),
    };
    let mut errors = Errors::default();
    if day.is_err() {
        errors.add("ngay", Message::new("day-wrong"));
    }
    let day = day.unwrap_or_else(|_| v.app.today());
    let found = standings_on(&v.app, v.person()?, id, day)?;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let indicators = standard.indicators();
    if paging.wants_csv() {
        let mut heads = vec![l.t("standing-village"), l.t("standing-met")];
        heads.extend(indicators.iter().map(|one| one.name.as_str()));
        return Ok(csv_reply("tieu-chi", &heads, found.iter().map(|one| row_of_words(v, one))));
    }
    let mut columns = vec![Column::new(l.t("standing-village")), Column::new(l.t("standing-met"))];
    columns.extend(indicators.iter().map(|one| Column::new(one.code.as_str())));
    let rows = found.iter().map(|one| row(v, id, one));
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let mut query = v.query.clone();
    query.set("bo", id);
    let filters = html! {
        (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).draw(l, &query, &errors))
        (Field::new("ngay", l.t("standing-day")).kind(Kind::Date).draw(l, &query, &errors))
    };
    let head = standard.head();
    let body = html! {
        p.lead { (l.with("standing-on", &[("day", date::show_date(day).into())])) }
        (out_of_force(v, standard, day))
        @if !head.standing(day).is_settled() {
            (notice(Tone::Warning, &html! {
                (tag(l, State::Unchecked)) " " (head.source)
                @if let Some(note) = &head.note { " – " (note) }
            }))
        }
        (doors(v, id))
        (filter(l, &paging, filters))
        (Table::new(&head.value.name, &columns, rows.collect()).wide().draw(l))
        (legend(v, id))
        p { a href=(paging.csv_link()) download { (l.t("table-export")) } }
    };
    show(v.page(l.t("way-standards")), body)
}

fn doors(v: &Visit, standard: &str) -> Markup {
    let mut doors = vec![
        button_link(&format!("/tieu-chi/bieu-do?bo={standard}"), v.l.t("charts-title")),
        button_link(&format!("/tieu-chi/muc-tieu?bo={standard}"), v.l.t("goals-title")),
        button_link(&format!("/tieu-chi/bo?bo={standard}"), v.l.t("set-title")),
        button_link(&format!("/tieu-chi/thu?bo={standard}"), v.l.t("try-title")),
    ];
    if v.may(Act::EnterValues) {
        doors.push(button_link(&format!("/tieu-chi/nhap?bo={standard}"), v.l.t("grid-title")));
    }
    let questions = format!("/tieu-chi/cau-hoi?bo={standard}");
    doors.push(button_link(&questions, v.l.t("questions-title")));
    doors.push(button_link("/tieu-chi/sap-nhap", v.l.t("succession-title")));
    if v.may(Act::JudgeValues) {
        doors.push(button_link("/tieu-chi/cho-duyet", v.l.t("queue-title")));
        let progress = format!("/tieu-chi/tien-do?bo={standard}");
        doors.push(button_link(&progress, v.l.t("progress-title")));
    }
    if v.may(Act::ReadRecognition) {
        doors.push(button_link("/cong-nhan", v.l.t("way-recognition")));
    }
    buttons(&doors)
}

/// One village; the doors are there for who may open them.
fn row(v: &Visit, standard: &str, standing: &UnitStanding) -> Cells {
    let (base, name) = (format!("/tieu-chi/{}", standing.unit.code), &standing.unit.name);
    let may = v.person().is_ok_and(|person| may_see(person, &standing.unit.code).is_ok());
    let day = v.query.filled("ngay").and_then(|text| date::parse_date(text, v.app.today()).ok());
    let day = day.map(|day| format!("&ngay={day}")).unwrap_or_default();
    let row = match may {
        true => Cells::new().link(&format!("{base}?bo={standard}{day}"), name),
        false => Cells::new().text(name),
    };
    let row = row.text(&format!("{}/{}", standing.met, standing.total));
    standing.verdicts.iter().fold(row, |row, verdict| {
        let href = may.then(|| format!("{base}/{}?bo={standard}", verdict.indicator));
        row.markup(cell(v, href.as_deref(), verdict.outcome))
    })
}

/// A shape to see and a word to hear.
fn cell(v: &Visit, href: Option<&str>, outcome: Outcome) -> Markup {
    let (tone, shape, word) = look(v, outcome);
    html! {
        @match href {
            // There are hundreds of them on a page.
            Some(href) => a class={ "cell " (tone.class()) } href=(href) aria-label=(word) { (shape) },
            None => span class={ "cell " (tone.class()) } {
                span aria-hidden="true" { (shape) } span.hidden { (word) }
            },
        }
    }
}

/// What the shapes mean, and what the numbers of the columns stand for.
fn legend(v: &Visit, standard: &str) -> Markup {
    let all = [Outcome::Met, Outcome::NotMet, Outcome::PersonMustDecide, Outcome::NotReported];
    let indicators = v.app.catalog.standard(standard).map(|it| it.indicators()).unwrap_or_default();
    html! {
        p.legend {
            @for outcome in all {
                @let (tone, shape, word) = look(v, outcome);
                span { span class={ "cell " (tone.class()) } aria-hidden="true" { (shape) } " " (word) } " "
            }
        }
        details {
            summary { (v.l.t("standing-numbers")) }
            ul.plain { @for one in indicators { li { (one.code) ". " (one.name) } } }
        }
    }
}

fn row_of_words(v: &Visit, standing: &UnitStanding) -> Vec<String> {
    let mut row = vec![standing.unit.name.clone(), format!("{}/{}", standing.met, standing.total)];
    row.extend(standing.verdicts.iter().map(|verdict| look(v, verdict.outcome).2.to_owned()));
    row
}
