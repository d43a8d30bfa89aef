//! The list of dossiers, under what has to be asked about recognised units.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Alert, Recognition, alerts, list};
use super::{address, standard_name, state_tag};
use crate::access::Act;
use crate::features::{law, units};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, Tone, button_link, buttons, empty, filter, notice,
};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let wish = v.query.filled("dv");
    let found = list(&v.app, person, wish)?;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let heads = [
        l.t("recognition-unit"),
        l.t("standard-name"),
        l.t("column-state"),
        l.t("recognition-as-of-short"),
        l.t("recognition-decided-on"),
        l.t("recognition-valid-to"),
    ];
    if paging.wants_csv() {
        let rows = found.iter().map(|one| {
            let [unit, standard, state, as_of, decided, until] = cells(v, one);
            [unit, standard, state, as_of, decided, until]
        });
        return Ok(csv_reply("cong-nhan", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = found.iter().map(|one| {
        let [unit, standard, _, as_of, decided, until] = cells(v, one);
        let row = Cells::new().link(&address(&one.id), &unit).text(&standard);
        row.markup(state_tag(v, one)).text(&as_of).text(&decided).text(&until)
    });
    let nothing = empty(l.t("recognition-none"), l.t("recognition-none-hint"), None);
    let asked: Vec<Alert> = alerts(&v.app, person)?;
    let asked = asked.iter().filter(|one| wish.is_none_or(|unit| unit == one.record.unit));
    let body = html! {
        p.lead { (l.t("recognition-lead")) }
        @for alert in asked { (told(v, alert, true)) }
        @if v.may(Act::PrepareRecognition) {
            (buttons(&[button_link(&new_address(wish), l.t("recognition-new"))]))
        }
        (filter(l, &paging, chooser(v)?))
        (Table::new(l.t("way-recognition"), &columns, rows.collect()).nothing(nothing).draw(l))
        p { a href=(paging.csv_link()) download { (l.t("table-export")) } }
    };
    show(v.page(l.t("way-recognition")), body)
}

fn new_address(unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("/cong-nhan/lap?dv={unit}"),
        None => "/cong-nhan/lap".to_owned(),
    }
}

fn chooser(v: &Visit) -> Result<Markup, PageError> {
    let units = units::territories(&v.app, v.person()?)?;
    let units = units.iter().map(|unit| Choice::new(&unit.code, &unit.name)).collect();
    let field = Field::new("dv", v.l.t("recognition-unit")).kind(Kind::Select(units));
    Ok(field.draw(v.l, &v.query, &Errors::default()))
}

/// Unit, standard, state and days, as they are shown.
fn cells(v: &Visit, one: &Recognition) -> [String; 6] {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "–".to_owned(), show_date);
    [
        one.unit_name.clone(),
        standard_name(v, &one.standard).to_owned(),
        v.l.word("recognition-state-", one.state.code()).to_owned(),
        show_date(one.as_of),
        day(one.decided_on),
        day(one.valid_to),
    ]
}

/// What has to be asked about a recognised unit: the facts, the rule, and that a person decides.
pub(super) fn told(v: &Visit, alert: &Alert, with_link: bool) -> Markup {
    let (l, record) = (v.l, &alert.record);
    let name = html! {
        @if with_link { a href=(address(&record.id)) { (record.unit_name) } }
        @else { (record.unit_name) }
    };
    let ended = alert.ends.filter(|last| *last < v.app.today());
    let text = html! {
        @if let Some(answer) = &alert.fallen {
            p { strong { (name) } ": " (l.t("recognition-fallen")) }
            (law::reasons(l, &answer.reasons))
            p { (l.t("recognition-fallen-next")) }
        }
        @if let Some(last) = alert.ends {
            @let key = if ended.is_some() { "recognition-has-ended" } else { "recognition-ends" };
            p { strong { (name) } ": " (l.with(key, &[("day", show_date(last).into())])) }
        }
    };
    notice(Tone::Warning, &text)
}
