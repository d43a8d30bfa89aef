//! The list of nominations.

use chungsuc_domain::date;
use chungsuc_domain::eligibility::{Share, Shares};
use maud::{Markup, html};

use super::super::{Nomination, State, due, list as all, outlook};
use super::state_tag;
use crate::access::Act;
use crate::features::movements;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Fact, Field, Kind, Table, button_link, facts, filter};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let found = all(&v.app, v.person()?, State::from_code(v.query.text("trang-thai")))?;
    let heads = [
        l.t("nomination-who"),
        l.t("nomination-award"),
        l.t("nomination-by"),
        l.t("nomination-day"),
        l.t("column-state"),
    ];
    if paging.wants_csv() {
        let rows = found.iter().map(|one| {
            let [who, award, by, day] = cells(v, one);
            [who, award, by, day, l.word("nomination-state-", one.state.code()).to_owned()]
        });
        return Ok(csv_reply("de-nghi-khen-thuong", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = found.iter().map(|one| {
        let [who, award, by, day] = cells(v, one);
        let row = Cells::new().link(&format!("/khen-thuong/{}", one.id), &who);
        row.text(&award).text(&by).text(&day).markup(state_tag(v, one.state))
    });
    let states = State::ALL.iter();
    let states =
        states.map(|state| Choice::new(state.code(), l.word("nomination-state-", state.code())));
    let filters = Field::new("trang-thai", l.t("column-state"))
        .kind(Kind::Select(states.collect()))
        .draw(l, &v.query, &Errors::default());
    let body = html! {
        (until(v)?)
        @if v.may(Act::Nominate) {
            p { (button_link("/khen-thuong/de-nghi", l.t("nomination-new"))) }
        }
        p { a href="/khen-thuong/dot" { (l.t("rounds-title")) } ": " (l.t("rounds-hint")) }
        (filter(l, &paging, filters))
        (Table::new(l.t("way-nominations"), &columns, rows.collect()).draw(l))
        p { a href=(paging.csv_link()) download { (l.t("table-export")) } }
        (whole(v)?)
    };
    show(v.page(l.t("way-nominations")), body)
}

/// Until when nominations are taken, and the way to announce it.
fn until(v: &Visit) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let Some(movement) = movements::current(&v.app, person)? else { return Ok(html! {}) };
    let known = due(&v.app, person, &movement.id, v.app.today().year())?;
    Ok(html! {
        p {
            @match &known {
                Some(known) => {
                    (l.with("nomination-due-known", &[
                        ("day", date::show_date(known.due).into()),
                        ("paper", known.said_in.as_str().into()),
                    ]))
                }
                None => (l.t("nomination-due-none")),
            }
            @if v.may(Act::KeepCouncil) {
                " " a href="/khen-thuong/han" { (l.t("nomination-due-title")) }
            }
        }
    })
}

/// The figures of the year's nominations as a whole, for who reads them all.
fn whole(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let person = v.person()?;
    if person.must_in_commune(Act::ReadNominations).is_err() {
        return Ok(html! {});
    }
    let found = outlook(&v.app, person, v.app.today().year())?;
    let share = |share: Share, of: u32| match share.percent() {
        None => l.t("outlook-unknown").to_owned(),
        Some(percent) => {
            let part = ("part", of.into());
            let known = ("known", share.known.into());
            l.with("outlook-share", &[part, known, ("percent", percent.to_string().into())])
        }
    };
    let Shares { leads, women, minority } = found.shares;
    let direct = Share { part: leads.known - leads.part, ..leads };
    let awards = found.by_award.iter().map(|(code, count)| {
        let award = v.app.catalog.award(code).map_or(code.as_str(), |award| &award.form.name);
        format!("{award}: {count}")
    });
    let list = [
        Fact::new(l.t("outlook-direct"), html! { (share(direct, direct.part)) }),
        Fact::new(l.t("outlook-leads"), html! { (share(leads, leads.part)) }),
        Fact::new(l.t("outlook-women"), html! { (share(women, women.part)) }),
        Fact::new(l.t("outlook-minority"), html! { (share(minority, minority.part)) }),
        Fact::new(l.t("outlook-awards"), html! { (awards.collect::<Vec<_>>().join("; ")) }),
    ];
    let year = [("year", found.year.to_string().into())];
    Ok(html! {
        @if !found.by_award.is_empty() {
            h2 { (l.with("outlook-title", &year)) }
            p.quiet { (l.t("outlook-about")) }
            (facts(&list))
        }
    })
}

/// Who, which award, by whom and when, as they are shown.
fn cells(v: &Visit, one: &Nomination) -> [String; 4] {
    let award = v.app.catalog.award(&one.award).map(|award| award.form.name.clone());
    let day = date::show_date(one.proposed_on);
    [one.contestant.name.clone(), award.unwrap_or_default(), one.proposed_by.clone(), day]
}
