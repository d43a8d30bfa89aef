//! The desk.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::{When, doors, todos};
use crate::access::Act;
use crate::features::journal;
use crate::features::todo::Todo;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{State, empty, tag};

/// Changes that the desk shows to who may read the journal.
const LATEST: i64 = 10;

pub(crate) fn routes() -> Routes {
    Routes::default().page("/ban-lam-viec", Gate::May(Act::SeeDesk), desk)
}

fn desk(v: &Visit) -> Reply {
    let l = v.l;
    let todos = todos(&v.app, v.person()?)?;
    let today = v.app.today();
    let of = |when| -> Vec<&Todo> {
        todos.iter().filter(|todo| When::of(todo.due, today) == when).collect()
    };
    let body = html! {
        p.lead { (l.with("desk-today", &[("day", date::show_date(today).into())])) }
        @if todos.is_empty() { (empty(l.t("desk-empty"), l.t("desk-empty-hint"), None)) }
        @for when in When::ALL { (group(v, when, &of(when))) }
        (doors::doors(v)?)
        @if v.may(Act::ReadJournal) {
            section {
                h2 { (l.t("desk-latest")) }
                (journal::latest(v, LATEST)?)
                p { a href="/nhat-ky" { (l.t("desk-journal")) } }
            }
        }
    };
    show(v.page(l.t("desk-title")), body)
}

fn group(v: &Visit, when: When, todos: &[&Todo]) -> Markup {
    html! {
        @if !todos.is_empty() {
            section {
                h2 { (v.l.word("desk-when-", when.code())) }
                ul.todos { @for todo in todos { (line(v, when, todo)) } }
            }
        }
    }
}

fn line(v: &Visit, when: When, todo: &Todo) -> Markup {
    html! {
        li {
            a href=(todo.href) { (todo.what.say(v.l)) }
            @if let Some(due) = todo.due {
                " " span.quiet { (v.l.t("desk-due")) " " (date::show_date(due)) }
            }
            @if when == When::Late { " " (tag(v.l, State::Late)) }
        }
    }
}
