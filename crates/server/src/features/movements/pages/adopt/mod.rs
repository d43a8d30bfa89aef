//! Making a movement of a plan's document: upload it, correct what was understood, accept it.

mod document;
mod draft;
mod form;
mod rows;

use maud::{Markup, html};

use super::super::drafts::{Opened, PlanDraft, Twin, drafts, open};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Column, Field, Kind, Table, Tone, button, buttons, fields, notice};
use crate::web::{Errors, Form, Message, Upload, csrf};

pub(super) use draft::{discard, file, original, page as draft_page, send as send_draft};

/// The page of uploads, on which the drafts are listed.
const PLACE: &str = "/phong-trao/lap";

fn address(draft: &str) -> String {
    format!("{PLACE}/{draft}")
}

pub(super) fn page(v: &Visit) -> Reply {
    show(v.page(v.l.t("plan-adopt")).back("/phong-trao", v.l.t("movements-title")), {
        html! { (upload_form(v, &Errors::default())) (open_drafts(v)?) }
    })
}

fn again(v: &Visit, above: &Markup, errors: &Errors) -> Reply {
    let page = v.page(v.l.t("plan-adopt")).back("/phong-trao", v.l.t("movements-title"));
    show_again(page, html! { (above) (upload_form(v, errors)) (open_drafts(v)?) })
}

fn upload_form(v: &Visit, errors: &Errors) -> Markup {
    let l = v.l;
    let file = Kind::File { accept: ".docx,.pdf,.html,.htm,.txt,.md", many: false };
    let question = Field::new("file", l.t("plan-file")).kind(file).help(l.t("plan-file-help"));
    html! {
        p.lead { (l.t("plan-adopt-lead")) }
        form method="post" action=(PLACE) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, &Form::default(), errors, &[question.required()]))
            (buttons(&[button(l.t("plan-read"))]))
        }
    }
}

fn open_drafts(v: &Visit) -> Result<Markup, Refusal> {
    let (l, drafts) = (v.l, drafts(&v.app, v.person().map_err(|_| Refusal::Forbidden)?)?);
    let columns = [
        Column::new(l.t("paper-title")),
        Column::new(l.t("paper-number")),
        Column::new(l.t("paper-day")),
        Column::new(l.t("plan-draft-file")),
    ];
    let row = |draft: &PlanDraft| {
        let typed = |name: &str| draft.typed.filled(name).unwrap_or("–").to_owned();
        let title = draft.typed.filled("paper.title").unwrap_or(&draft.file_name);
        let cells = Cells::new().link(&address(&draft.id), title);
        cells.text(&typed("paper.number")).text(&typed("paper.issued_on")).text(&draft.file_name)
    };
    let rows: Vec<_> = drafts.iter().map(row).collect();
    Ok(html! {
        @if !rows.is_empty() { (Table::new(l.t("plan-drafts"), &columns, rows).draw(l)) }
    })
}

/// Reads what was uploaded, and leads to its draft.
pub(super) fn upload(v: &Visit, upload: &Upload) -> Reply {
    let opened = match upload.files_of("file").next() {
        Some(file) => open(&v.app, v.person()?, file),
        None => Err(Refusal::field("file", Message::new("field-missing"))),
    };
    match opened {
        Ok(Opened::New(id)) => go(&address(&id)),
        Ok(Opened::Known(id)) => go(&format!("{}?xong=plan-known", address(&id))),
        Ok(Opened::Adopted(twin)) => again(v, &adopted_notice(v, &twin), &Errors::default()),
        Err(Refusal::Invalid(errors)) => again(v, &html! {}, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

/// That a plan has its movement already, with the way to it.
fn adopted_notice(v: &Visit, twin: &Twin) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            (v.l.t("plan-adopted-notice")) " "
            a href={ "/phong-trao/" (twin.movement) } { (twin.name) } "."
        },
    )
}
