//! The list of decisions, under the sittings that wait for one.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::list::{ORDERS, years};
use super::super::todos::undecided;
use super::super::{Line, State, Wanted, list};
use super::{address, state_of};
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button_link, empty, filter};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &ORDERS);
    let wanted = Wanted {
        year: v.query.text("nam").parse().ok(),
        state: State::from_code(v.query.text("trang-thai")),
    };
    let (lines, count) = list(&v.app, v.person()?, wanted, &paging)?;
    let heads = [
        l.t("decision-number"),
        l.t("decision-day"),
        l.t("decision-abstract"),
        l.t("decision-awarded-count"),
        l.t("decision-reward-dong"),
        l.t("column-state"),
    ];
    if paging.wants_csv() {
        let heads = [heads.as_slice(), &[l.t("decision-unknown-count")]].concat();
        let rows = lines.iter().map(|line| sheet_row(v, line));
        return Ok(csv_reply("quyet-dinh-khen-thuong", &heads, rows));
    }
    let columns = [
        Column::new(heads[0]),
        Column::new(heads[1]).sorted_by("ngay"),
        Column::new(heads[2]),
        Column::new(heads[3]).sorted_by("so-nguoi").numeric(),
        Column::new(heads[4]).numeric(),
        Column::new(heads[5]),
    ];
    let rows = lines.iter().map(|line| {
        let [number, day, abstract_, awarded, reward] = cells(v, line);
        Cells::new()
            .link(&address(&line.id), &number)
            .text(&day)
            .text(&abstract_)
            .text(&awarded)
            .text(&reward)
            .tag(l, state_of(line.state))
    });
    let nothing = empty(l.t("decisions-none"), l.t("decisions-none-hint"), None);
    let table = Table::new(l.t("decisions-title"), &columns, rows.collect());
    let body = html! {
        (waiting(v)?)
        @if v.may(Act::KeepSigners) {
            p { a href="/nguoi-ky" { (l.t("signers-title")) } }
        }
        (filter(l, &paging, filters(v)?))
        (table.paged(&paging, count).nothing(nothing).draw(l))
    };
    show(v.page(l.t("decisions-title")), body)
}

/// Number, day, abstract, how many are awarded and for how much, as they are shown. The sum of a
/// draft is not fixed; what the law does not tell is said beside the sum.
fn cells(v: &Visit, line: &Line) -> [String; 5] {
    let dash = || "–".to_owned();
    let number = line.number.clone().unwrap_or_else(|| v.l.t("decision-no-number").to_owned());
    let day = line.issued_on.map_or_else(dash, show_date);
    let unknown = line.awarded - line.rewarded;
    let reward = match line.state {
        State::Draft | State::Discarded => dash(),
        State::Issued if line.rewarded == 0 => v.l.t("decision-reward-unknown").to_owned(),
        State::Issued if unknown == 0 => line.reward.to_string(),
        State::Issued => {
            let place = [("sum", line.reward.to_string().into()), ("count", unknown.into())];
            v.l.with("decision-sum-open", &place)
        }
    };
    [number, day, line.abstract_.clone(), line.awarded.to_string(), reward]
}

/// A row for a spreadsheet: figures stand alone in their cells; of a draft they are not fixed yet.
fn sheet_row(v: &Visit, line: &Line) -> [String; 7] {
    let [number, day, abstract_, awarded, _] = cells(v, line);
    let state = v.l.t(state_of(line.state).key()).to_owned();
    let (reward, unknown) = match line.state {
        State::Draft | State::Discarded => (String::new(), String::new()),
        State::Issued => {
            let known = line.rewarded > 0;
            let reward = if known { line.reward.dong().to_string() } else { String::new() };
            (reward, (line.awarded - line.rewarded).to_string())
        }
    };
    [number, day, abstract_, awarded, reward, state, unknown]
}

fn filters(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let years = years(&v.app, v.person()?)?.into_iter();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    let states =
        State::ALL.iter().map(|state| Choice::new(state.code(), l.t(state_of(*state).key())));
    let year = Field::new("nam", l.t("decision-year")).kind(Kind::Select(years));
    let state = Field::new("trang-thai", l.t("column-state")).kind(Kind::Select(states.collect()));
    let draw = |field: Field<'_>| field.draw(l, &v.query, &Errors::default());
    Ok(html! { (draw(year)) (draw(state)) })
}

/// For the secretary: sittings whose results wait for a decision.
fn waiting(v: &Visit) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    if person.must_in_commune(Act::DraftDecisions).is_err() {
        return Ok(html! {});
    }
    let waiting = undecided(&v.app, person)?;
    Ok(html! {
        @if !waiting.is_empty() {
            h2 { (l.t("decisions-waiting")) }
            ul.plain {
                @for one in &waiting {
                    @let place = [
                        ("day", show_date(one.held_on).into()),
                        ("count", one.nominations.into()),
                        ("movement", one.movement_name.as_str().into()),
                    ];
                    li {
                        @let key = one.word("decisions-waiting-sitting", "decisions-waiting-agreed");
                        p { (l.with(key, &place)) }
                        (button_link(&one.href(), l.t("decision-draft")))
                    }
                }
            }
        }
    })
}
