//! Bringing an old list: the file, what it would bring, the questions, and the agreement.

use std::collections::HashMap;

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::import::{self, Answers, Fault, Match, Outlook, asked, certain, find, lists};
use super::asked::questions;
use super::{BRING, REGISTER};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Confirm, Field, Kind, Table, Tone, button, buttons, empty, fields, notice,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

/// Rows of a kind that are shown at most: a list of thousands stays a page.
const SHOWN_MOST: usize = 100;

pub(super) fn page(v: &Visit) -> Reply {
    let body = whole(v, &Errors::default())?;
    show(v.page(v.l.t("register-bring")).back(REGISTER, v.l.t("way-registers")), body)
}

fn whole(v: &Visit, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let kind = Kind::File { accept: ".xlsx", many: false };
    let file = Field::new("file", l.t("register-list-file")).kind(kind);
    let questions = [file.help(l.t("register-list-help")).required()];
    let columns = [
        Column::new(l.t("register-list-file")),
        Column::new(l.t("register-list-day")),
        Column::new(l.t("column-state")),
        Column::new(l.t("register-list-taken")).numeric(),
    ];
    let rows = lists(&v.app, v.person()?)?.into_iter().map(|list| {
        let cells = Cells::new();
        let cells = match list.is_draft() {
            true => cells.link(&format!("{BRING}/{}", list.id), &list.file_name),
            false => cells.text(&list.file_name),
        };
        cells
            .text(&date::show_date(list.brought_on))
            .text(l.word("register-list-state-", &list.state))
            .text(&list.taken.to_string())
    });
    let nothing = empty(l.t("register-lists-none"), l.t("register-lists-none-hint"), None);
    Ok(html! {
        p.lead { (l.t("register-bring-lead")) }
        form method="post" action=(BRING) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, &Form::default(), errors, &questions))
            (buttons(&[button(l.t("register-list-read"))]))
        }
        (Table::new(l.t("register-lists"), &columns, rows.collect()).nothing(nothing).draw(l))
    })
}

pub(super) fn bring(v: &Visit, sent: &Upload) -> Reply {
    let done = match sent.files_of("file").next() {
        Some(file) => import::bring(&v.app, v.person()?, file),
        None => Err(Refusal::field("file", Message::new("field-missing"))),
    };
    match done {
        Ok(id) => go(&format!("{BRING}/{id}")),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &errors)?;
            let page = v.page(v.l.t("register-bring"));
            show_again(page.back(REGISTER, v.l.t("way-registers")), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn look(v: &Visit) -> Reply {
    foreseen(v, &Form::default(), &Errors::default(), false)
}

fn foreseen(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let person = v.person()?;
    let list = find(&v.app, person, v.param("ma"))?;
    if !list.is_draft() {
        return go(BRING);
    }
    let outlook = import::look(&v.app, person, &list.id)?;
    let address = format!("{BRING}/{}", list.id);
    let body = html! {
        (sums(v, &outlook))
        (faults(v, &outlook.faults))
        @if outlook.rows.is_empty() {
            p { (l.t("register-list-nothing")) }
        } @else {
            form method="post" action=(address) {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(list.version);
                (questions(v, &outlook, form, errors))
                (coming(v, &outlook))
                (buttons(&[button(l.t("register-list-agree"))]))
            }
        }
        (giving_up(v, &address, list.version))
    };
    let page = v.page(&list.file_name).back(BRING, l.t("register-bring"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn sums(v: &Visit, outlook: &Outlook) -> Markup {
    let (same, new) = certain(outlook);
    let said = v.l.with(
        "register-list-sums",
        &[
            ("same", same.into()),
            ("new", new.into()),
            ("asked", asked(outlook).count().into()),
            ("unclear", outlook.unclear.len().into()),
            ("known", outlook.known.len().into()),
            ("faults", outlook.faults.len().into()),
        ],
    );
    notice(Tone::Plain, &html! { (said) })
}

fn faults(v: &Visit, all: &[Fault]) -> Markup {
    let l = v.l;
    html! {
        @if !all.is_empty() {
            section {
                h2 { (l.t("register-list-faults")) }
                p { (l.t("register-list-faults-lead")) }
                ul {
                    @for one in all.iter().take(SHOWN_MOST) {
                        li {
                            strong { (one.at) }
                            @if !one.found.is_empty() { " – “" (one.found) "”" }
                            ": " (one.why.say(l))
                        }
                    }
                }
                (more(v, all.len()))
            }
        }
    }
}

fn more(v: &Visit, count: usize) -> Markup {
    let rest = count.saturating_sub(SHOWN_MOST);
    html! {
        @if rest > 0 { p.quiet { (v.l.with("register-list-more", &[("count", rest.into())])) } }
    }
}

/// What comes in without a question.
fn coming(v: &Visit, outlook: &Outlook) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("register-list-row-head")),
        Column::new(l.t("register-name")),
        Column::new(l.t("register-of")),
        Column::new(l.t("register-award")),
        Column::new(l.t("register-number")),
        Column::new(l.t("register-day")),
    ];
    let sure = outlook.rows.iter().filter(|(.., found)| !found.is_open());
    let rows: Vec<Cells> = sure
        .map(|(row, kind, found)| {
            let whose = match found {
                Match::Same(subject) => subject.name.as_str(),
                _ => l.t("register-list-is-new"),
            };
            let day = row.issued_on.map_or_else(|| row.year.to_string(), date::show_date);
            let name = format!("{} ({})", row.name, l.word("subject-kind-", kind.code()));
            let cells = Cells::new().text(&row.row.to_string()).text(&name).text(whose);
            cells.text(&row.award_name).text(&row.number).text(&day)
        })
        .collect();
    let count = rows.len();
    html! {
        @if count > 0 {
            @let shown = rows.into_iter().take(SHOWN_MOST).collect();
            (Table::new(l.t("register-list-coming"), &columns, shown).draw(l))
            (more(v, count))
        }
    }
}

fn giving_up(v: &Visit, address: &str, version: i64) -> Markup {
    let confirm = Confirm {
        act: v.l.t("register-list-discard"),
        consequence: v.l.t("register-list-discard-consequence"),
        action: &format!("{address}/bo"),
        token: v.form_token(),
        grave: false,
    };
    confirm.folded_with(html! { input type="hidden" name="version" value=(version); })
}

pub(super) fn agree(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    let said = |begin: &str| -> HashMap<u32, String> {
        let pairs = form.pairs().iter();
        pairs
            .filter_map(|(name, value)| {
                Some((name.strip_prefix(begin)?.parse().ok()?, value.clone()))
            })
            .collect()
    };
    let answers = Answers { whom: said("dong-"), awards: said("hinh-thuc-") };
    match import::agree(&v.app, v.person()?, (id, version), &answers) {
        Ok(_) => go(&format!("{BRING}?xong=honour-list")),
        Err(Refusal::Invalid(errors)) => foreseen(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn discard(v: &Visit, form: &Form) -> Reply {
    let version = form.text("version").parse().unwrap_or_default();
    import::discard(&v.app, v.person()?, (v.param("ma"), version))?;
    go(&format!("{BRING}?xong=honour-list-discarded"))
}
