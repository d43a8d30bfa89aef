//! The council of today with its rule, the list of its sittings, and setting up a new one.

use chungsuc_domain::ballot::{BallotRule, Base, Fraction};
use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::council::{PARTS, members};
use super::super::{COUNCIL, Council, NewCouncil, council_on, set_up, sittings};
use super::state_tag;
use crate::access::Act;
use crate::features::{journal, names};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, State, Table, button, button_link, button_quiet,
    buttons, empty, facts, fields, tag,
};
use crate::web::{Errors, Form, Language, Message, PageError, csrf};

/// Rows of the form for members at first, and how many more each time there are too few.
const SEATS: usize = 9;
const MORE_SEATS: usize = 6;

pub(super) fn council(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = council_on(&v.app, person, v.app.today())?;
    let lines = sittings(&v.app, person)?;
    let columns = [
        Column::new(l.t("sitting-day")),
        Column::new(l.t("sitting-place")),
        Column::new(l.t("column-state")),
    ];
    let rows = lines.iter().map(|line| {
        let row = Cells::new()
            .link(&format!("/hoi-dong/phien/{}", line.id), &date::show_date(line.held_on));
        row.text(&line.place).markup(state_tag(v, line.state))
    });
    let keeps = v.may(Act::KeepCouncil);
    let body = html! {
        @match &found {
            Some(council) => (about(v, council)?),
            None => (empty(l.t("council-none"), l.t("council-none-hint"), None)),
        }
        @if keeps {
            (buttons(&[
                button_link("/hoi-dong/phien/moi", l.t("sitting-call")),
                button_link("/hoi-dong/kien-toan", l.t("council-set-up")),
            ]))
        }
        p { a href="/hoi-dong/ty-le" { (l.t("award-rule-title")) } }
        (Table::new(l.t("sittings-title-council"), &columns, rows.collect()).draw(l))
    };
    show(v.page(l.t("way-councils")), body)
}

fn about(v: &Visit, council: &Council) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let members = members(&v.app, &person.commune, &council.id)?;
    let columns = [
        Column::new(l.t("account-name")),
        Column::new(l.t("member-post")),
        Column::new(l.t("member-part")),
    ];
    let rows = members.iter().map(|member| {
        Cells::new().text(&member.name).text(&member.post).text(l.word("part-", &member.part))
    });
    let list = [
        Fact::new(l.t("council-paper"), html! { (council.rule.source) }),
        Fact::new(l.t("council-since"), html! { (date::show_date(council.rule.from)) }),
        Fact::new(l.t("council-rule"), html! { (rule(v, &council.rule.value)) }),
    ];
    Ok(html! {
        h2 { (council.name) }
        (facts(&list))
        (Table::new(l.t("members-title"), &columns, rows.collect()).draw(l))
        (journal::history(v, COUNCIL, &council.id)?)
    })
}

/// “Họp khi có ít nhất 2/3 …; thông qua khi đạt 70/100 …”
pub(super) fn rule(v: &Visit, rule: &BallotRule) -> String {
    let of = v.l.word("base-", rule.base.code());
    v.l.with(
        if rule.more_than { "rule-more-than" } else { "rule-at-least" },
        &[
            ("quorum", rule.quorum.to_string().into()),
            ("pass", rule.pass.to_string().into()),
            ("of", of.into()),
        ],
    )
}

pub(super) fn new(v: &Visit) -> Reply {
    let today = v.app.today();
    let mut form = Form::from_pairs([("valid_from", date::show_date(today))]);
    // The catalog's suggestion fills the form; whoever sets up the council decides.
    if let Some(suggested) = v.app.catalog.ballot_rule(today) {
        form.set("quorum", suggested.value.quorum.to_string());
        form.set("pass", suggested.value.pass.to_string());
        form.set("base", suggested.value.base.code());
    }
    let body = whole(v, &form, &Errors::default())?;
    show(v.page(v.l.t("council-set-up")).narrow(), body)
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let mut questions = vec![
        Field::new("name", l.t("council-name")).required(),
        Field::new("paper", l.t("council-paper")).help(l.t("council-paper-help")).required(),
        Field::new("valid_from", l.t("council-since")).kind(Kind::Date).required(),
    ];
    questions.extend(rule_questions(l));
    let suggested = v.app.catalog.ballot_rule(v.app.today());
    Ok(html! {
        form method="post" action="/hoi-dong/kien-toan" {
            (csrf::token_field(v.form_token()))
            @if let Some(suggested) = suggested {
                p.quiet {
                    (l.t("council-suggestion")) " " (rule(v, &suggested.value)) " ("
                    (suggested.source) ") "
                    @if !suggested.standing(v.app.today()).is_settled() { (tag(l, State::Unchecked)) }
                }
            }
            (fields(l, form, errors, &questions))
            h2 #members tabindex="-1" { (l.t("members-title")) }
            @if let Some(error) = errors.of("members") { p.error { (error.say(l)) } }
            (seats(v, form)?)
            (buttons(&[button(l.t("council-set-up")), button_quiet("more", l.t("member-more"))]))
        }
    })
}

