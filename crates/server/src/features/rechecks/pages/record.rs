//! One recheck: what was drawn and how, and what visits found.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{Recheck, Subject, find, is_as_drawn, subjects};
use super::address;
use crate::access::Act;
use crate::features::{names, standards, units};
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{Cells, Column, Fact, Table, Tone, button_link, buttons, facts, tag_of};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let recheck = find(&v.app, person, v.param("ma"))?;
    let subjects = subjects(&v.app, person, &recheck)?;
    let base = address(&recheck.id);
    let papers = [
        button_link(&format!("{base}/bien-ban.pdf"), l.t("recheck-pdf")),
        button_link(&format!("{base}/bien-ban.docx"), l.t("recheck-docx")),
    ];
    let body = html! {
        (known(v, &recheck)?)
        (buttons(&papers))
        (table(v, &recheck, &subjects)?)
        details {
            summary { (l.t("recheck-pool")) }
            p { (l.t("recheck-how")) }
            @if may_see_pool(v)? { pre { (recheck.pool) } }
        }
    };
    let title = l.with("recheck-of", &[("day", date::show_time(recheck.drawn_on).into())]);
    show(v.page(&title).back("/tieu-chi/kiem-tra-lai", l.t("recheck-title")), body)
}

/// The list says which villages have reported what: for who works for the whole commune.
fn may_see_pool(v: &Visit) -> Result<bool, PageError> {
    Ok(v.person()?.villages_for(Act::ReadStandards).is_none())
}

fn known(v: &Visit, recheck: &Recheck) -> Result<Markup, PageError> {
    let l = v.l;
    let people = names::of_accounts(&v.app, &v.person()?.commune)?;
    let who = people.get(&recheck.drawn_by).map_or("–", String::as_str);
    let set = v.app.catalog.standard(&recheck.standard);
    let counts = [
        ("units", recheck.units.into()),
        ("each", recheck.of_each.into()),
        ("pool", recheck.pool.lines().count().into()),
    ];
    let same = match is_as_drawn(recheck) {
        true => tag_of(Tone::Good, "✓", l.t("recheck-same")),
        false => tag_of(Tone::Bad, "✕", l.t("recheck-other")),
    };
    Ok(facts(&[
        Fact::new(
            l.t("standard-name"),
            html! {
                (set.map_or("–", |set| set.head().value.name.as_str())) ", "
                (standards::period_word(v, &recheck.period))
            },
        ),
        Fact::new(l.t("recheck-drawn-by"), html! { (who) }),
        Fact::new(l.t("recheck-wish"), html! { (l.with("recheck-counts", &counts)) }),
        Fact::new(l.t("recheck-seed"), html! { code { (recheck.seed) } }),
        Fact::new(l.t("recheck-again"), same),
    ]))
}

fn table(v: &Visit, recheck: &Recheck, subjects: &[Subject<'_>]) -> Result<Markup, PageError> {
    let l = v.l;
    let villages = units::children(&v.app, &v.person()?.commune)?;
    let name = |code: &str| {
        let known = villages.iter().find(|village| village.code == code);
        known.map_or_else(|| code.to_owned(), |village| village.name.clone())
    };
    let may = v.may(Act::JudgeValues);
    let columns = [
        Column::new(l.t("recheck-number")),
        Column::new(l.t("standing-village")),
        Column::new(l.t("indicator-name")),
        Column::new(l.t("recheck-figure")),
        Column::new(l.t("recheck-result")),
        Column::new(l.t("column-state")),
    ];
    let rows = subjects.iter().map(|one| {
        let line = one.line;
        let number = line.number.to_string();
        let href = format!("{}/{number}", address(&recheck.id));
        let number = match may {
            true => Cells::new().link(&href, &l.with("recheck-line", &[("number", number.into())])),
            false => Cells::new().text(&number),
        };
        number
            .text(&name(&line.unit))
            .link(&standards::address(&one.value), &indicator(v, recheck, &line.indicator))
            .text(&line.figure)
            .markup(result(v, one))
            .markup(standards::stage(v, one.value.review.stage()))
    });
    Ok(Table::new(l.t("recheck-lines"), &columns, rows.collect()).draw(l))
}

pub(super) fn indicator(v: &Visit, recheck: &Recheck, code: &str) -> String {
    let line = v.app.catalog.standard(&recheck.standard).and_then(|set| set.line(code));
    line.map_or_else(|| code.to_owned(), |line| format!("{}. {}", line.code, line.name))
}

fn result(v: &Visit, one: &Subject<'_>) -> Markup {
    let Some(last) = one.line.results.last() else {
        return html! { span.quiet { (v.l.t("recheck-not-yet")) } };
    };
    html! {
        div {
            @match last.agrees {
                true => (tag_of(Tone::Good, "✓", v.l.t("recheck-agrees"))),
                false => (tag_of(Tone::Warning, "✕", v.l.t("recheck-differs"))),
            }
            " " (date::show_date(last.visited_on))
            @if !last.words.is_empty() { br; (last.words) }
            @if let Some((id, name)) = &last.file {
                br; a href={ "/tieu-chi/kiem-tra-lai/tep/" (id) } { (name) }
            }
            @if one.may_send_back { br; span.quiet { (v.l.t("recheck-waits")) } }
        }
    }
}
