//! Who has sent the figures of a period, who is late, and one press to remind exactly those.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::grid::GridKey;
use super::super::progress::{self as verbs, Progress, VillageProgress};
use super::{chosen, period_word, periods_at_hand};
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, State, Table, button, button_quiet, buttons, fields,
    filter, tag,
};
use crate::web::{Errors, Form, Message, Paging, csrf};

/// The standard and the period that the reader looks at.
fn wanted(v: &Visit) -> (&str, String) {
    let this_year = v.app.today().year().to_string();
    (chosen(v), v.query.filled("ky").map_or(this_year, str::to_owned))
}

fn address(path: &str, (standard, period): (&str, &str)) -> String {
    format!("{path}?bo={standard}&ky={period}")
}

pub(super) fn page(v: &Visit) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    let progress = verbs::progress(&v.app, v.person()?, key)?;
    let form = Form::from_pairs([
        ("due", date::show_date(progress.due)),
        ("version", progress.due_version.to_string()),
    ]);
    let body = whole(v, key, &progress, &form, &Errors::default());
    show(v.page(v.l.t("progress-title")).back("/tieu-chi", v.l.t("way-standards")), body)
}

fn whole(v: &Visit, key: GridKey<'_>, progress: &Progress, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let due = [("due", date::show_date(progress.due).into())];
    let lead = match progress.due_version {
        0 => l.with("progress-due-of-period", &due),
        _ => l.with("progress-due-set", &due),
    };
    let columns = [
        Column::new(l.t("standing-village")),
        Column::new(l.t("progress-sent")).numeric(),
        Column::new(l.t("progress-on-time")).numeric(),
        Column::new(l.t("column-state")),
        Column::new(l.t("progress-reminded")),
    ];
    let rows = progress.villages.iter().map(|village| row(v, key, progress, village));
    html! {
        (choices(v, key))
        p.lead { (lead) }
        (Table::new(&period_word(v, key.period), &columns, rows.collect()).draw(l))
        (reminding(v, key, progress))
        h2 { (l.t("progress-due")) }
        form method="post" action=(address("/tieu-chi/tien-do/han", (key.standard, key.period))) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &[
                Field::new("version", "").kind(Kind::Hidden),
                Field::new("due", l.t("progress-due-day")).kind(Kind::Date).required(),
            ]))
            (buttons(&[button_quiet("han", l.t("progress-due-keep"))]))
        }
    }
}

fn choices(v: &Visit, key: GridKey<'_>) -> Markup {
    let (l, none) = (v.l, Errors::default());
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let periods = periods_at_hand(v);
    let periods = periods.iter().map(|it| Choice::new(it, period_word(v, it))).collect();
    let mut query = v.query.clone();
    query.set("bo", key.standard);
    query.set("ky", key.period);
    let fields = html! {
        (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).draw(l, &query, &none))
        (Field::new("ky", l.t("value-period")).kind(Kind::Select(periods)).draw(l, &query, &none))
    };
    filter(l, &Paging::parse("/tieu-chi/tien-do", &v.query, &[]), fields)
}

fn row(v: &Visit, key: GridKey<'_>, progress: &Progress, village: &VillageProgress) -> Cells {
    let VillageProgress { unit, sent, on_time, total, .. } = village;
    let of = |count: &usize| format!("{count}/{total} ({} %)", 100 * count / (*total).max(1));
    let state = match village.is_complete() {
        true => tag(v.l, State::Sent),
        false if progress.is_over(v.app.today()) => tag(v.l, State::Late),
        false => html! { (v.l.t("progress-not-yet")) },
    };
    Cells::new()
        .link(&format!("/tieu-chi/{}?bo={}", unit.code, key.standard), &unit.name)
        .text(&of(sent))
        .text(&of(on_time))
        .markup(state)
        .text(&village.reminded_on.map_or_else(|| "–".to_owned(), date::show_date))
}

fn reminding(v: &Visit, key: GridKey<'_>, progress: &Progress) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let missing = progress.missing().filter(|village| village.reminded_on != Some(today)).count();
    let action = address("/tieu-chi/tien-do/nhac", (key.standard, key.period));
    html! {
        @if missing > 0 {
            form.consequence method="post" action=(action) {
                (csrf::token_field(v.form_token()))
                p { (l.t("progress-remind-consequence")) }
                (buttons(&[button(&l.with("progress-remind", &[("count", missing.into())]))]))
            }
        }
    }
}

pub(super) fn remind(v: &Visit, _: &Form) -> Reply {
    let (standard, period) = wanted(v);
    verbs::remind(&v.app, v.person()?, GridKey { standard, period: &period })?;
    go(&format!("{}&xong=reminded", address("/tieu-chi/tien-do", (standard, &period))))
}

pub(super) fn set_due(v: &Visit, form: &Form) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    let Ok(due) = date::parse_date(form.text("due"), v.app.today()) else {
        return due_again(v, key, form);
    };
    let version = form.text("version").parse().unwrap_or_default();
    verbs::set_due(&v.app, v.person()?, key, due, version)?;
    go(&format!("{}&xong=due", address("/tieu-chi/tien-do", (standard, &period))))
}

fn due_again(v: &Visit, key: GridKey<'_>, form: &Form) -> Reply {
    let mut errors = Errors::default();
    errors.add("due", Message::new("day-wrong"));
    let progress = verbs::progress(&v.app, v.person()?, key)?;
    let body = whole(v, key, &progress, form, &errors);
    show_again(v.page(v.l.t("progress-title")).back("/tieu-chi", v.l.t("way-standards")), body)
}
