//! The drawn households: who is asked, who stands ready, and how anybody repeats the draw.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::open::fingerprint;
use super::super::{Drawn, Survey, drawn};
use super::{address, asked, title};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Column, Fact, Table, Tone, button_link, buttons, empty, facts, tag_of,
};
use crate::web::{Count, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, survey) = (v.l, asked(v)?);
    let all = drawn(&v.app, v.person()?, &survey)?;
    let heads = [
        l.t("survey-place-number"),
        l.t("survey-head"),
        l.t("survey-address"),
        l.t("survey-is-asked"),
    ];
    let paging = Paging::parse(&v.path, &v.query, &[]);
    if paging.wants_csv() {
        let heads = [heads.as_slice(), &[l.t("survey-household-id")]].concat();
        let rows = all.iter().map(|one| {
            let (head, address) = named(v, one);
            let asked = if one.asked { l.t("survey-drawn") } else { l.t("survey-spare") };
            [one.place.to_string(), head, address, asked.to_owned(), one.id.clone()]
        });
        return Ok(csv_reply("danh-sach-ho", &heads, rows));
    }
    let columns = [heads[1], heads[2], heads[3]].map(Column::new);
    let [limit, offset] = paging.window();
    let here = all.iter().skip(to_size(offset)).take(to_size(limit));
    let rows = here.map(|one| row(v, one)).collect();
    let count = Count::of(i64::try_from(all.len()).unwrap_or(i64::MAX));
    let nothing = empty(l.t("survey-no-household-here"), "", None);
    let table = Table::new(l.t("survey-drawn-list"), &columns, rows).nothing(nothing);
    let body = html! {
        p { (l.t("survey-draw-lead")) }
        (files(v, &survey))
        (table.paged(&paging, count).draw(l))
        h2 { (l.t("survey-repeat")) }
        p { (l.t("survey-repeat-how")) }
        (proof(v, &survey))
    };
    let title = format!("{} – {}", l.t("survey-drawn-list"), title(v, &survey)?);
    show(v.page(&title).back(&address(&survey.id), l.t("survey-record")), body)
}

fn to_size(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn named(v: &Visit, one: &Drawn) -> (String, String) {
    match &one.household {
        Some(known) => (known.fields.head.clone(), known.fields.address.clone()),
        None => (v.l.t("survey-moved").to_owned(), String::new()),
    }
}

fn row(v: &Visit, one: &Drawn) -> Cells {
    let (head, address) = named(v, one);
    let asked = match one.asked {
        true => tag_of(Tone::Good, "●", v.l.t("survey-drawn")),
        false => tag_of(Tone::Plain, "○", v.l.t("survey-spare")),
    };
    Cells::new().text(&format!("{}. {head}", one.place)).text(&address).markup(asked)
}

fn files(v: &Visit, survey: &Survey) -> Markup {
    let base = format!("{}/tep/danh-sach", address(&survey.id));
    buttons(&[
        button_link(&format!("{base}.pdf"), v.l.t("survey-list-pdf")),
        button_link(&format!("{base}.docx"), v.l.t("survey-list-docx")),
    ])
}

fn proof(v: &Visit, survey: &Survey) -> Markup {
    let l = v.l;
    facts(&[
        Fact::new(l.t("survey-seed"), html! { code { (survey.seed) } }),
        Fact::new(l.t("survey-opened-on"), html! { (show_date(survey.opened_on)) }),
        Fact::new(l.t("survey-households"), html! { (survey.frame.len()) }),
        Fact::new(l.t("survey-sample"), html! { (survey.sample) }),
        Fact::new(l.t("survey-frame"), in_parts(&fingerprint(&survey.frame))),
    ])
}

/// Sixty-four digits that may break on a narrow screen, and are copied as one word.
fn in_parts(digits: &str) -> Markup {
    html! {
        code {
            @for (place, digit) in digits.chars().enumerate() {
                @if place > 0 && place.is_multiple_of(8) { wbr; }
                (digit)
            }
        }
    }
}
