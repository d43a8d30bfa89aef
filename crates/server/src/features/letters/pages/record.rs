//! One letter: what it says, how far it is, its files.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Letter, RECORD, State};
use super::words::words;
use super::{address, asked, form_of, opens, state_of, way_to};
use crate::access::Act;
use crate::features::{journal, signing};
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{
    Fact, Step, StepState, Tone, button_link, buttons, facts, notice, steps, tag,
};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, letter) = (v.l, asked(v)?);
    let number = letter.full_number().unwrap_or_default();
    let title = format!("{} {number}", l.word("letter-sort-", letter.sort.code));
    let title = title.trim_end();
    let heading = html! { (title) " " (tag(l, state_of(letter.state))) };
    let body = html! {
        p.lead { (letter.title) }
        (way(v, &letter))
        @if let Some(reason) = &letter.reason {
            @let key = match letter.state {
                State::Withdrawn => "letter-withdrawn-because",
                _ => "letter-discarded-because",
            };
            (notice(Tone::Warning, &html! { (l.t(key)) " " (reason) }))
        }
        (acts(v, &letter)?)
        (about(v, &letter))
        @if letter.state != State::Discarded { (words(v, &letter)?) }
        @if let Some(paper) = letter.paper.as_ref().filter(|_| letter.state == State::Issued) {
            (signing::section(v, paper, &format!("{}/tep-de-ky", address(&letter.id)))?)
        }
        (journal::history(v, RECORD, &letter.id)?)
    };
    show(v.page(title).heading(heading).back("/soan-thao", l.t("letters-title")), body)
}

fn way(v: &Visit, letter: &Letter) -> Markup {
    let l = v.l;
    let day = letter.issued_on.map(show_date).unwrap_or_default();
    let whole = if letter.takes_a_number() { "state-issued" } else { "state-finished" };
    let (drafted, end, last) = match letter.state {
        State::Draft => (StepState::Current, whole, StepState::Ahead),
        State::Issued | State::Finished | State::Withdrawn => {
            (StepState::Done, whole, StepState::Done)
        }
        State::Discarded => (StepState::Done, "state-discarded", StepState::Done),
    };
    steps(
        l,
        &[
            Step { label: l.t("letter-step-draft"), state: drafted, note: "" },
            Step { label: l.t(end), state: last, note: &day },
        ],
    )
}

fn acts(v: &Visit, letter: &Letter) -> Result<Markup, PageError> {
    let (l, base, person) = (v.l, address(&letter.id), v.person()?);
    let writes = letter.must_be_written_by(person).is_ok();
    let mut row = Vec::new();
    let draft = letter.state == State::Draft;
    if draft && letter.takes_a_number() && v.may(Act::IssueLetters) {
        row.push(button_link(&format!("{base}/ban-hanh"), l.t("letter-issue")));
    }
    if draft && writes && !letter.takes_a_number() {
        row.push(button_link(&format!("{base}/hoan-tat"), l.t("letter-finish")));
    }
    if draft && writes {
        row.push(button_link(&format!("{base}/sua"), l.t("letter-correct")));
        row.push(button_link(&format!("{base}/huy"), l.t("letter-discard")));
    }
    if letter.state != State::Discarded {
        row.push(button_link(&format!("{base}/van-ban.docx"), l.t("letter-docx")));
        row.push(button_link(&format!("{base}/van-ban.pdf"), l.t("letter-pdf")));
    }
    let out = matches!(letter.state, State::Issued | State::Finished);
    if out && letter.must_be_withdrawn_by(person).is_ok() {
        row.push(button_link(&format!("{base}/thu-hoi"), l.t("letter-withdraw")));
    }
    Ok(html! { @if !row.is_empty() { (buttons(&row)) } })
}

fn about(v: &Visit, letter: &Letter) -> Markup {
    let l = v.l;
    let (href, word) = way_to(v, &letter.subject);
    let subject = html! {
        @if opens(v, &letter.subject) { a href=(href) { (word) } } @else { (word) }
    };
    let mut list = vec![Fact::new(l.t("letter-subject"), subject)];
    if let Some((number, paper)) = letter.full_number().zip(letter.paper.as_ref()) {
        let link = html! { a href={ "/van-ban/" (paper) } { (number) } };
        list.push(Fact::new(l.t("letter-number"), link));
    }
    if let Some(day) = letter.issued_on {
        let word = if letter.takes_a_number() { "letter-day" } else { "letter-day-written" };
        list.push(Fact::new(l.t(word), html! { (show_date(day)) }));
    }
    let day = letter.issued_on.unwrap_or_else(|| v.app.today());
    if let Some(form) = form_of(v, letter.sort.code, day) {
        list.push(Fact::new(l.t("letter-form"), form));
    }
    let post = letter.typed.signer_post.lines().collect::<Vec<_>>().join(" / ");
    let name = &letter.typed.signer_name;
    let signer = html! {
        (post) " – " @if name.is_empty() { (l.t("letter-signer-open")) } @else { (name) }
    };
    list.push(Fact::new(l.t("letter-signer"), signer));
    facts(&list)
}
