//! The page of how the office prints: emblem, blanks, keys.

mod shift;

use chungsuc_press::Shift;
use maud::{Markup, html};

use super::{
    Key, Setup, calibration, keys, move_words, put_emblem, replace_key, setup, take_emblem,
};
use crate::access::Act;
use crate::features::files::{self, NewFile};
use crate::features::journal;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Confirm, Field, Kind, Table, button, button_link, buttons, fields,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

const PAGE: &str = "/in-giay-khen";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadDecisions);
    let prepare = Gate::May(Act::PrepareCertificates);
    Routes::default()
        .page("/in-giay-khen", read, page)
        .page("/in-giay-khen/can-chinh.pdf", read, fetch_calibration)
        .page("/in-giay-khen/bieu-tuong", read, show_emblem)
        .file_deed("/in-giay-khen/bieu-tuong", prepare, upload)
        .deed("/in-giay-khen/bo-bieu-tuong", prepare, take_off)
        .deed("/in-giay-khen/phoi", prepare, set_shift)
        .deed("/in-giay-khen/khoa", Gate::May(Act::ReplaceCertificateKey), replace)
}

fn page(v: &Visit) -> Reply {
    let setup = setup(&v.app, v.person()?)?;
    let body = body(v, &setup, &shift::form(&setup), &Errors::default())?;
    show(framed(v), body)
}

fn framed(v: &Visit) -> crate::web::ui::Page<'_> {
    v.page(v.l.t("certificates-title")).back("/quyet-dinh", v.l.t("decisions-title"))
}

fn body(v: &Visit, setup: &Setup, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    Ok(html! {
        p.lead { (l.t("certificates-lead")) }
        h2 { (l.t("certificates-emblem")) }
        (emblem(v, setup, errors))
        h2 { (l.t("certificates-blanks")) }
        p { (l.t("certificates-blanks-lead")) }
        (blanks(v, form, errors))
        h2 { (l.t("certificates-keys")) }
        p { (l.t("certificates-keys-lead")) " " a href="/kiem-tra" { (l.t("certificates-check")) } }
        (keys_table(v, &keys(&v.app, &v.person()?.commune)?))
        @if v.may(Act::ReplaceCertificateKey) { (replacing(v)) }
        (journal::history(v, super::setup::RECORD, &v.person()?.commune)?)
    })
}

fn emblem(v: &Visit, setup: &Setup, errors: &Errors) -> Markup {
    let l = v.l;
    let picture = Field::new("emblem", l.t("certificates-emblem-picture"))
        .kind(Kind::File { accept: ".png,.jpg,.jpeg", many: false })
        .help(l.t("certificates-emblem-help"));
    html! {
        @if setup.emblem.is_some() {
            p { img src={ (PAGE) "/bieu-tuong" } alt=(l.t("certificates-emblem")) height="80"; }
        } @else { p { (l.t("certificates-no-emblem")) } }
        @if v.may(Act::PrepareCertificates) {
            form method="post" action={ (PAGE) "/bieu-tuong" } enctype="multipart/form-data" {
                (csrf::token_field(v.form_token()))
                (picture.draw(l, &Form::default(), errors))
                (buttons(&[button(l.t("certificates-emblem-put"))]))
            }
            @if setup.emblem.is_some() {
                (Confirm {
                    act: l.t("certificates-emblem-take"),
                    consequence: l.t("certificates-emblem-take-consequence"),
                    action: "/in-giay-khen/bo-bieu-tuong",
                    token: v.form_token(),
                    grave: false,
                }.folded())
            }
        }
    }
}

fn blanks(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let way = |name, label| Field::new(name, l.t(label)).kind(Kind::Number);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        way("right", "certificates-right").help(l.t("certificates-right-help")),
        way("down", "certificates-down").help(l.t("certificates-down-help")),
    ];
    html! {
        (buttons(&[button_link("/in-giay-khen/can-chinh.pdf", l.t("certificates-calibration"))]))
        @if v.may(Act::PrepareCertificates) {
            form method="post" action={ (PAGE) "/phoi" } {
                (csrf::token_field(v.form_token()))
                (fields(l, form, errors, &questions))
                (buttons(&[button(l.t("certificates-save"))]))
            }
        } @else {
            p { (l.t("certificates-right")) ": " (form.text("right")) ". "
                (l.t("certificates-down")) ": " (form.text("down")) "." }
        }
    }
}

fn keys_table(v: &Visit, keys: &[Key]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("certificates-key-id")),
        Column::new(l.t("certificates-key")),
        Column::new(l.t("certificates-key-days")),
    ];
    let rows = keys.iter().map(|key| {
        Cells::new()
            .text(&key.public.id().to_string())
            .text(&key.shown())
            .text(&l.days(key.valid_from, key.valid_to))
    });
    html! {
        @if keys.is_empty() { p { (l.t("certificates-no-key")) } }
        @else { (Table::new(l.t("certificates-key"), &columns, rows.collect()).draw(l)) }
    }
}

fn replacing(v: &Visit) -> Markup {
    let act = Confirm {
        act: v.l.t("certificates-key-replace"),
        consequence: v.l.t("certificates-key-replace-consequence"),
        action: "/in-giay-khen/khoa",
        token: v.form_token(),
        grave: true,
    };
    act.folded()
}

fn fetch_calibration(v: &Visit) -> Reply {
    fetch("application/pdf", "can-chinh-phoi-giay-khen.pdf", calibration(&v.app, v.person()?)?)
}

fn show_emblem(v: &Visit) -> Reply {
    let person = v.person()?;
    let file = setup(&v.app, person)?.emblem.ok_or(Refusal::NotFound)?;
    files::show(&v.app, &person.commune, &file)
}

fn upload(v: &Visit, sent: &Upload) -> Reply {
    let missing = || Refusal::field("emblem", Message::new("field-missing"));
    let done = sent.files_of("emblem").next().ok_or_else(missing).and_then(|file| {
        put_emblem(
            &v.app,
            v.person().map_err(|_| Refusal::Forbidden)?,
            &NewFile::check("emblem", file)?,
        )
    });
    after(v, done, None, "certificates-emblem")
}

fn take_off(v: &Visit, _: &Form) -> Reply {
    take_emblem(&v.app, v.person()?)?;
    go(&format!("{PAGE}?xong=certificates-emblem"))
}

fn set_shift(v: &Visit, sent: &Form) -> Reply {
    let person = v.person()?;
    let done = shift::read(sent).map_err(Refusal::from).and_then(|shift: Shift| {
        let version = sent.text("version").parse().unwrap_or(-1);
        move_words(&v.app, person, shift, version)
    });
    after(v, done, Some(sent), "certificates-shift")
}

fn replace(v: &Visit, _: &Form) -> Reply {
    replace_key(&v.app, v.person()?)?;
    go(&format!("{PAGE}?xong=certificates-key"))
}

/// The page again: with what was done, or with what is wrong and everything that was typed.
fn after(v: &Visit, done: Result<(), Refusal>, sent: Option<&Form>, what: &str) -> Reply {
    match done {
        Ok(()) => go(&format!("{PAGE}?xong={what}")),
        Err(Refusal::Invalid(errors)) => {
            let setup = setup(&v.app, v.person()?)?;
            let form = sent.cloned().unwrap_or_else(|| shift::form(&setup));
            show_again(framed(v), body(v, &setup, &form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
