//! Rounds of commendation outside a movement: the list, opening one, and one with who is proposed in it.

use chungsuc_domain::AwardMode;
use chungsuc_domain::catalog::ModeRule;
use chungsuc_domain::catalog::Sourced;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Nomination, list as nominations};
use super::state_tag;
use crate::access::Act;
use crate::features::law;
use crate::features::movements::{self, Movement, NewRound, fitting, open_round, rounds};
use crate::features::papers;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, Page, State, Table, button, button_link, buttons,
    empty, facts, fields, tag,
};
use crate::web::{Errors, Form, PageError, csrf};

/// Where rounds are.
pub(super) const ROUNDS: &str = "/khen-thuong/dot";

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let columns = [
        Column::new(l.t("round-name")),
        Column::new(l.t("round-mode")),
        Column::new(l.t("round-year")),
        Column::new(l.t("round-paper")),
    ];
    let all = rounds(&v.app, v.person()?)?;
    let row = |one: &Movement| {
        let paper = one.plan_number.clone().unwrap_or_default();
        let cells = Cells::new().link(&format!("{ROUNDS}/{}", one.id), &one.name);
        cells.text(mode_word(v, one)).text(&one.period.from().year().to_string()).text(&paper)
    };
    let nothing = empty(l.t("rounds-none"), l.t("rounds-none-hint"), None);
    let table = Table::new(l.t("rounds-title"), &columns, all.iter().map(row).collect());
    let body = html! {
        p.lead { (l.t("rounds-lead")) }
        @if v.may(Act::KeepCouncil) {
            (buttons(&[button_link(&format!("{ROUNDS}/mo"), l.t("round-open"))]))
        }
        (table.nothing(nothing).draw(l))
    };
    show(v.page(l.t("rounds-title")).back("/khen-thuong", l.t("way-nominations")), body)
}

fn mode_word<'a>(v: &'a Visit, round: &Movement) -> &'a str {
    round.mode.map_or("–", |mode| v.l.word("award-mode-", mode.code()))
}

/// The types of commendation that have rounds today.
fn modes(v: &Visit) -> impl Iterator<Item = &Sourced<ModeRule>> {
    v.app.catalog.award_modes(v.app.today()).filter(|row| !row.value.of_movement)
}

/// What is chosen first: the type of commendation, for which awards fit.
pub(super) fn open_page(v: &Visit) -> Reply {
    let (l, today) = (v.l, v.app.today());
    let asked = AwardMode::from_code(v.query.text("loai"));
    let chosen = modes(v).find(|row| Some(row.value.mode) == asked);
    let Some(law) = chosen else {
        let body = html! {
            p.lead { (l.t("round-open-lead")) }
            ul.reasons {
                @for row in modes(v) {
                    li {
                        @let href = format!("{ROUNDS}/mo?loai={}", row.value.mode);
                        a href=(href) { (row.value.name) }
                        " " (grounds(v, &row.rule(today)))
                        @if v.app.catalog.simplified(row.value.mode, today).is_some() {
                            br; span.quiet { (l.t("round-simplified")) }
                        }
                    }
                }
            }
        };
        return show(frame(v, ROUNDS, l.t("rounds-title")), body);
    };
    let form = Form::from_pairs([("year", today.year().to_string())]);
    show(again(v), open_form(v, law, &form, &Errors::default()))
}

fn grounds(v: &Visit, rule: &chungsuc_domain::decision::Rule) -> Markup {
    html! {
        (law::ground(rule))
        @if !rule.standing.is_settled() { " " (tag(v.l, State::Unchecked)) }
    }
}

fn frame<'a>(v: &'a Visit, back: &'a str, word: &'a str) -> Page<'a> {
    v.page(v.l.t("round-open")).narrow().back(back, word)
}

fn again(v: &Visit) -> Page<'_> {
    frame(v, "/khen-thuong/dot/mo", v.l.t("round-mode-again"))
}

fn open_form(v: &Visit, law: &Sourced<ModeRule>, form: &Form, errors: &Errors) -> Markup {
    let (l, today, mode) = (v.l, v.app.today(), law.value.mode);
    let fit = fitting(&v.app, mode, today).into_iter();
    let awards = fit.filter_map(|code| v.app.catalog.award(&code));
    let awards = awards.map(|award| Choice::new(&award.form.code, &award.form.name)).collect();
    let questions = [
        Field::new("name", l.t("round-name")).help(l.t("round-name-help")).required(),
        Field::new("year", l.t("round-year")).kind(Kind::Number).required(),
        Field::new("paper", l.t("round-paper")).help(l.t("round-paper-help")).required(),
        Field::new("awards", l.t("round-awards")).kind(Kind::Checkboxes(awards)).required(),
    ];
    html! {
        p.lead { (law.value.name) " " (grounds(v, &law.rule(today))) }
        form method="post" action=(format!("{ROUNDS}/mo")) {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="mode" value=(mode.code());
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("round-open"))]))
        }
    }
}

