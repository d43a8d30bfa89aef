//! The ledger: what was given, by whom, when, for what.

use chungsuc_domain::{ContributionKind, date};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{Contribution, Filter, filtered_totals, ledger as read_ledger};
use super::{movement, quantity, tabs, totals_table};
use crate::access::Act;
use crate::features::units;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, Tone, button_link, filter, tag_of,
};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn ledger(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = movement(v)?;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let wanted = wanted(v);
    let (entries, count) = read_ledger(&v.app, person, &movement.id, wanted.clone(), &paging)?;
    let heads = [
        l.t("contribution-day"),
        l.t("contribution-giver"),
        l.t("contribution-what"),
        l.t("contribution-village"),
        l.t("contribution-purpose"),
        l.t("contribution-receipt"),
    ];
    if paging.wants_csv() {
        let rows = entries.iter().map(cells);
        return Ok(csv_reply("nguon-luc", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = entries.iter().map(|one| {
        let [day, giver, what, village, purpose, receipt] = cells(one);
        let what = html! { (what) (mark(v, one)) };
        let row = Cells::new().link(&format!("/nguon-luc/{}", one.id), &day).text(&giver);
        row.markup(what).text(&village).text(&purpose).text(&receipt)
    });
    let totals = filtered_totals(&v.app, person, &movement.id, wanted)?;
    let body = html! {
        (tabs(v))
        @if v.may(Act::RecordContributions) {
            p { (button_link("/nguon-luc/ghi", l.t("contribution-record"))) }
        }
        (filter(l, &paging, filters(v)?))
        (totals_table(v, &totals))
        (Table::new(l.t("ledger-title"), &columns, rows.collect()).paged(&paging, count).draw(l))
    };
    show(v.page(l.t("way-contributions")), body)
}

/// Day, giver, what, village, purpose and receipt, as they are shown.
fn cells(one: &Contribution) -> [String; 6] {
    let what = quantity(chungsuc_domain::Quantity::new(one.quantity, one.measure));
    [
        date::show_date(one.given_on),
        one.giver_name.clone(),
        what,
        one.village_name.clone(),
        one.purpose.clone(),
        one.receipt.clone(),
    ]
}

/// Whether an entry was taken back, or takes one back.
pub(super) fn mark(v: &Visit, one: &Contribution) -> Markup {
    html! {
        @if one.reverses.is_some() {
            " " (tag_of(Tone::Warning, "↩", v.l.t("contribution-reversal")))
        } @else if one.reversed_by.is_some() {
            " " (tag_of(Tone::Plain, "✕", v.l.t("contribution-taken-back")))
        }
    }
}

fn wanted(v: &Visit) -> Filter {
    let year = v.query.text("nam").parse::<i16>().ok();
    let day = |year: i16, month, day| Date::new(year, month, day).ok();
    let days = year.and_then(|year| Some((day(year, 1, 1)?, day(year, 12, 31)?)));
    let kind = v.query.filled("loai").filter(|code| ContributionKind::from_code(code).is_some());
    Filter {
        village: v.query.filled("lang-o").map(str::to_owned),
        kind: kind.map(str::to_owned),
        purpose: v.query.filled("viec").map(str::to_owned),
        days: days.unwrap_or((Date::MIN, Date::MAX)),
        words: v.query.text("ten").to_owned(),
    }
}

fn filters(v: &Visit) -> Result<Markup, PageError> {
    let (l, none) = (v.l, Errors::default());
    let villages = units::villages_for(&v.app, v.person()?, Act::ReadContributions)?;
    let villages = villages.into_iter().map(|unit| Choice::new(unit.code, unit.name)).collect();
    let kinds = ContributionKind::ALL.iter();
    let kinds =
        kinds.map(|kind| Choice::new(kind.code(), l.word("contribution-kind-", kind.code())));
    let this_year = v.app.today().year();
    let years = (this_year - 4..=this_year).rev();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string()));
    let questions = [
        Field::new("ten", l.t("contribution-giver")),
        Field::new("lang-o", l.t("contribution-village")).kind(Kind::Select(villages)),
        Field::new("loai", l.t("contribution-kind")).kind(Kind::Select(kinds.collect())),
        Field::new("nam", l.t("contribution-year")).kind(Kind::Select(years.collect())),
    ];
    Ok(html! { @for question in &questions { (question.draw(l, &v.query, &none)) } })
}
