//! Bringing a map, and the maps that were brought.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{bring as bring_map, maps};
use super::MAPS;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Column, Field, Kind, Table, button, buttons, empty, fields};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let body = whole(v, &Form::default(), &Errors::default())?;
    show(v.page(v.l.t("map-title")).back("/tieu-chi/bieu-do", v.l.t("charts-title")), body)
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let file = Kind::File { accept: ".geojson,.json", many: false };
    let questions = [
        Field::new("file", l.t("map-file")).kind(file).help(l.t("map-file-help")).required(),
        Field::new("note", l.t("map-note")).help(l.t("map-note-help")),
    ];
    Ok(html! {
        p.lead { (l.t("map-lead")) }
        (list(v)?)
        h2 { (l.t("map-bring")) }
        form method="post" action=(MAPS) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("map-read"))]))
        }
    })
}

fn list(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [
        Column::new(l.t("map-file")),
        Column::new(l.t("map-brought-on")),
        Column::new(l.t("map-note")),
        Column::new(l.t("column-state")),
    ];
    let rows = maps(&v.app, v.person()?)?;
    let rows = rows.iter().map(|map| {
        Cells::new()
            .link(&format!("{MAPS}/{}", map.id), &map.file_name)
            .text(&date::show_date(map.brought_on))
            .text(&map.note)
            .text(l.word("map-state-", &map.state))
    });
    let nothing = empty(l.t("map-none"), l.t("map-none-hint"), None);
    Ok(Table::new(l.t("map-list"), &columns, rows.collect()).nothing(nothing).draw(l))
}

pub(super) fn bring(v: &Visit, upload: &Upload) -> Reply {
    let form = &upload.form;
    let done = match upload.files_of("file").next() {
        Some(file) => bring_map(&v.app, v.person()?, file, form.text("note")),
        None => Err(Refusal::field("file", Message::new("field-missing"))),
    };
    match done {
        Ok(id) => go(&format!("{MAPS}/{id}")),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, form, &errors)?;
            let page = v.page(v.l.t("map-title"));
            show_again(page.back("/tieu-chi/bieu-do", v.l.t("charts-title")), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
