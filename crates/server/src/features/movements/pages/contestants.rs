//! Who takes part: the list, and one contestant with its pledges.

use chungsuc_domain::{SubjectKind, date};
use maud::{Markup, html};

use super::super::{
    CONTESTANT, Contestant, Filter, Pledge, contestant, contestants, find, pledges,
};
use super::{register, tabs};
use crate::access::{Act, Place};
use crate::features::{journal, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Choice, Column, Fact, Field, Kind, Table, button_link, facts, filter};
use crate::web::{Errors, Form, PageError, Paging, csv_reply};

pub(super) fn list(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = find(&v.app, person, v.param("ma"))?;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let wanted = Filter {
        kind: v.query.filled("loai"),
        village: v.query.filled("lang-o"),
        words: v.query.text("ten"),
    };
    let (rows, count) = contestants(&v.app, person, &movement.id, &wanted, &paging)?;
    let heads = [
        l.t("contestant-name"),
        l.t("contestant-kind"),
        l.t("contestant-village"),
        l.t("contestant-since"),
    ];
    if paging.wants_csv() {
        let rows = rows.iter().map(|one| {
            let since = date::show_date(one.registered_on);
            [one.name.clone(), kind(v, one).to_owned(), village(one).to_owned(), since]
        });
        return Ok(csv_reply("doi-tuong", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = rows.iter().map(|one| {
        Cells::new()
            .link(&format!("/doi-tuong/{}", one.id), &one.name)
            .text(kind(v, one))
            .text(village(one))
            .text(&date::show_date(one.registered_on))
    });
    let body = html! {
        (tabs(v, &movement))
        @if v.may(Act::Register) {
            p { (button_link(&format!("/phong-trao/{}/dang-ky", movement.id), l.t("register"))) }
        }
        (filter(l, &paging, filters(v)?))
        (Table::new(l.t("contestants-title"), &columns, rows.collect())
            .paged(&paging, count)
            .draw(l))
    };
    show(v.page(&movement.name).back("/phong-trao", l.t("movements-title")), body)
}

fn kind(v: &Visit, one: &Contestant) -> &'static str {
    v.l.word("subject-kind-", one.kind.code())
}

fn village(one: &Contestant) -> &str {
    one.village_name.as_deref().unwrap_or("–")
}

fn filters(v: &Visit) -> Result<Markup, PageError> {
    let (l, errors) = (v.l, Errors::default());
    let kinds = SubjectKind::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), l.word("subject-kind-", kind.code())));
    let villages = units::villages(&v.app, &v.person()?.commune)?;
    let villages = villages.into_iter().map(|unit| Choice::new(unit.code, unit.name));
    Ok(html! {
        (Field::new("ten", l.t("contestant-name")).draw(l, &v.query, &errors))
        (Field::new("loai", l.t("contestant-kind"))
            .kind(Kind::Select(kinds.collect()))
            .draw(l, &v.query, &errors))
        (Field::new("lang-o", l.t("contestant-village"))
            .kind(Kind::Select(villages.collect()))
            .draw(l, &v.query, &errors))
    })
}

pub(super) fn record(v: &Visit) -> Reply {
    show_record(v, &register::blank(v), &Errors::default(), false)
}

fn show_record(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let one = contestant(&v.app, person, v.param("ma"))?;
    let pledges = pledges(&v.app, person, &one.id)?;
    let list = [
        Fact::new(l.t("contestant-kind"), html! { (kind(v, &one)) }),
        Fact::new(l.t("contestant-village"), html! { (village(&one)) }),
        Fact::new(l.t("contestant-since"), html! { (date::show_date(one.registered_on)) }),
    ];
    let place = Place { commune: &person.commune, village: one.village.as_deref() };
    let body = html! {
        (facts(&list))
        (pledges_table(v, &pledges))
        @if person.may(Act::Register, place) {
            h2 { (l.t("pledge-add")) }
            (register::form(v, &format!("/doi-tuong/{}/giao-uoc", one.id), form, errors, l.t("pledge-add")))
        }
        (journal::history(v, CONTESTANT, &one.id)?)
    };
    let back = format!("/phong-trao/{}/doi-tuong", one.movement);
    let page = v.page(&one.name).back(&back, l.t("contestants-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn pledges_table(v: &Visit, pledges: &[Pledge]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("pledge-text")),
        Column::new(l.t("pledge-due")),
        Column::new(l.t("pledge-day")),
    ];
    let rows = pledges.iter().map(|pledge| {
        let due = pledge.due.map_or_else(|| "–".to_owned(), date::show_date);
        Cells::new().text(&pledge.text).text(&due).text(&date::show_date(pledge.pledged_on))
    });
    Table::new(l.t("pledges-title"), &columns, rows.collect()).draw(l)
}

pub(super) fn pledge(v: &Visit, form: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let read = register::read(v, form);
    let done = read
        .map_err(Refusal::Invalid)
        .and_then(|pledge| super::super::pledge(&v.app, person, id, &pledge));
    match done {
        Ok(()) => go(&format!("/doi-tuong/{id}?xong=pledge")),
        Err(Refusal::Invalid(errors)) => show_record(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
