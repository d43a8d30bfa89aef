//! One paper: what it is, its file, what it has to do with others.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{Origin, Paper, RECORD, Readers, find, withdraw as withdraw_paper};
use super::{address, day_of, direction_of, name_of, number_of, relations};
use crate::access::Act;
use crate::features::{files, journal};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, go, show, show_again};
use crate::web::ui::{
    Confirm, Fact, Field, Kind, State, Tone, button_link, buttons, error_summary, facts, notice,
    tag,
};
use crate::web::{Errors, Form, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let paper = find(&v.app, v.person()?, v.param("ma"))?;
    draw(v, &paper, &Form::default(), None)
}

fn draw(v: &Visit, paper: &Paper, form: &Form, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let title = name_of(v, paper);
    let heading = html! {
        (title) @if paper.withdrawn.is_some() { " " (tag(l, State::Revoked)) }
    };
    let body = html! {
        p.lead { (paper.title) }
        (withdrawn(v, paper))
        (acts(v, paper))
        (facts(&about(v, paper)))
        (file_of(v, paper))
        (relations::section(v, paper)?)
        @if may_change(v, paper) { (withdraw_form(v, paper, form, errors)) }
        (journal::history(v, RECORD, &paper.id)?)
    };
    let page = v.page(&title).heading(heading).back("/van-ban", l.t("papers-title"));
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

fn may_change(v: &Visit, paper: &Paper) -> bool {
    let open = paper.origin == Origin::Entered && paper.withdrawn.is_none();
    open && v.may(Act::RegisterPapers)
}

fn withdrawn(v: &Visit, paper: &Paper) -> Markup {
    let Some(gone) = &paper.withdrawn else { return html! {} };
    let place = [("day", date::show_date(gone.on).into()), ("reason", gone.why.as_str().into())];
    notice(Tone::Bad, &html! { (v.l.with("paper-withdrawn-why", &place)) })
}

fn acts(v: &Visit, paper: &Paper) -> Markup {
    let (l, base) = (v.l, address(&paper.id));
    let mut row = Vec::new();
    if paper.file.is_some() {
        row.push(button_link(&format!("{base}/tep"), l.t("paper-fetch")));
    }
    let is_pdf = |file: &files::Facts| file.media == "application/pdf";
    if paper.origin == Origin::Made || paper.file.as_ref().is_some_and(is_pdf) {
        row.push(button_link(&format!("{base}/chu-ky"), l.t("paper-signatures")));
    }
    if may_change(v, paper) {
        row.push(button_link(&format!("{base}/sua"), l.t("paper-correct")));
    }
    if v.may(Act::RegisterPapers) {
        row.push(button_link(&format!("{base}/quan-he"), l.t("paper-relate")));
    }
    html! { @if !row.is_empty() { (buttons(&row)) } }
}

fn about<'a>(v: &'a Visit, paper: &Paper) -> Vec<Fact<'a>> {
    let l = v.l;
    let line =
        |key, text: &str| Fact::new(key, html! { @if text.is_empty() { "–" } @else { (text) } });
    let signer = [paper.signer_post.as_str(), paper.signer_name.as_str()];
    let signer: Vec<_> = signer.into_iter().filter(|part| !part.is_empty()).collect();
    let mut list = vec![
        line(l.t("paper-number"), &number_of(v, paper)),
        line(l.t("paper-day"), &day_of(paper)),
        line(l.t("paper-issuer"), &paper.issuer),
        line(l.t("paper-direction"), &direction_of(v, paper)),
        line(l.t("paper-signer"), &signer.join(" – ")),
    ];
    if !paper.place.is_empty() {
        list.push(line(l.t("paper-place"), &paper.place));
    }
    if paper.readers == Readers::Council {
        list.push(line(l.t("paper-readers"), l.word("readers-", paper.readers.code())));
    }
    if !paper.bases.is_empty() {
        list.push(Fact::new(l.t("paper-bases"), bases(paper)));
    }
    if !paper.recipients.is_empty() {
        let names = html! { ul.plain { @for name in &paper.recipients { li { (name) } } } };
        list.push(Fact::new(l.t("paper-recipients"), names));
    }
    list
}

fn bases(paper: &Paper) -> Markup {
    html! {
        ul.plain {
            @for basis in &paper.bases {
                li {
                    (basis.kind) " " (basis.number)
                    @if let Some(day) = basis.issued_on { " " (date::show_date(day)) }
                    " – " (basis.issuer)
                }
            }
        }
    }
}

/// The file: its name, its size, and the SHA-256 by which anybody can compare a copy.
fn file_of(v: &Visit, paper: &Paper) -> Markup {
    let l = v.l;
    let Some(file) = &paper.file else { return html! {} };
    let size = l.with("paper-file-size", &[("bytes", l.number(file.bytes).into())]);
    html! {
        h2 { (l.t("paper-file")) }
        (facts(&[
            Fact::new(l.t("paper-file-name"), html! {
                a href={ (address(&paper.id)) "/tep" } { (file.name) } " " span.quiet { (size) }
            }),
            Fact::new(l.t("paper-file-sha256"), html! { code.long { (file.sha256) } }),
        ]))
    }
}

fn withdraw_form(v: &Visit, paper: &Paper, form: &Form, errors: Option<&Errors>) -> Markup {
    let l = v.l;
    let mut filled = form.clone();
    filled.set("version", paper.version.to_string());
    let fields = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("paper-withdraw-reason")).kind(Kind::Long).required(),
    ];
    let none = Errors::default();
    let errors = errors.unwrap_or(&none);
    let confirm = Confirm {
        act: l.t("paper-withdraw"),
        consequence: l.t("paper-withdraw-consequence"),
        action: &format!("{}/rut", address(&paper.id)),
        token: v.form_token(),
        grave: true,
    };
    html! {
        details.confirm open[!errors.is_empty()] {
            summary.button.second { (confirm.act) }
            (error_summary(l, errors, &fields))
            (confirm.open(html! { @for field in &fields { (field.draw(l, &filled, errors)) } }))
        }
    }
}

pub(super) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    match withdraw_paper(&v.app, v.person()?, id, version, form.text("reason")) {
        Ok(()) => go(&format!("{}?xong=paper-withdrawn", address(id))),
        Err(Refusal::Invalid(errors)) => {
            draw(v, &find(&v.app, v.person()?, id)?, form, Some(&errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The file of a paper, in the bytes in which it came.
pub(super) fn file(v: &Visit) -> Reply {
    let person = v.person()?;
    let paper = find(&v.app, person, v.param("ma"))?;
    let file = paper.file.ok_or(Refusal::NotFound).map_err(PageError::from)?;
    fetch(&file.media, &file.name, files::content(&v.app, &person.commune, &file.id)?)
}