/// A row for each seat: who, which post, which part.
fn seats(v: &Visit, form: &Form) -> Result<Markup, PageError> {
    let l = v.l;
    let mut accounts: Vec<(String, String)> =
        names::of_accounts(&v.app, &v.person()?.commune)?.into_iter().collect();
    accounts.sort_by_cached_key(|(_, name)| chungsuc_domain::text::name_sort_key(name));
    let who: Vec<_> = accounts.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let parts: Vec<_> =
        PARTS.iter().map(|part| Choice::new(*part, l.word("part-", part))).collect();
    Ok(html! {
        input type="hidden" name="seats" value=(seats_of(form));
        @for seat in 1..=seats_of(form) {
            fieldset.seat {
                legend { (l.with("member-seat", &[("number", (seat as i64).into())])) }
                @let (account, post, part) =
                    (format!("account-{seat}"), format!("post-{seat}"), format!("part-{seat}"));
                (Field::new(&account, l.t("account-name")).kind(Kind::Select(who.clone()))
                    .draw(l, form, &Errors::default()))
                (Field::new(&post, l.t("member-post")).draw(l, form, &Errors::default()))
                (Field::new(&part, l.t("member-part")).kind(Kind::Select(parts.clone()))
                    .draw(l, form, &Errors::default()))
            }
        }
    })
}

/// How many rows the form has; a hand-made number does not make it endless.
fn seats_of(form: &Form) -> usize {
    form.text("seats").parse().unwrap_or(SEATS).clamp(SEATS, 99)
}

pub(super) fn set(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    if form.text("act") == "more" {
        let mut form = form.clone();
        form.set("seats", (seats_of(&form) + MORE_SEATS).to_string());
        let body = whole(v, &form, &Errors::default())?;
        return show(v.page(v.l.t("council-set-up")).narrow(), body);
    }
    let done = read(v, form).map_err(Refusal::Invalid).and_then(|new| set_up(&v.app, person, &new));
    match done {
        Ok(_) => go("/hoi-dong?xong=council"),
        Err(Refusal::Invalid(errors)) => {
            show_again(v.page(v.l.t("council-set-up")).narrow(), whole(v, form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The questions after a rule of voting.
pub(super) fn rule_questions(l: Language) -> [Field<'static>; 4] {
    let bases = Base::ALL.iter();
    let bases = bases.map(|base| Choice::new(base.code(), l.word("base-", base.code())));
    [
        Field::new("quorum", l.t("council-quorum")).help(l.t("council-fraction-help")).required(),
        Field::new("pass", l.t("council-pass")).help(l.t("council-fraction-help")).required(),
        Field::new("base", l.t("council-base")).kind(Kind::Radios(bases.collect())).required(),
        Field::new("more_than", l.t("council-more-than")).kind(Kind::Tick),
    ]
}

/// The rule that was typed; what is wrong with it goes into `errors`.
pub(super) fn read_rule(form: &Form, errors: &mut Errors) -> Option<BallotRule> {
    let fraction = |field: &'static str| {
        let (part, whole) = form.text(field).split_once('/')?;
        let read = Fraction::new(part.trim().parse().ok()?, whole.trim().parse().ok()?).ok();
        read.filter(|read| <(u32, u32)>::from(*read).0 > 0)
    };
    let (quorum, pass) = (fraction("quorum"), fraction("pass"));
    for (field, value) in [("quorum", &quorum), ("pass", &pass)] {
        if value.is_none() {
            errors.add(field, Message::new("council-fraction-wrong"));
        }
    }
    let base = Base::from_code(form.text("base"));
    if base.is_none() {
        errors.add("base", Message::new("field-missing"));
    }
    let more_than = form.checked("more_than");
    Some(BallotRule { quorum: quorum?, pass: pass?, more_than, base: base? })
}

fn read(v: &Visit, form: &Form) -> Result<NewCouncil, Errors> {
    let mut errors = Errors::default();
    let rule = read_rule(form, &mut errors);
    let valid_from = date::parse_date(form.text("valid_from"), v.app.today());
    if valid_from.is_err() {
        errors.add("valid_from", Message::new("day-wrong"));
    }
    let members = (1..=seats_of(form)).filter_map(|seat| {
        let value = |field| form.filled(&format!("{field}-{seat}")).map(str::to_owned);
        let part = value("part").unwrap_or_else(|| "member".to_owned());
        Some((value("account")?, value("post").unwrap_or_default(), part))
    });
    match (rule, valid_from) {
        (Some(rule), Ok(valid_from)) => Ok(NewCouncil {
            name: form.text("name").to_owned(),
            paper: form.text("paper").to_owned(),
            valid_from,
            rule,
            members: members.collect(),
        }),
        _ => Err(errors),
    }
}
