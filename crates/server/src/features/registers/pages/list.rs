//! The register: searched, filtered, fetched as a spreadsheet.

use chungsuc_domain::{SubjectKind, UnitKind};
use chungsuc_press::{Sheet, sheet as print_sheet};
use maud::{Markup, html};

use super::super::{Line, Wanted, all, list, years};
use super::{BRING, REGISTER, day, issuer, levels, paper_of, record_of, revoked, revoked_words};
use crate::access::Act;
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, Tone, button_link, buttons, empty, filter, tag_of,
};
use crate::web::{Errors, PageError, Paging, csv_reply};

/// What a spreadsheet calls itself.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let (lines, count) = list(&v.app, v.person()?, &wanted(v), &paging)?;
    let heads = [
        l.t("register-name"),
        l.t("register-award"),
        l.t("register-number"),
        l.t("register-day"),
        l.t("register-issuer"),
        l.t("register-achievement"),
    ];
    if paging.wants_csv() {
        let heads = heads.into_iter().chain([l.t("column-state")]).collect::<Vec<_>>();
        return Ok(csv_reply("so-khen-thuong", &heads, lines.iter().map(|line| cells(v, line))));
    }
    let columns = heads.map(Column::new);
    let rows = lines.iter().map(|line| row(v, line)).collect();
    let nothing = empty(l.t("register-none"), l.t("register-none-hint"), None);
    let table = Table::new(l.t("way-registers"), &columns, rows).nothing(nothing);
    let body = html! {
        p.lead { (l.t("register-lead")) }
        @if v.may(Act::KeepHonours) {
            (buttons(&[
                button_link(&format!("{REGISTER}/ghi"), l.t("register-write")),
                button_link(BRING, l.t("register-bring")),
            ]))
        }
        (filter(l, &paging, filters(v)?))
        (table.paged(&paging, count).draw(l))
        @if !lines.is_empty() {
            p { a href={ (REGISTER) "/so.xlsx?" (v.query.encode()) } { (l.t("register-fetch")) } }
        }
    };
    show(v.page(l.t("way-registers")), body)
}

fn cells(v: &Visit, line: &Line) -> [String; 7] {
    let (name, award, number) = (line.name.clone(), line.award_name.clone(), line.number.clone());
    let state = revoked_words(v, line).unwrap_or_default();
    [name, award, number, day(line), issuer(v, line), line.achievement.clone(), state]
}

fn row(v: &Visit, line: &Line) -> Cells {
    let l = v.l;
    let name = html! {
        @match record_of(line) {
            Some(href) => a href=(href) { (line.name) },
            None => (line.name),
        }
        " " span.quiet { "(" (l.word("subject-kind-", line.kind.code())) ")" }
        @if line.subject.is_none() {
            " " (tag_of(Tone::Plain, "?", l.t("register-not-linked")))
        }
    };
    let number = match line.number.as_str() {
        "" => l.t("register-no-number"),
        number => number,
    };
    Cells::new()
        .markup(name)
        .markup(html! { (line.award_name) (revoked(v, line)) })
        .link(&paper_of(line), number)
        .text(&day(line))
        .text(&issuer(v, line))
        .text(&line.achievement)
}

fn wanted(v: &Visit) -> Wanted {
    let filled = |name| v.query.filled(name).map(str::to_owned);
    Wanted {
        words: v.query.text("ten").to_owned(),
        award: filled("hinh-thuc"),
        year: v.query.text("nam").parse().ok(),
        kind: SubjectKind::from_code(v.query.text("loai")),
        village: filled("lang-o"),
        subject: None,
        level: UnitKind::from_code(v.query.text("cap")),
    }
}

fn filters(v: &Visit) -> Result<Markup, PageError> {
    let (l, none) = (v.l, Errors::default());
    let questions = [
        Field::new("ten", l.t("register-name")),
        Field::new("hinh-thuc", l.t("register-award")).kind(Kind::Select(awards(v))),
        Field::new("nam", l.t("register-year")).kind(Kind::Select(
            years(&v.app, v.person()?)?
                .into_iter()
                .map(|year| Choice::new(year.to_string(), year.to_string()))
                .collect(),
        )),
        Field::new("loai", l.t("register-kind")).kind(Kind::Select(kinds(v))),
        Field::new("cap", l.t("register-level")).kind(Kind::Select(levels(v))),
        Field::new("lang-o", l.t("register-village")).kind(Kind::Select(villages(v)?)),
    ];
    Ok(html! { @for question in &questions { (question.draw(l, &v.query, &none)) } })
}

/// Every award of the catalog.
pub(super) fn awards(v: &Visit) -> Vec<Choice> {
    let all = v.app.catalog.awards();
    all.map(|award| Choice::new(&award.form.code, &award.form.name)).collect()
}

/// Every kind of subject.
pub(super) fn kinds(v: &Visit) -> Vec<Choice> {
    let all = SubjectKind::ALL.iter();
    all.map(|kind| Choice::new(kind.code(), v.l.word("subject-kind-", kind.code()))).collect()
}

/// Every village of the commune, also those that ended.
fn villages(v: &Visit) -> Result<Vec<Choice>, PageError> {
    let all = units::children(&v.app, &v.person()?.commune).map_err(Refusal::from)?;
    Ok(all.into_iter().map(|unit| Choice::new(unit.code, unit.name)).collect())
}

pub(super) fn sheet(v: &Visit) -> Reply {
    let l = v.l;
    let lines = all(&v.app, v.person()?, &wanted(v))?;
    let heads = [
        ("kind", "register-kind"),
        ("award", "register-award"),
        ("number", "register-number"),
        ("day", "register-day"),
        ("issuer", "register-issuer"),
        ("achievement", "register-achievement"),
        ("state", "column-state"),
    ];
    let row = |line: &Line| {
        let kind = l.word("subject-kind-", line.kind.code()).to_owned();
        let (award, number) = (line.award_name.clone(), line.number.clone());
        let state = revoked_words(v, line).unwrap_or_default();
        let rest = [day(line), issuer(v, line), line.achievement.clone(), state];
        let cells = [kind, award, number].into_iter().chain(rest).collect();
        (line.id.clone(), line.name.clone(), cells)
    };
    let printed = print_sheet(&Sheet {
        name: l.t("way-registers").to_owned(),
        code: "chungsuc/so-khen-thuong".to_owned(),
        corner: l.t("register-name").to_owned(),
        made_on: v.app.today(),
        columns: heads.map(|(code, key)| (code.to_owned(), l.t(key).to_owned())).to_vec(),
        rows: lines.iter().map(row).collect(),
    });
    fetch(XLSX, "so-khen-thuong.xlsx", printed.map_err(Refusal::from)?)
}
