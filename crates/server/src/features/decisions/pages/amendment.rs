//! One correction or revocation: what it says of each line, what follows, and its files.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::amendments::{
    self, Amendment, Kind as Sort, RECORD, docx_of, issue as issue_it, law, pdf_of,
};
use super::super::{Awarded, Decision, OnPaper, Printed, State, coming_number, find};
use super::recovery::recoveries;
use super::{DOCX, PDF, issue, state_of};
use crate::access::Act;
use crate::features::law::ground;
use crate::features::{journal, signing};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, go, show, show_again};
use crate::web::ui::{
    self, Cells, Column, Confirm, Fact, Field, Kind, Page, Table, Tone, button_link, buttons,
    facts, fields, notice, tag, tag_of,
};
use crate::web::{Errors, Form, PageError};

/// Of the address.
pub(super) fn asked(v: &Visit) -> Result<Amendment, PageError> {
    Ok(amendments::find(&v.app, v.person()?, v.param("ma"))?)
}

pub(super) fn address(id: &str) -> String {
    format!("/dieu-chinh/{id}")
}

/// “Quyết định thu hồi 15/QĐ-UBND”; of a draft, “Dự thảo quyết định thu hồi”.
pub(super) fn title(v: &Visit, found: &Amendment) -> String {
    match found.full_number() {
        Some(number) => {
            v.l.explain("amendment-title-", found.kind.code(), &[("number", number.into())])
        }
        None => v.l.word("amendment-draft-title-", found.kind.code()).to_owned(),
    }
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, found) = (v.l, asked(v)?);
    let decision = find(&v.app, v.person()?, &found.decision)?;
    let title = title(v, &found);
    let heading = html! { (title) " " (tag(l, state_of(found.state))) };
    let body = html! {
        @if let Some(reason) = &found.discarded_because {
            @let said = [("reason", reason.as_str().into())];
            (notice(Tone::Warning, &html! { (l.with("decision-discarded-because", &said)) }))
        }
        (acts(v, &found))
        (about(v, &found, &decision))
        (lines(v, &found, &decision))
        (recoveries(v, &found, &decision)?)
        @if let Some(paper) = &found.paper {
            (signing::section(v, paper, &format!("{}/tep-de-ky", address(&found.id)))?)
        }
        (journal::history(v, RECORD, &found.id)?)
    };
    let back = super::address(&decision.id);
    let number = decision.full_number().unwrap_or_default();
    show(v.page(&title).heading(heading).back(&back, &number), body)
}

fn acts(v: &Visit, found: &Amendment) -> Markup {
    let (l, base) = (v.l, address(&found.id));
    let draft = found.state == State::Draft;
    let mut row = Vec::new();
    if found.state == State::Discarded {
        return html! {};
    }
    if draft && v.may(Act::IssueDecisions) {
        row.push(button_link(&format!("{base}/ban-hanh"), l.t("decision-issue")));
    }
    if draft && v.may(Act::DraftDecisions) {
        row.push(button_link(&format!("{base}/sua"), l.t("decision-correct")));
        row.push(button_link(&format!("{base}/huy"), l.t("decision-discard")));
    }
    row.push(button_link(&format!("{base}/quyet-dinh.docx"), l.t("decision-docx")));
    row.push(button_link(&format!("{base}/quyet-dinh.pdf"), l.t("amendment-pdf")));
    buttons(&row)
}

fn about(v: &Visit, found: &Amendment, decision: &Decision) -> Markup {
    let l = v.l;
    let mut list = Vec::new();
    if let Some((number, paper)) = found.full_number().zip(found.paper.as_ref()) {
        let link = html! { a href={ "/van-ban/" (paper) } { (number) } };
        list.push(Fact::new(l.t("decision-number"), link));
    }
    if let Some(day) = found.issued_on {
        list.push(Fact::new(l.t("decision-day"), html! { (show_date(day)) }));
        let signer = html! { (found.signer_post) " – " (found.signer_name) };
        list.push(Fact::new(l.t("decision-signer"), signer));
    }
    let number = decision.full_number().unwrap_or_default();
    let link = html! { a href=(super::address(&decision.id)) { (number) } };
    list.push(Fact::new(l.t("amendment-of"), link));
    if let Some(words) = grounds(v, found) {
        list.push(Fact::new(l.t("amendment-ground"), words));
    }
    let facts_label = l.word("amendment-facts-", found.kind.code());
    list.push(Fact::new(facts_label, html! { (found.words.facts) }));
    if !found.words.bases.is_empty() {
        let lines = html! { ul.plain { @for line in found.words.bases.lines() { li { (line) } } } };
        list.push(Fact::new(l.t("amendment-bases"), lines));
    }
    facts(&list)
}

/// The ground in the words of the law of its day, with the clause and the mark of doubt.
fn grounds(v: &Visit, found: &Amendment) -> Option<Markup> {
    let day = found.issued_on.unwrap_or_else(|| v.app.today());
    let code = found.words.ground.as_deref()?;
    let law = law(&v.app, day)?;
    let words = law.value.ground(code)?;
    Some(html! {
        (words.text) " " (ground(&law.rule(day)))
        @if !law.standing(day).is_settled() { " " (tag(v.l, ui::State::Unchecked)) }
    })
}

