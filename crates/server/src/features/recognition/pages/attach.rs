//! Attaching a paper: one of the registry, found by its words, or a file.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::attach::OTHER;
use super::super::{Dossier, Source, attach as attach_to, detach as take_off, dossier};
use super::address;
use super::steps::must;
use crate::features::files::NewFile;
use crate::features::papers::{self, Wanted};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, PageError, Paging, Upload, csrf};

/// Papers of the registry that are offered at most.
const OFFERED: usize = 20;

pub(super) fn page(v: &Visit) -> Reply {
    let found = dossier(&v.app, v.person()?, v.param("ma"))?;
    let (name, back) = (part_name(v, &found)?, address(&found.record.id));
    show(frame(v, &found, &name, &back), whole(v, &found, &Form::default(), &Errors::default())?)
}

fn frame<'a>(v: &'a Visit, of: &'a Dossier, name: &'a str, back: &'a str) -> Page<'a> {
    v.page(name).narrow().back(back, &of.record.unit_name)
}

/// What the part of the address is called.
fn part_name(v: &Visit, of: &Dossier) -> Result<String, Refusal> {
    must(of.record.state.may_change(), "recognition-closed")?;
    let code = v.param("phan");
    let asked = of.parts.iter().filter_map(|part| part.asked.as_ref());
    match asked.into_iter().find(|asked| asked.code == code) {
        Some(asked) => Ok(asked.name.clone()),
        None if code == OTHER => Ok(v.l.t("recognition-part-other").to_owned()),
        None => Err(Refusal::NotFound),
    }
}

fn whole(v: &Visit, of: &Dossier, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let (l, action) = (v.l, format!("{}/giay-to/{}", address(&of.record.id), v.param("phan")));
    let offered = offered(v)?;
    let nothing = offered.is_empty();
    let file = Kind::File { accept: ".pdf,.docx,.doc,.txt,.jpg,.jpeg,.png,.webp", many: false };
    let questions = [
        Field::new("paper", l.t("recognition-from-registry")).kind(Kind::Radios(offered)),
        Field::new("file", l.t("recognition-file")).kind(file).help(l.t("recognition-file-help")),
        Field::new("note", l.t("value-note")),
    ];
    let shown = if nothing { &questions[1..] } else { &questions[..] };
    Ok(html! {
        form.filter method="get" action=(action) {
            (Field::new("tim", l.t("recognition-search")).draw(l, &v.query, &Errors::default()))
            (button(l.t("units-search-act")))
        }
        form method="post" action=(action) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            @if nothing { p { (l.t("recognition-nothing-found")) } }
            (fields(l, form, errors, shown))
            (buttons(&[button(l.t("recognition-attach"))]))
        }
    })
}

/// The newest papers of the registry, or those in which the words stand.
fn offered(v: &Visit) -> Result<Vec<Choice>, PageError> {
    let wanted = Wanted { words: v.query.text("tim"), ..Wanted::default() };
    let place = Paging::parse("", &Form::default(), &[]);
    let (found, _) = papers::list(&v.app, v.person()?, wanted, &place)?;
    let found = found.into_iter().filter(|paper| paper.withdrawn.is_none()).take(OFFERED);
    let choice = |paper: papers::Paper| {
        let number = paper.number.unwrap_or_default();
        let day = paper.issued_on.map(show_date).unwrap_or_default();
        let kind = v.l.word("paper-kind-", paper.kind.code());
        let head = format!("{kind} {number}, {day}, {}", paper.issuer);
        Choice::new(paper.id, head).hint(paper.title)
    };
    Ok(found.map(choice).collect())
}

pub(super) fn attach(v: &Visit, upload: &Upload) -> Reply {
    let found = dossier(&v.app, v.person()?, v.param("ma"))?;
    let (name, back) = (part_name(v, &found)?, address(&found.record.id));
    match put(v, &found, upload) {
        Ok(()) => go(&format!("{}?xong=recognition-attached", address(&found.record.id))),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v, &found, &name, &back), whole(v, &found, &upload.form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn put(v: &Visit, of: &Dossier, upload: &Upload) -> Result<(), Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let (part, note) = (v.param("phan"), upload.form.text("note"));
    let file = upload.files_of("file").next();
    let file = file.map(|sent| NewFile::check_paper("file", sent)).transpose()?;
    let source = match (upload.form.filled("paper"), &file) {
        (Some(_), Some(_)) => {
            return Err(Refusal::field("file", Message::new("recognition-one-source")));
        }
        (Some(paper), None) => Source::Registry(paper),
        (None, Some(file)) => Source::File(file),
        (None, None) => {
            return Err(Refusal::field("file", Message::new("recognition-no-source")));
        }
    };
    attach_to(&v.app, person, &of.record.id, part, &source, note)
}

pub(super) fn detach(v: &Visit, _: &Form) -> Reply {
    let id = v.param("ma");
    take_off(&v.app, v.person()?, id, v.param("gt"))?;
    go(&format!("{}?xong=recognition-detached", address(id)))
}
