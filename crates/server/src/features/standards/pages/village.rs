//! One village against the standard, indicator by indicator, with reasons.

use chungsuc_domain::date;
use chungsuc_domain::standard::Indicator;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{UnitStanding, Verdict, gap_in_words, standings, values};
use super::rules::out_of_force;
use super::{chosen, outcome, period_word, stage};
use crate::access::{Act, Place};
use crate::features::{law, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, figure, figures};

pub(super) fn village(v: &Visit) -> Reply {
    let (l, person, id) = (v.l, v.person()?, chosen(v));
    let unit = units::find(&v.app, v.param("dv"))?.ok_or(Refusal::NotFound)?;
    let values = values(&v.app, person, &unit.code, id)?;
    let standard = v.app.catalog.standard(id).ok_or(Refusal::NotFound)?;
    let day = as_of(v);
    let all = standings(&v.app, person, id, day)?;
    let standing = all.iter().find(|one| one.unit.code == unit.code).ok_or(Refusal::NotFound)?;
    let may_enter = person.may(Act::EnterValues, Place::village(&person.commune, &unit.code));
    let columns = [
        Column::new(l.t("indicator-name")),
        Column::new(l.t("indicator-value")),
        Column::new(l.t("indicator-outcome")),
        Column::new(l.t("indicator-last")),
    ];
    let row = |verdict: &Verdict| {
        let indicator = standard.line(&verdict.indicator);
        let name = indicator.map_or("–", |one| one.name.as_str());
        let href = format!("/tieu-chi/{}/{}?bo={id}", unit.code, verdict.indicator);
        let last = values.iter().rfind(|value| value.indicator == verdict.indicator);
        let last = html! {
            @if let Some(value) = last {
                (period_word(v, &value.period)) " " (stage(v, value.review.stage()))
            } @else { "–" }
            @if may_enter { " " a href=(href) { (l.t("value-enter")) span.hidden { ": " (name) } } }
        };
        // A condition has a code that says nothing to a reader.
        let name = match standard.indicator(&verdict.indicator) {
            Some(_) => format!("{}. {name}", verdict.indicator),
            None => name.to_owned(),
        };
        Cells::new()
            .link(&href, &name)
            .text(&shown(verdict, indicator))
            .markup(reason(v, verdict, indicator))
            .markup(last)
    };
    let table = table_of(v, id);
    let rows = |verdicts: &[Verdict]| verdicts.iter().map(row).collect();
    let body = html! {
        p.lead { (l.with("standing-on", &[("day", date::show_date(day).into())])) }
        (out_of_force(v, standard, day))
        (summary(v, standing, &table, day))
        p { a href={ "/tieu-chi/bieu-do/" (unit.code) "?bo=" (id) } { (l.t("charts-title")) } }
        (Table::new(&standard.head().value.name, &columns, rows(&standing.verdicts)).draw(l))
        @if !standing.conditions.is_empty() {
            (Table::new(l.t("standing-conditions"), &columns, rows(&standing.conditions)).draw(l))
        }
        @if v.may(Act::ReadRecognition) {
            p { a href={ "/cong-nhan?dv=" (unit.code) } { (l.t("standing-recognition")) } }
        }
    };
    show(v.page(&unit.name).back(&table, l.t("way-standards")), body)
}

/// The day that the table was asked for; what is no day is told there.
fn as_of(v: &Visit) -> Date {
    let today = v.app.today();
    let asked = v.query.filled("ngay").map(|text| date::parse_date(text, today));
    asked.and_then(Result::ok).unwrap_or(today)
}

/// The table of all villages, on the same day.
fn table_of(v: &Visit, standard: &str) -> String {
    match v.query.filled("ngay") {
        Some(_) => format!("/tieu-chi?bo={standard}&ngay={}", as_of(v)),
        None => format!("/tieu-chi?bo={standard}"),
    }
}

fn summary(v: &Visit, standing: &UnitStanding, href: &str, day: Date) -> Markup {
    let l = v.l;
    let number = |count: usize| l.number(count as u64);
    let day = date::show_date(day);
    let of = format!("/ {}", number(standing.total));
    figures(&[
        figure(&number(standing.met), l.t("outcome-met"), href, &of),
        figure(&number(standing.not_met), l.t("outcome-not-met"), href, &of),
        figure(&number(standing.unknown), l.t("standing-unknown"), href, &day),
    ])
}

fn shown(verdict: &Verdict, indicator: Option<&Indicator>) -> String {
    let both = verdict.value.as_ref().zip(indicator);
    let value = both.and_then(|(value, indicator)| value.figure.shown(indicator.kind));
    value.unwrap_or_else(|| "–".to_owned())
}

/// The verdict, what it would take to reach what is missed, and behind it why.
fn reason(v: &Visit, verdict: &Verdict, line: Option<&Indicator>) -> Markup {
    let threshold = verdict.applied.as_ref().map(|applied| applied.value);
    html! {
        (outcome(v, verdict.outcome))
        @if let Some(needed) = verdict.needed {
            " " span { (gap_in_words(v.l, line, threshold, needed)) }
        }
        details {
            summary { (v.l.t("verdict-why")) }
            (law::reasons(v.l, std::slice::from_ref(&verdict.reason)))
            @if verdict.judged { p { (v.l.t("verdict-judged")) } }
        }
    }
}
