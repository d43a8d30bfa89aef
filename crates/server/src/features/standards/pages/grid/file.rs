//! The grid out to a spreadsheet and back: what a file says is shown in the grid, and saved from there.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::super::grid::{self as verbs, Import, Question};
use super::{Sheet, Typed, cell};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, show, show_again};
use crate::web::ui::{Field, Kind, Tone, button_link, button_quiet, buttons, fields, notice};
use crate::web::{Errors, Form, Message, Upload, csrf};

/// What a spreadsheet calls itself.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Questions, and changed figures, that a page lists.
const LISTED_MOST: usize = 100;

/// The way out and the way back.
pub(super) fn part(sheet: &Sheet<'_>) -> Markup {
    let today = date::show_date(sheet.v.app.today());
    upload(sheet, &Form::from_pairs([("measured_on", today)]), &Errors::default())
}

fn upload(sheet: &Sheet<'_>, form: &Form, errors: &Errors) -> Markup {
    let l = sheet.v.l;
    let kind = Kind::File { accept: ".xlsx", many: false };
    let questions = [
        // The day stands above the grid too; an id must stand once.
        Field::new("file", l.t("sheet-file")).kind(kind).required(),
        Field::new("measured_on", "").kind(Kind::Hidden),
    ];
    let fetch = sheet.address_of("/tieu-chi/nhap/bang.xlsx");
    html! {
        section {
            h2 { (l.t("sheet-title")) }
            p { (l.t("sheet-lead")) }
            (buttons(&[button_link(&fetch, l.t("sheet-fetch"))]))
            form method="post" action=(sheet.address_of("/tieu-chi/nhap/tep"))
                enctype="multipart/form-data" {
                (csrf::token_field(sheet.v.form_token()))
                (fields(l, form, errors, &questions))
                (buttons(&[button_quiet("doc", l.t("sheet-read"))]))
            }
        }
    }
}

pub(in super::super) fn export(v: &Visit) -> Reply {
    let sheet = Sheet::open(v)?;
    let corner = v.l.t("standing-village");
    let bytes = verbs::export(&sheet.grid, sheet.key(), corner, v.app.today())?;
    fetch(XLSX, &format!("{}-{}.xlsx", sheet.standard, sheet.period), bytes)
}

/// Shows the grid with the file's figures in it; nothing is written.
pub(in super::super) fn import(v: &Visit, sent: &Upload) -> Reply {
    let sheet = Sheet::open(v)?;
    let day = date::parse_date(sent.form.text("measured_on"), v.app.today());
    let day = day.unwrap_or_else(|_| v.app.today());
    let looked = match sent.files_of("file").next() {
        None => Err(Refusal::field("file", Message::new("field-missing"))),
        Some(file) => verbs::look(&sheet.grid, sheet.key(), day, &file.content),
    };
    match looked {
        Ok(import) => foreseen(sheet, &import, &sent.form),
        Err(Refusal::Invalid(errors)) => {
            show_again(sheet.frame(), upload(&sheet, &sent.form, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn foreseen(mut sheet: Sheet<'_>, import: &Import, form: &Form) -> Reply {
    for taken in &import.taken {
        let typed = Typed { text: taken.cell.typed.clone(), is_bad: false };
        sheet.typed.insert(cell::id(&taken.cell.unit, &taken.cell.indicator), typed);
    }
    let l = sheet.v.l;
    let counts = [("taken", import.taken.len().into()), ("same", import.same.into())];
    let (tone, found) = match import.taken.is_empty() {
        true => (Tone::Plain, l.with("sheet-nothing", &counts)),
        false => (Tone::Warning, l.with("sheet-found", &counts)),
    };
    let body = html! {
        (notice(tone, &html! { (found) }))
        (questions(&sheet, &import.questions))
        (changes(&sheet, import))
        @if !import.missing.is_empty() {
            p { (l.with("sheet-missing", &[("codes", import.missing.join(", ").into())])) }
        }
        (sheet.body(form, &Errors::default()))
    };
    show(sheet.frame(), body)
}

/// What was not read: where, what stands there, and why.
fn questions(sheet: &Sheet<'_>, all: &[Question]) -> Markup {
    let l = sheet.v.l;
    html! {
        @if !all.is_empty() {
            section {
                h2 { (l.with("sheet-questions", &[("count", all.len().into())])) }
                ul {
                    @for one in all.iter().take(LISTED_MOST) {
                        li {
                            strong { (one.at) } " – “" (one.found) "”"
                            @if let Some((unit, indicator)) = &one.place {
                                " (" (sheet.name_of(unit, indicator)) ")"
                            }
                            ": " (one.why.say(l))
                        }
                    }
                }
                (more(sheet, all.len()))
            }
        }
    }
}

/// Figures that the file would put in the place of others.
fn changes(sheet: &Sheet<'_>, import: &Import) -> Markup {
    let changed = import.taken.iter().filter(|taken| !taken.cell.was.is_empty());
    let changed: Vec<_> = changed.collect();
    html! {
        @if !changed.is_empty() {
            details open {
                summary { (sheet.v.l.with("sheet-changes", &[("count", changed.len().into())])) }
                ul {
                    @for taken in changed.iter().take(LISTED_MOST) {
                        li {
                            strong { (taken.at) } " – "
                            (sheet.name_of(&taken.cell.unit, &taken.cell.indicator)) ": "
                            del { (taken.cell.was) } " → " (taken.cell.typed)
                        }
                    }
                }
                (more(sheet, changed.len()))
            }
        }
    }
}

fn more(sheet: &Sheet<'_>, all: usize) -> Markup {
    let left = all.saturating_sub(LISTED_MOST);
    html! {
        @if left > 0 { p { (sheet.v.l.with("sheet-questions-more", &[("count", left.into())])) } }
    }
}
