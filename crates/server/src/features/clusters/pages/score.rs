//! Giving points: one sheet, from one to one.

use chungsuc_domain::Decimal;
use maud::{Markup, html};

use super::super::score::may_score;
use super::super::{Cluster, SETTLED, Score, Table, score as give, table};
use super::record::content;
use super::{address, asked, points, title};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, draft, error_summary};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// Who gives whom, as the address says.
struct Sheet {
    cluster: Cluster,
    table: Table,
    scorer: usize,
    member: usize,
}

fn sheet(v: &Visit) -> Result<Sheet, PageError> {
    let cluster = asked(v)?;
    let table = table(&v.app, v.person()?, &cluster)?;
    let number = |name| v.param(name).parse::<usize>().map_err(|_| Refusal::NotFound);
    let (scorer, member) = (number("ai")?, number("thanh_vien")?);
    let member = member.checked_sub(1).filter(|at| *at < cluster.members.len());
    let member = member.ok_or(Refusal::NotFound)?;
    if scorer > cluster.members.len() {
        return Err(Refusal::NotFound.into());
    }
    may_score(v.person()?, &cluster, scorer, member)?;
    Ok(Sheet { cluster, table, scorer, member })
}

pub(super) fn page(v: &Visit) -> Reply {
    let sheet = sheet(v)?;
    let mut form = Form::from_pairs([("version", "0")]);
    if let Some(given) = sheet.table.given(sheet.scorer, sheet.member) {
        form.set("version", given.version.to_string());
        form.set("note", &given.note);
        for (at, points) in given.points.iter().enumerate() {
            let text = points.map(|points| points.to_string()).unwrap_or_default();
            form.set(format!("points-{}", at + 1), text);
        }
    }
    draw(v, &sheet, &form, &Errors::default(), false)
}

fn draw(v: &Visit, sheet: &Sheet, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let settles = sheet.scorer == SETTLED;
    let note = if settles { "cluster-settle-reason" } else { "cluster-note" };
    let mut note = Field::new("note", l.t(note)).kind(Kind::Long);
    if settles {
        note = note.required();
    }
    let version = Field::new("version", "").kind(Kind::Hidden);
    let name = &sheet.cluster.members[sheet.member].name;
    let lead = match sheet.scorer {
        SETTLED => l.t("cluster-settle-lead").to_owned(),
        own if own == sheet.member + 1 => l.t("cluster-own-lead").to_owned(),
        other => {
            let by = sheet.cluster.members[other - 1].name.clone();
            l.with("cluster-others-lead", &[("by", by.into()), ("name", name.clone().into())])
        }
    };
    let body = html! {
        p { (lead) }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (error_summary(l, errors, &[]))
            (version.draw(l, form, errors))
            (cells(v, sheet, form, errors))
            (note.draw(l, form, errors))
            (buttons(&[button(l.t("cluster-save"))]))
        }
    };
    let title = format!("{name} – {}", title(v, &sheet.cluster));
    let back = address(&sheet.cluster.id);
    let page = v.page(&title).back(&back, l.t("cluster-back"));
    if again { show_again(page, body) } else { show(page, body) }
}

/// One row a content: what it gave itself and the others gave it beside, where that has been done.
fn cells(v: &Visit, sheet: &Sheet, form: &Form, errors: &Errors) -> Markup {
    let (l, scores) = (v.l, &sheet.table.scores[sheet.member]);
    let own = sheet.scorer == sheet.member + 1;
    html! {
        div.listing { div.table { table {
            caption { (l.t("cluster-by-content")) }
            thead { tr {
                th scope="col" { (l.t("cluster-content")) }
                th scope="col" { (l.t("cluster-most")) }
                @if !own { th scope="col" { (l.t("cluster-own")) } }
                @if sheet.scorer == SETTLED { th scope="col" { (l.t("cluster-others")) } }
                th scope="col" { (l.t("cluster-points")) }
            } }
            tbody {
                @for (at, one) in sheet.cluster.sheet.iter().enumerate() {
                    @let words = content(v, one.sort, &one.text);
                    tr {
                        th scope="row" { (at + 1) ". " (words) }
                        td data-label=(l.t("cluster-most")) { (one.most()) }
                        @if !own {
                            td data-label=(l.t("cluster-own")) {
                                (points(scores.own.get(at).copied().flatten()))
                            }
                        }
                        @if sheet.scorer == SETTLED {
                            td data-label=(l.t("cluster-others")) {
                                (points(scores.mean(at)))
                                @if scores.apart(at).is_some_and(|far| far > sheet.cluster.gap) {
                                    " ▲"
                                }
                            }
                        }
                        td data-label=(l.t("cluster-points")) { (cell(v, at, &words, form, errors)) }
                    }
                }
            }
        } } }
    }
}

fn cell(v: &Visit, at: usize, words: &str, form: &Form, errors: &Errors) -> Markup {
    let field = format!("points-{}", at + 1);
    let error = errors.of(&field).map(|message| message.say(v.l));
    let about = error.is_some().then(|| format!("{field}-error"));
    html! {
        input.short id=(field) name=(field) type="text" inputmode="decimal" value=(form.raw(&field))
            aria-label={ (words) ": " (v.l.t("cluster-points")) } aria-describedby=[about.as_ref()]
            aria-invalid=[error.is_some().then_some("true")];
        @if let Some(error) = error { p.error id=[about] { (error) } }
    }
}

pub(super) fn save(v: &Visit, form: &Form) -> Reply {
    let (sheet, person) = (sheet(v)?, v.person()?);
    let done = read(&sheet, form)
        .map_err(Refusal::Invalid)
        .and_then(|new| give(&v.app, person, &sheet.cluster.id, &new));
    match done {
        Ok(()) => go(&format!("{}?xong=cluster-saved", address(&sheet.cluster.id))),
        Err(Refusal::Invalid(errors)) => draw(v, &sheet, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(sheet: &Sheet, form: &Form) -> Result<Score, Errors> {
    let mut errors = Errors::default();
    let mut read = |at: usize| {
        let field = format!("points-{}", at + 1);
        let text = form.filled(&field)?;
        let points = Decimal::parse(text).ok();
        if points.is_none() {
            errors.add(field, Message::new("cluster-no-points"));
        }
        points
    };
    let points = (0..sheet.cluster.sheet.len()).map(&mut read).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Score {
        scorer: sheet.scorer,
        member: sheet.member,
        points,
        note: form.text("note").to_owned(),
        version: form.text("version").parse().unwrap_or_default(),
    })
}