pub(super) fn open(v: &Visit, sent: &Form) -> Reply {
    let awards: Vec<&str> = sent.all("awards").collect();
    let mode = AwardMode::from_code(sent.text("mode"));
    let new = NewRound {
        mode,
        name: sent.text("name"),
        year: sent.text("year").parse().ok(),
        paper: sent.text("paper"),
        awards: &awards,
    };
    match open_round(&v.app, v.person()?, &new) {
        Ok(id) => go(&format!("{ROUNDS}/{id}?xong=round")),
        Err(Refusal::Invalid(errors)) => match modes(v).find(|row| Some(row.value.mode) == mode) {
            Some(law) => show_again(again(v), open_form(v, law, sent, &errors)),
            None => Err(Refusal::Invalid(errors).into()),
        },
        Err(refusal) => Err(refusal.into()),
    }
}

/// A round of the address; a movement proper is none.
pub(super) fn asked(v: &Visit) -> Result<Movement, PageError> {
    let round = movements::find(&v.app, v.person()?, v.param("dot"))?;
    if round.mode.is_none() { Err(Refusal::NotFound.into()) } else { Ok(round) }
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, round) = (v.l, asked(v)?);
    let mut proposed = nominations(&v.app, v.person()?, None)?;
    proposed.retain(|one| one.movement == round.id);
    let columns = [
        Column::new(l.t("nomination-who")),
        Column::new(l.t("nomination-award")),
        Column::new(l.t("nomination-day")),
        Column::new(l.t("column-state")),
    ];
    let row = |one: &Nomination| {
        let award = v.app.catalog.award(&one.award).map_or("–", |award| &award.form.name);
        let cells = Cells::new().link(&format!("/khen-thuong/{}", one.id), &one.contestant.name);
        let cells = cells.text(award).text(&show_date(one.proposed_on));
        cells.markup(state_tag(v, one.state))
    };
    let table = Table::new(l.t("way-nominations"), &columns, proposed.iter().map(row).collect());
    let nothing = empty(l.t("round-nobody"), l.t("round-nobody-hint"), None);
    let body = html! {
        (about(v, &round)?)
        @if v.may(Act::Nominate) {
            @let href = format!("{ROUNDS}/{}/chon", round.id);
            (buttons(&[button_link(&href, l.t("nomination-new"))]))
        }
        (table.nothing(nothing).draw(l))
    };
    show(v.page(&round.name).back(ROUNDS, l.t("rounds-title")), body)
}

/// What the round is, and how the law of today lets it go.
fn about(v: &Visit, round: &Movement) -> Result<Markup, PageError> {
    let (l, today) = (v.l, v.app.today());
    let law = round.mode.and_then(|mode| v.app.catalog.award_mode(mode, today));
    let simple = round.mode.and_then(|mode| v.app.catalog.simplified(mode, today));
    let paper = papers::find(&v.app, v.person()?, &round.paper)?;
    let codes = movements::awards_of(&v.app, v.person()?, &round.id)?;
    let awards: Vec<_> = codes.iter().filter_map(|code| v.app.catalog.award(code)).collect();
    let list = [
        Fact::new(
            l.t("round-mode"),
            html! {
                (law.map_or(mode_word(v, round), |row| row.value.name.as_str()))
                @if let Some(row) = law { " " (grounds(v, &row.rule(today))) }
            },
        ),
        Fact::new(l.t("round-year"), html! { (round.period.from().year()) }),
        Fact::new(
            l.t("round-paper"),
            html! { a href={ "/van-ban/" (paper.id) } { (paper.cited()) } },
        ),
        Fact::new(
            l.t("round-awards"),
            html! { ul.plain { @for award in &awards { li { (award.form.name) } } } },
        ),
        Fact::new(
            l.t("round-way"),
            html! {
                @match simple {
                    Some(row) => { (l.t("round-simplified")) " " (grounds(v, &row.rule(today))) },
                    None => (l.t("round-sitting")),
                }
            },
        ),
    ];
    Ok(facts(&list))
}
