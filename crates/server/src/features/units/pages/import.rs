//! Bringing the list up to date from a file: it is read, what would change is shown, then accepted.

use chungsuc_domain::UnitKind;
use maud::{Markup, html};

use super::super::import::COLUMNS;
use super::super::{ImportFault, Imported, Outlook, Unit, import_by, look};
use super::{link, table};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Column, Field, Kind, Page, Table, button, buttons, empty, fields};
use crate::web::{Errors, Form, Message, Upload, csrf};

/// Faults that a page tells at once; who mends these sees the next.
const FAULTS_MOST: usize = 20;
/// Rows of each kind of change that a page shows.
const ROWS_MOST: usize = 50;

pub(super) fn page(v: &Visit) -> Reply {
    show(frame(v), upload_form(v, &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("units-import")).back("/don-vi", v.l.t("units-title"))
}

fn upload_form(v: &Visit, errors: &Errors) -> Markup {
    let l = v.l;
    let file = Kind::File { accept: ".csv", many: false };
    let question = Field::new("file", l.t("units-file")).kind(file).help(l.t("units-file-help"));
    html! {
        p.lead { (l.t("units-import-lead")) }
        (columns(v))
        form method="post" action="/don-vi/nhap" enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, &Form::default(), errors, &[question.required()]))
            (buttons(&[button(l.t("units-read"))]))
        }
    }
}

/// The names that the head of the file uses, with what stands below each.
fn columns(v: &Visit) -> Markup {
    let l = v.l;
    html! {
        p { (l.t("units-columns")) }
        ul {
            @for name in COLUMNS { li { code { (name) } ": " (l.word("units-column-", name)) } }
        }
        p { (l.t("units-kinds")) }
        ul {
            @for kind in UnitKind::ALL {
                li { code { (kind.code()) } ": " (l.word("unit-kind-", kind.code())) }
            }
        }
    }
}

/// Shows what the file would change; nothing is written yet.
pub(super) fn look_at(v: &Visit, upload: &Upload) -> Reply {
    let Some(file) = upload.files_of("file").next() else {
        let mut errors = Errors::default();
        errors.add("file", Message::new("field-missing"));
        return show_again(frame(v), upload_form(v, &errors));
    };
    match look(&v.app, v.person()?, &file.content)? {
        Ok(outlook) => show(frame(v), foreseen(v, &outlook, &file.content)),
        Err(faults) => faulty(v, &faults),
    }
}

fn faulty(v: &Visit, faults: &[ImportFault]) -> Reply {
    let mut errors = Errors::default();
    for fault in faults.iter().take(FAULTS_MOST) {
        let key = if fault.column.is_empty() { "import-fault-line" } else { "import-fault" };
        let place = [
            ("line", fault.line.into()),
            ("column", fault.column.into()),
            ("what", fault.message.say(v.l).into()),
        ];
        errors.add("file", Message::worded(v.l.with(key, &place)));
    }
    if faults.len() > FAULTS_MOST {
        let more = Message::new("import-more-faults").arg("count", faults.len() - FAULTS_MOST);
        errors.add("file", more);
    }
    show_again(frame(v), upload_form(v, &errors))
}

fn foreseen(v: &Visit, outlook: &Outlook, file: &[u8]) -> Markup {
    let l = v.l;
    if outlook.is_empty() {
        return empty(l.t("units-import-nothing"), l.t("units-import-nothing-hint"), None);
    }
    let counts = [
        ("new", outlook.new.len().into()),
        ("ended", outlook.ended.len().into()),
        ("changed", outlook.changed.len().into()),
        ("same", outlook.same.into()),
    ];
    html! {
        p.lead { (l.with("units-import-foreseen", &counts)) }
        (listed(v, "units-import-new", &outlook.new))
        (listed(v, "units-import-ended", &outlook.ended))
        (changed(v, &outlook.changed))
        (inherited(v, &outlook.inherited))
        form.consequence method="post" action="/don-vi/nhap/chap-nhan"
            enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="list" value=(String::from_utf8_lossy(file));
            p { (l.t("units-import-consequence")) }
            (buttons(&[button(l.t("units-import-accept"))]))
        }
    }
}

fn listed(v: &Visit, caption: &'static str, units: &[Unit]) -> Markup {
    let shown = &units[..units.len().min(ROWS_MOST)];
    html! {
        @if !units.is_empty() {
            (table(v, v.l.t(caption), shown))
            (further(v, units.len()))
        }
    }
}

/// Says how many rows a table leaves out.
fn further(v: &Visit, all: usize) -> Markup {
    let left = all.saturating_sub(ROWS_MOST);
    html! {
        @if left > 0 { p.quiet { (v.l.with("units-import-further", &[("count", left.into())])) } }
    }
}

fn changed(v: &Visit, units: &[(Unit, Unit)]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("unit-code")),
        Column::new(l.t("units-import-before")),
        Column::new(l.t("units-import-after")),
    ];
    let rows = units
        .iter()
        .take(ROWS_MOST)
        .map(|(old, new)| Cells::new().text(&old.code).text(&words(v, old)).text(&words(v, new)));
    html! {
        @if !units.is_empty() {
            (Table::new(l.t("units-import-changed"), &columns, rows.collect()).draw(l))
            (further(v, units.len()))
        }
    }
}

/// “Tơ Tung, Xã, thuộc 625, từ 01/01/2021”: all that a line can change.
fn words(v: &Visit, unit: &Unit) -> String {
    let parent = unit.parent.as_deref().map(|code| v.l.with("unit-of", &[("code", code.into())]));
    let kind = v.l.word("unit-kind-", &unit.kind).to_owned();
    let days = v.l.days(unit.valid_from, unit.valid_to);
    [Some(unit.name.clone()), Some(kind), parent, Some(days)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn inherited(v: &Visit, pairs: &[(Unit, String)]) -> Markup {
    let l = v.l;
    let columns = [Column::new(l.t("unit-name")), Column::new(l.t("unit-successors"))];
    let rows =
        pairs.iter().take(ROWS_MOST).map(|(unit, heir)| Cells::new().markup(link(unit)).text(heir));
    html! {
        @if !pairs.is_empty() {
            (Table::new(l.t("units-import-inherited"), &columns, rows.collect()).draw(l))
            (further(v, pairs.len()))
        }
    }
}

/// Takes in the list that was shown.
pub(super) fn accept(v: &Visit, upload: &Upload) -> Reply {
    match import_by(&v.app, v.person()?, upload.form.raw("list").as_bytes())? {
        Imported::Done(_) => go("/don-vi/nhap?xong=units-imported"),
        // The list has changed since it was looked at: the file is to be read again.
        Imported::Faulty(_) => Err(Refusal::rule("import-outdated").into()),
    }
}