/// Of a correction what each line said and says; of a revocation who loses what.
fn lines(v: &Visit, found: &Amendment, decision: &Decision) -> Markup {
    let l = v.l;
    let old = |seq| decision.awarded.iter().find(move |line| line.seq == seq);
    let lines = found.lines.iter().filter_map(|line| Some((line, old(line.seq)?)));
    let (columns, rows): (Vec<Column<'_>>, Vec<Cells>) = match found.kind {
        Sort::Correction => {
            let columns = vec![
                Column::new(l.t("decision-entry")).numeric(),
                Column::new(l.t("amendment-said")),
                Column::new(l.t("amendment-says")),
                Column::new(l.t("column-act")),
            ];
            (columns, lines.map(|(line, old)| corrected(v, found, line, old)).collect())
        }
        Sort::Revocation => {
            let columns = vec![
                Column::new(l.t("decision-recipient")),
                Column::new(l.t("decision-entry")).numeric(),
                Column::new(l.t("decision-award")),
                Column::new(l.t("decision-reward-dong")).numeric(),
            ];
            (columns, lines.map(|(_, old)| revoked(v, old)).collect())
        }
    };
    let caption = l.word("amendment-list-", found.kind.code());
    Table::new(caption, &columns, rows).draw(l)
}

fn corrected(v: &Visit, found: &Amendment, line: &amendments::Line, old: &Awarded) -> Cells {
    let (l, words) = (v.l, line.words.as_ref());
    let changed = words != Some(&old.on_paper);
    let door = match found.state {
        State::Draft if v.may(Act::DraftDecisions) => {
            let href = format!("{}/dong/{}", address(&found.id), line.seq);
            Some((href, l.t("amendment-reword")))
        }
        State::Issued => {
            let href = format!("{}/giay-khen/{}.pdf", super::address(&found.decision), line.seq);
            Some((href, l.t("decision-certificate")))
        }
        _ => None,
    };
    Cells::new()
        .text(&format!("{:02}", line.seq))
        .markup(on_paper(&old.on_paper))
        .markup(html! {
            @if let Some(words) = words.filter(|_| changed) { (on_paper(words)) }
            @else { (tag_of(Tone::Warning, "✎", l.t("amendment-unchanged"))) }
        })
        .markup(html! {
            @if let Some((href, act)) = &door {
                a href=(href) { (act) span.hidden { ": " (old.on_paper.recipient) } }
            }
        })
}

fn on_paper(words: &OnPaper) -> Markup {
    html! {
        div {
            (words.recipient)
            @if !words.address.is_empty() { br; span.quiet { (words.address) } }
            br; span.quiet { (words.achievement) }
        }
    }
}

fn revoked(v: &Visit, old: &Awarded) -> Cells {
    let reward = old.reward.map(|reward| reward.to_string());
    Cells::new()
        .text(&old.words().recipient)
        .text(&format!("{:02}", old.seq))
        .text(&old.gift(&v.app.catalog))
        .text(reward.as_deref().unwrap_or(v.l.t("decision-reward-unknown")))
}

pub(super) fn issue_page(v: &Visit) -> Reply {
    let found = asked(v)?;
    found.must_be_draft()?;
    let form = Form::from_pairs([
        ("version", found.version.to_string()),
        ("issued_on", show_date(v.app.today())),
    ]);
    let body = confirm(v, &found, &form, &Errors::default())?;
    show(page(v), body)
}

pub(super) fn issued(v: &Visit, sent: &Form) -> Reply {
    let (by, found) = (v.person()?, asked(v)?);
    let done = issue::read(v, sent)
        .map_err(Refusal::from)
        .and_then(|how| issue_it(&v.app, by, &found.id, &how));
    match done {
        Ok(_) => go(&format!("{}?xong=amendment-issued", address(&found.id))),
        Err(Refusal::Invalid(errors)) => show_again(page(v), confirm(v, &found, sent, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visit) -> Page<'_> {
    v.page(v.l.t("decision-issue-title"))
}

fn confirm(
    v: &Visit,
    found: &Amendment,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let decision = find(&v.app, v.person()?, &found.decision)?;
    let next = coming_number(&v.app, v.person()?, v.app.today())?;
    let number_help = l.with("decision-number-help", &[("next", next.into())]);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("issued_on", l.t("decision-day")).kind(Kind::Date).required(),
        Field::new("number", l.t("decision-number-field")).kind(Kind::Number).help(&number_help),
    ];
    let act = Confirm {
        act: l.t("decision-issue"),
        consequence: l.word("amendment-consequence-", found.kind.code()),
        action: &format!("{}/ban-hanh", address(&found.id)),
        token: v.form_token(),
        grave: found.kind == Sort::Revocation,
    };
    Ok(html! {
        p.lead { a href=(address(&found.id)) { (title(v, found)) } }
        (about(v, found, &decision))
        (lines(v, found, &decision))
        p { a href={ (address(&found.id)) "/quyet-dinh.docx" } { (l.t("decision-docx")) } }
        (issue::will_sign(v)?)
        (act.open(fields(l, form, errors, &questions)))
    })
}

pub(super) fn fetch_docx(v: &Visit) -> Reply {
    let Printed { name, bytes } = docx_of(&v.app, v.person()?, v.param("ma"))?;
    fetch(DOCX, &format!("{name}.docx"), bytes)
}

pub(super) fn fetch_pdf(v: &Visit) -> Reply {
    let Printed { name, bytes } = pdf_of(&v.app, v.person()?, v.param("ma"))?;
    fetch(PDF, &format!("{name}.pdf"), bytes)
}

pub(super) fn prepare(v: &Visit, _: &Form) -> Reply {
    let paper = amendments::prepare_to_sign(&v.app, v.person()?, v.param("ma"))?;
    go(&format!("/van-ban/{paper}/chu-ky?xong=paper-ready"))
}
