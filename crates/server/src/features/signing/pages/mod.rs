//! The page of a paper's signatures, and the part of the pages of records that leads there.

mod signature;

use chungsuc_domain::date;
use chungsuc_press::signed::{continues, empty_places};
use maud::{Markup, html};

use super::{RECORD, Signing, bring_back, find, look};
use crate::access::Act;
use crate::features::papers::Paper;
use crate::features::{files, journal};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch, go, show, show_again};
use crate::web::ui::{
    Fact, Field, Kind, Tone, button, button_link, buttons, error_summary, facts, notice, tag_of,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

pub(crate) fn routes() -> Routes {
    let (read, sign) = (Gate::May(Act::ReadPapers), Gate::May(Act::SignPapers));
    Routes::default()
        .page("/van-ban/{ma}/chu-ky", read, page)
        .file_deed("/van-ban/{ma}/chu-ky", sign, add)
        .page("/van-ban/{ma}/chu-ky/de-ky.pdf", read, fetch_ready)
        .page("/van-ban/{ma}/chu-ky/da-ky.pdf", read, fetch_signed)
}

fn address(paper: &str) -> String {
    format!("/van-ban/{paper}/chu-ky")
}

/// For the page of a record whose paper the program made: whether it is signed, and by whom; `make` is
/// the address that makes the file to sign.
pub(crate) fn section(v: &Visit, paper: &str, make: &str) -> Result<Markup, PageError> {
    let l = v.l;
    let (_, signing) = find(&v.app, v.person()?, paper)?;
    let state = state(v, signing.as_ref());
    Ok(html! {
        h2 { (l.t("signing-title")) }
        p { (state) }
        @if signing.is_some() {
            (buttons(&[button_link(&address(paper), l.t("signing-open"))]))
        } @else if v.may(Act::SignPapers) {
            form method="post" action=(make) {
                (csrf::token_field(v.form_token()))
                (buttons(&[button(l.t("signing-prepare"))]))
            }
        }
    })
}

/// “Đã ký số: Lương Đức Khải, 27/12/2023 15:00”
fn state(v: &Visit, signing: Option<&Signing>) -> Markup {
    let l = v.l;
    match signing.and_then(|signing| signing.signed.as_ref()) {
        None => tag_of(Tone::Plain, "○", l.t("signing-not-signed")),
        Some(signed) => {
            let at = signed.at.map(|at| format!(", {}", date::show_time(at))).unwrap_or_default();
            html! { (tag_of(Tone::Good, "✓", l.t("signing-signed"))) " " (signed.by) (at) }
        }
    }
}

fn page(v: &Visit) -> Reply {
    draw(v, None)
}

fn draw(v: &Visit, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let (paper, signing) = find(&v.app, v.person()?, v.param("ma"))?;
    let body = match &signing {
        Some(signing) => made(v, &paper, signing, errors.unwrap_or(&Errors::default()))?,
        None => entered(v, &paper)?,
    };
    let body = html! { (body) (journal::history(v, RECORD, &paper.id)?) };
    let number = paper.number.clone().unwrap_or_else(|| paper.title.clone());
    let back = format!("/van-ban/{}", paper.id);
    let page = v.page(l.t("signing-title")).back(&back, &number);
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

/// Of a paper that the program made: the file to sign, and what came back.
fn made(v: &Visit, paper: &Paper, signing: &Signing, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let base = address(&paper.id);
    let ready = files::content(&v.app, &v.person()?.commune, &signing.ready.id)?;
    let places = empty_places(&ready);
    let signed = match &signing.signed {
        None => html! { p { (l.t("signing-none-yet")) } },
        Some(signed) => html! {
            (file_facts(v, &signed.file, &format!("{base}/da-ky.pdf")))
            (same_paper(v, &ready, &signed.file)?)
            (signatures_of(v, &signed.file)?)
        },
    };
    Ok(html! {
        p.lead { (paper.title) }
        p { (state(v, Some(signing))) }
        h2 { (l.t("signing-ready")) }
        p { (l.t("signing-ready-lead")) }
        @if places > 0 { p { (l.with("signing-places", &[("count", places.into())])) } }
        (file_facts(v, &signing.ready, &format!("{base}/de-ky.pdf")))
        h2 { (l.t("signing-brought-back")) }
        (signed)
        @if v.may(Act::SignPapers) { (upload_form(v, &base, signing.version, errors)) }
    })
}

/// Of a paper that was entered: the signatures of its own file.
fn entered(v: &Visit, paper: &Paper) -> Result<Markup, PageError> {
    let file = paper.file.as_ref().filter(|file| file.media == "application/pdf");
    Ok(html! {
        p.lead { (paper.title) }
        @match file {
            Some(file) => {
                h2 { (v.l.t("signing-in-file")) }
                (signatures_of(v, file)?)
            }
            None => p { (v.l.t("signing-nothing-to-read")) },
        }
    })
}

fn file_facts(v: &Visit, file: &files::Facts, href: &str) -> Markup {
    let l = v.l;
    facts(&[
        Fact::new(l.t("signing-file"), html! { a href=(href) download { (file.name) } }),
        Fact::new(l.t("field-sha256"), html! { code.long { (file.sha256) } }),
    ])
}

/// Whether what was signed is the file that was made here.
fn same_paper(v: &Visit, ready: &[u8], signed: &files::Facts) -> Result<Markup, PageError> {
    let same = continues(&files::content(&v.app, &v.person()?.commune, &signed.id)?, ready);
    let (tone, words) = match same {
        true => (Tone::Good, v.l.t("signing-same-paper")),
        false => (Tone::Warning, v.l.t("signing-perhaps-another")),
    };
    Ok(notice(tone, &html! { (words) }))
}

fn signatures_of(v: &Visit, file: &files::Facts) -> Result<Markup, PageError> {
    let l = v.l;
    let found = look(&v.app, v.person()?, file)?;
    Ok(html! {
        @if found.is_empty() { (notice(Tone::Plain, &html! { (l.t("signing-unsigned-file")) })) }
        @for (place, one) in (1_u64..).zip(&found) {
            h3 { (l.with("signing-signature", &[("place", place.into())])) }
            (facts(&signature::about(v, one)))
        }
    })
}

fn upload_form(v: &Visit, action: &str, version: i64, errors: &Errors) -> Markup {
    let l = v.l;
    let kind = Kind::File { accept: ".pdf", many: false };
    let file = Field::new("file", l.t("signing-file-signed")).kind(kind);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        file.help(l.t("signing-file-help")).required(),
    ];
    let form = Form::from_pairs([("version", version.to_string())]);
    html! {
        form method="post" action=(action) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (error_summary(l, errors, &questions))
            @for question in &questions { (question.draw(l, &form, errors)) }
            (buttons(&[button(l.t("signing-bring-back"))]))
        }
    }
}

fn add(v: &Visit, upload: &Upload) -> Reply {
    let paper = v.param("ma");
    let version = upload.form.text("version").parse().unwrap_or_default();
    let done = match upload.files_of("file").next() {
        Some(sent) => bring_back(&v.app, v.person()?, paper, version, sent),
        None => Err(Refusal::field("file", Message::new("field-missing"))),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=paper-signed", address(paper))),
        Err(Refusal::Invalid(errors)) => draw(v, Some(&errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn fetch_ready(v: &Visit) -> Reply {
    let signing = signing(v)?;
    fetch_file(v, &signing.ready)
}

fn fetch_signed(v: &Visit) -> Reply {
    let signed = signing(v)?.signed.ok_or(Refusal::NotFound)?;
    fetch_file(v, &signed.file)
}

fn signing(v: &Visit) -> Result<Signing, PageError> {
    let (_, signing) = find(&v.app, v.person()?, v.param("ma"))?;
    Ok(signing.ok_or(Refusal::NotFound)?)
}

fn fetch_file(v: &Visit, file: &files::Facts) -> Reply {
    fetch(&file.media, &file.name, files::content(&v.app, &v.person()?.commune, &file.id)?)
}
