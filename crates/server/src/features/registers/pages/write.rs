//! Recording an award that was given elsewhere: who, then what its paper says.

use chungsuc_domain::{AwardMode, SubjectKind, UnitKind, date};
use maud::{Markup, html};

use super::super::record as record_award;
use super::list::awards;
use super::{REGISTER, levels, list::kinds, list::modes};
use crate::features::directory::{self, Subject};
use crate::features::files::NewFile;
use crate::features::honours::{self, NewHonour};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, Upload, csrf};

/// Stands in an address for somebody who is not in the directory.
const NOBODY: &str = "khac";

pub(super) fn choose(v: &Visit) -> Reply {
    let l = v.l;
    let body = html! {
        p.lead { (l.t("elsewhere-choose")) }
        (directory::finder(v, l.t("register-name"), &v.path)?)
        p { a href={ (REGISTER) "/ghi/individual/" (NOBODY) } { (l.t("register-somebody-else")) } }
    };
    show(v.page(l.t("register-write")).back(REGISTER, l.t("way-registers")), body)
}

/// Whose award it is; nothing for somebody who is not in the directory.
fn subject(v: &Visit) -> Result<Option<Subject>, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    match v.param("dt") {
        NOBODY => Ok(None),
        id => directory::subject(&v.app, person, kind, id).map(Some),
    }
}

pub(super) fn page(v: &Visit) -> Reply {
    let subject = subject(v)?;
    let name = subject.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let form = Form::from_pairs([("name", name.as_str()), ("kind", v.param("loai"))]);
    show(frame(v), whole(v, subject.as_ref(), &form, &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("register-write"))
        .narrow()
        .back("/so-khen-thuong/ghi", v.l.t("elsewhere-choose-again"))
}

fn whole(v: &Visit, subject: Option<&Subject>, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let file = Kind::File { accept: ".pdf,.jpg,.jpeg,.png,.webp", many: false };
    let mut questions = Vec::new();
    if subject.is_none() {
        let kind = Field::new("kind", l.t("register-kind")).kind(Kind::Select(kinds(v)));
        questions.push(kind.required());
    }
    questions.extend([
        Field::new("name", l.t("register-on-paper")).help(l.t("register-on-paper-help")).required(),
        Field::new("award", l.t("register-award-known"))
            .kind(Kind::Select(awards(v)))
            .help(l.t("register-award-help")),
        Field::new("award_name", l.t("register-award-words"))
            .help(l.t("register-award-words-help")),
        Field::new("mode", l.t("register-mode"))
            .kind(Kind::Select(modes(v)))
            .help(l.t("register-mode-help")),
        Field::new("number", l.t("register-number")).required(),
        Field::new("issued_on", l.t("register-day")).kind(Kind::Date).required(),
        Field::new("issuer", l.t("register-issuer")).help(l.t("register-issuer-help")).required(),
        Field::new("level", l.t("register-level")).kind(Kind::Radios(levels(v))).required(),
        Field::new("achievement", l.t("register-achievement")).kind(Kind::Long),
        Field::new("paper", l.t("register-paper")).help(l.t("register-paper-help")),
        Field::new("file", l.t("register-file")).kind(file).help(l.t("register-file-help")),
    ]);
    html! {
        @if let Some(subject) = subject {
            p.lead { (subject.name) " (" (l.word("subject-kind-", subject.kind.code())) ")" }
        } @else {
            p.lead { (l.t("register-somebody-else-lead")) }
        }
        form method="post" action=(v.path) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("register-write"))]))
        }
    }
}

pub(super) fn record(v: &Visit, sent: &Upload) -> Reply {
    let (subject, form) = (subject(v)?, &sent.form);
    let done = read(v, subject.as_ref(), form).and_then(|new| {
        let file = sent.files_of("file").next();
        let file = file.map(|file| NewFile::check("file", file)).transpose()?;
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        record_award(&v.app, person, &new, file.as_ref())
    });
    match done {
        Ok(id) => go(&format!("{REGISTER}/dong/{id}?xong=honour")),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v), whole(v, subject.as_ref(), form, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, subject: Option<&Subject>, form: &Form) -> Result<NewHonour, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let mut errors = Errors::default();
    for field in ["name", "number", "issuer"] {
        form.required(field, &mut errors);
    }
    let kind = subject.map(|one| one.kind).or_else(|| SubjectKind::from_code(form.text("kind")));
    if kind.is_none() {
        errors.add("kind", Message::new("field-missing"));
    }
    let level = UnitKind::from_code(form.text("level"));
    if level.is_none() {
        errors.add("level", Message::new("field-missing"));
    }
    let issued_on = date::parse_date(form.text("issued_on"), v.app.today());
    if issued_on.is_err() {
        errors.add("issued_on", Message::new("day-wrong"));
    }
    let award = form.filled("award").and_then(|code| v.app.catalog.award(code));
    let typed = form.text("award_name");
    if award.is_none() && typed.is_empty() {
        errors.add("award", Message::new("register-award-missing"));
    }
    let (Some(subject_kind), Ok(day), true) = (kind, issued_on, errors.is_empty()) else {
        return Err(errors.into());
    };
    let said = if typed.is_empty() { award.map_or("", |award| &award.form.name) } else { typed };
    Ok(NewHonour {
        mode: AwardMode::from_code(form.text("mode")),
        subject_kind,
        subject: subject.map(|one| one.id.clone()),
        name: form.text("name").to_owned(),
        village: subject.and_then(|one| one.village.clone()),
        award: award.map(|award| award.form.code.clone()),
        award_name: said.to_owned(),
        number: form.text("number").to_owned(),
        issued_on: Some(day),
        year: day.year(),
        issuer: form.text("issuer").to_owned(),
        level,
        achievement: form.text("achievement").to_owned(),
        paper: honours::paper_of(&v.app, person, form.text("paper"))?,
        brought: None,
        nomination: None,
    })
}
