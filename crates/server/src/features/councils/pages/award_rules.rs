//! Rules of voting for single awards: what the law asks for, what the council has set by its own paper, and
//! entering one.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{AwardRule, NewAwardRule, award_rules, end_award_rule, enter_award_rule};
use super::agenda::in_law;
use super::council::{read_rule, rule, rule_questions};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Confirm, Field, Kind, Page, Table, Tone, button, buttons, empty, fields,
    notice,
};
use crate::web::{Errors, Form, Message, csrf};

const PAGE: &str = "/hoi-dong/ty-le";

pub(super) fn page(v: &Visit) -> Reply {
    let form = Form::from_pairs([("valid_from", date::show_date(v.app.today()))]);
    show(framed(v), whole(v, &form, &Errors::default())?)
}

fn framed(v: &Visit) -> Page<'_> {
    v.page(v.l.t("award-rule-title")).back("/hoi-dong", v.l.t("way-councils"))
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, Refusal> {
    let (l, person) = (v.l, v.person().map_err(|_| Refusal::Forbidden)?);
    let own = award_rules(&v.app, person)?;
    Ok(html! {
        p.lead { (l.t("award-rule-lead")) }
        @if let Some(wrong) = errors.of("last") {
            (notice(Tone::Bad, &html! { (l.t("award-rule-last")) ": " (wrong.say(l)) }))
        }
        (of_law(v))
        (of_council(v, &own))
        @if v.may(Act::KeepCouncil) {
            h2 { (l.t("award-rule-enter")) }
            form method="post" action=(PAGE) {
                (csrf::token_field(v.form_token()))
                (fields(l, form, errors, &questions(v)))
                (buttons(&[button(l.t("award-rule-enter"))]))
            }
        }
    })
}

/// What the law of today asks for, award by award.
fn of_law(v: &Visit) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let found: Vec<_> = v
        .app
        .catalog
        .awards()
        .filter_map(|award| Some((award, v.app.catalog.ballot_rule_of(&award.form.code, today)?)))
        .collect();
    html! {
        h2 { (l.t("award-rule-of-law")) }
        @if found.is_empty() { p { (l.t("award-rule-no-law")) } }
        ul {
            @for (award, law) in found { li { (award.form.name) ": " (in_law(v, law, today)) } }
        }
    }
}

fn of_council(v: &Visit, own: &[AwardRule]) -> Markup {
    let (l, keeps) = (v.l, v.may(Act::KeepCouncil));
    let mut columns = vec![
        Column::new(l.t("award-rule-award")),
        Column::new(l.t("council-rule")),
        Column::new(l.t("award-rule-paper")),
        Column::new(l.t("award-rule-days")),
    ];
    if keeps {
        columns.push(Column::new(l.t("award-rule-end")));
    }
    let row = |one: &AwardRule| {
        let law = v.app.catalog.ballot_rule_of(&one.award, one.rule.from);
        let said = html! {
            div {
                (rule(v, &one.rule.value))
                @if let Some(law) = law {
                    br;
                    span.quiet { (l.t("award-rule-law")) " " (in_law(v, law, one.rule.from)) }
                }
            }
        };
        let cells = Cells::new()
            .text(award_name(v, &one.award))
            .markup(said)
            .text(&one.rule.source.to_string())
            .text(&l.days(one.rule.from, one.rule.to));
        if keeps { cells.markup(ending(v, one)) } else { cells }
    };
    let nothing = empty(l.t("award-rule-none"), l.t("award-rule-none-hint"), None);
    let rows = own.iter().map(row).collect();
    Table::new(l.t("award-rule-of-council"), &columns, rows).nothing(nothing).draw(l)
}

fn ending(v: &Visit, one: &AwardRule) -> Markup {
    if one.rule.to.is_some() {
        return html! { span.quiet { "–" } };
    }
    let last = Field::new("last", v.l.t("award-rule-last")).kind(Kind::Date).required();
    let form = Form::from_pairs([("last", date::show_date(v.app.today()))]);
    let confirm = Confirm {
        act: v.l.t("award-rule-end"),
        consequence: v.l.t("award-rule-end-consequence"),
        action: &format!("{PAGE}/{}/thoi", one.id),
        token: v.form_token(),
        grave: false,
    };
    confirm.folded_with(html! {
        input type="hidden" name="version" value=(one.version);
        (last.draw(v.l, &form, &Errors::default()))
    })
}

fn questions(v: &Visit) -> Vec<Field<'_>> {
    let l = v.l;
    let awards = v.app.catalog.awards();
    let awards = awards.map(|award| Choice::new(&award.form.code, &award.form.name)).collect();
    let mut all = vec![
        Field::new("award", l.t("award-rule-award")).kind(Kind::Select(awards)).required(),
        Field::new("paper", l.t("award-rule-paper")).help(l.t("award-rule-paper-help")).required(),
        Field::new("valid_from", l.t("award-rule-from")).kind(Kind::Date).required(),
        Field::new("valid_to", l.t("award-rule-to"))
            .kind(Kind::Date)
            .help(l.t("award-rule-to-help")),
    ];
    all.extend(rule_questions(l));
    all
}

pub(super) fn enter(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let done = read(v, form).map_err(Refusal::Invalid);
    match done.and_then(|new| enter_award_rule(&v.app, person, &new)) {
        Ok(()) => go(&format!("{PAGE}?xong=award-rule")),
        Err(Refusal::Invalid(errors)) => show_again(framed(v), whole(v, form, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, form: &Form) -> Result<NewAwardRule, Errors> {
    let (mut errors, today) = (Errors::default(), v.app.today());
    for field in ["award", "paper"] {
        form.required(field, &mut errors);
    }
    let rule = read_rule(form, &mut errors);
    let from = date::parse_date(form.text("valid_from"), today);
    if from.is_err() {
        errors.add("valid_from", Message::new("day-wrong"));
    }
    let to = form.filled("valid_to").map(|text| date::parse_date(text, today)).transpose();
    if to.is_err() {
        errors.add("valid_to", Message::new("day-wrong"));
    }
    match (rule, from, to, errors.is_empty()) {
        (Some(rule), Ok(valid_from), Ok(valid_to), true) => Ok(NewAwardRule {
            award: form.text("award").to_owned(),
            paper: form.text("paper").to_owned(),
            valid_from,
            valid_to,
            rule,
        }),
        _ => Err(errors),
    }
}

pub(super) fn end(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    let person = v.person()?;
    let last = date::parse_date(form.text("last"), v.app.today());
    let last = last.map_err(|_| Refusal::field("last", Message::new("day-wrong")));
    match last.and_then(|last| end_award_rule(&v.app, person, (id, version), last)) {
        Ok(()) => go(&format!("{PAGE}?xong=award-rule-ended")),
        Err(Refusal::Invalid(errors)) => {
            let form = Form::from_pairs([("valid_from", date::show_date(v.app.today()))]);
            show_again(framed(v), whole(v, &form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn award_name<'a>(v: &'a Visit, code: &str) -> &'a str {
    v.app.catalog.award(code).map_or("–", |award| award.form.name.as_str())
}
