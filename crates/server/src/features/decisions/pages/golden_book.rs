//! The golden book: everybody who was commended, to be searched and printed.

use chungsuc_domain::date::show_date;
use maud::html;

use super::super::list::years;
use super::super::{Entry, Printed, golden_book, printed_book};
use super::record::{award_name, standing};
use super::{DOCX, PDF, address};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, button_link, buttons, empty, filter,
};
use crate::web::{Errors, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let year: Option<i64> = v.query.text("nam").parse().ok();
    let (entries, count) = golden_book(&v.app, person, year, v.query.text("tim"), &paging)?;
    let heads = [
        l.t("decision-entry"),
        l.t("decision-recipient"),
        l.t("decision-award"),
        l.t("decision-number"),
        l.t("decision-day"),
    ];
    if paging.wants_csv() {
        return Ok(csv_reply("so-vang", &heads, entries.iter().map(|one| cells(v, one))));
    }
    // On a phone the first column is the title of its row: there people stand by their names.
    let columns = [
        Column::new(heads[1]),
        Column::new(heads[0]).numeric(),
        Column::new(heads[2]),
        Column::new(heads[3]),
        Column::new(heads[4]),
    ];
    let rows = entries.iter().map(|one| row(v, one)).collect();
    let years = years(&v.app, person)?;
    let choices = years.iter().map(|year| Choice::new(year.to_string(), year.to_string()));
    let asked = [
        Field::new("tim", l.t("book-search")),
        Field::new("nam", l.t("decision-year")).kind(Kind::Select(choices.collect())),
    ];
    let fields = html! {
        @for field in &asked { (field.draw(l, &v.query, &Errors::default())) }
    };
    let prints = year.or(years.first().copied()).into_iter().flat_map(|year| {
        ["docx", "pdf"].map(|kind| {
            let place = [("year", year.to_string().into()), ("kind", kind.to_uppercase().into())];
            button_link(&format!("/so-vang/{year}.{kind}"), &l.with("book-print", &place))
        })
    });
    let nothing = empty(l.t("book-none"), l.t("book-none-hint"), None);
    let body = html! {
        p.lead { (l.t("book-lead")) }
        (buttons(&prints.collect::<Vec<_>>()))
        (filter(l, &paging, fields))
        (Table::new(l.t("book-title"), &columns, rows).paged(&paging, count).nothing(nothing)
            .draw(l))
    };
    show(v.page(l.t("book-title")).back("/quyet-dinh", l.t("decisions-title")), body)
}

/// Number in the book, name, award, number and day of the decision, as a spreadsheet has them.
fn cells(v: &Visit, one: &Entry) -> [String; 5] {
    [
        format!("{:02}", one.line.seq),
        one.line.words().recipient.clone(),
        award_name(v, &one.line.award).to_owned(),
        one.number.clone(),
        show_date(one.issued_on),
    ]
}

fn row(v: &Visit, one: &Entry) -> Cells {
    let [entry, recipient, award, number, day] = cells(v, one);
    let words = one.line.words();
    Cells::new()
        .markup(html! {
            (recipient)
            @if !words.address.is_empty() { br; span.quiet { (words.address) } }
            (standing(v, &one.line))
        })
        .text(&entry)
        .text(&award)
        .link(&address(&one.decision), &number)
        .text(&day)
}

/// `2023.docx` or `2023.pdf`.
pub(super) fn print(v: &Visit) -> Reply {
    let (year, kind) = v.param("tep").split_once('.').ok_or(Refusal::NotFound)?;
    let year: i64 = year.parse().map_err(|_| Refusal::NotFound)?;
    let (word, mime) = match kind {
        "docx" => (true, DOCX),
        "pdf" => (false, PDF),
        _ => return Err(Refusal::NotFound.into()),
    };
    let Printed { name, bytes } = printed_book(&v.app, v.person()?, year, word)?;
    fetch(mime, &format!("{name}.{kind}"), bytes)
}
