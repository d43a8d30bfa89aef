//! Lines that nobody has compared with their paper: an officer compares them, names the paper, and may
//! take the word back.

use chungsuc_domain::date;
use chungsuc_domain::standard::{Indicator, Threshold};
use maud::{Markup, html};

use super::{asked, line_name, region_name, regions, set_address};
use crate::access::Act;
use crate::features::names;
use crate::features::papers;
use crate::features::standards::pages::chosen;
use crate::features::standards::rules::{
    Confirmed, Rules, confirm_lines, confirmations, is_open, rules, withdraw_confirmation,
};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Confirm, Field, Kind, State, Table, button, buttons, empty, fields,
    filter, tag,
};
use crate::web::{Errors, Form, PageError, Paging, csrf};

pub(in crate::features::standards::pages) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default(), false)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let rules = rules(&v.app, &v.person()?.commune, id)?;
    let region = region(v, &rules);
    let body = html! {
        p.lead { (rules.standard.head().value.name) }
        (choose_region(v, &rules, region))
        (open_lines(v, &rules, region, form, errors))
        (confirmed(v, &rules)?)
    };
    let (back, title) = (set_address(id), l.t("confirm-title"));
    let page = v.page(title).back(&back, l.t("set-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

/// The region whose thresholds are compared: the chosen one, else that of the commune.
fn region<'a>(v: &Visit, rules: &'a Rules) -> Option<&'a str> {
    let chosen = v.query.filled("vung").and_then(|wish| rules.standard.region(wish));
    chosen.map(|region| region.code.as_str()).or_else(|| rules.region(v.app.today()))
}

fn choose_region(v: &Visit, rules: &Rules, region: Option<&str>) -> Markup {
    let (l, standard) = (v.l, &rules.standard);
    let choices = regions(standard);
    if choices.is_empty() {
        return html! {};
    }
    let mut query = v.query.clone();
    query.set("vung", region.unwrap_or_default());
    let fields = html! {
        input type="hidden" name="bo" value=(standard.head().id);
        (Field::new("vung", l.t("region"))
            .kind(Kind::Select(choices)).draw(l, &query, &Errors::default()))
    };
    filter(l, &Paging::parse("/tieu-chi/bo/xac-nhan", &v.query, &[]), fields)
}

fn open_lines(
    v: &Visit,
    rules: &Rules,
    region: Option<&str>,
    form: &Form,
    errors: &Errors,
) -> Markup {
    let (l, standard, today) = (v.l, &rules.standard, v.app.today());
    let open = standard.lines().filter(|line| is_open(standard, line, region, today));
    let lines: Vec<Choice> = open
        .map(|line| Choice::new(&line.code, line_name(line)).hint(said(line, region)))
        .collect();
    if lines.is_empty() {
        return empty(l.t("confirm-none"), l.t("confirm-none-hint"), None);
    }
    let questions = [
        Field::new("paper", l.t("confirm-paper")).help(l.t("paper-cited-help")).required(),
        Field::new("line", l.t("confirm-lines")).kind(Kind::Checkboxes(lines)).required(),
    ];
    let id = &standard.head().id;
    let action = format!("/tieu-chi/bo/xac-nhan?bo={id}&vung={}", region.unwrap_or_default());
    html! {
        p { (l.t("confirm-lead")) }
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            p.consequence { (l.t("confirm-consequence")) }
            (buttons(&[button(l.t("confirm-act"))]))
        }
    }
}

/// What there is to compare of a line: its thresholds by years.
fn said(line: &Indicator, region: Option<&str>) -> String {
    let of_region = line.said(region).and_then(|(region, _)| line.thresholds.get(region));
    let levels = of_region.into_iter().flat_map(Threshold::levels);
    let said = levels.map(|(year, level)| match year {
        Some(year) => format!("{year}: {}", asked(line, level.value)),
        None => asked(line, level.value),
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What was confirmed, by whom and with which paper; and what was taken back.
fn confirmed(v: &Visit, rules: &Rules) -> Result<Markup, PageError> {
    let (l, person, standard) = (v.l, v.person()?, &rules.standard);
    let all = confirmations(&v.app, person, &standard.head().id)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    let people = names::of_accounts(&v.app, &person.commune)?;
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("region")),
        Column::new(l.t("confirm-paper")),
        Column::new(l.t("confirm-by")),
        Column::new(l.t("column-state")),
    ];
    let rows = all.iter().map(|one| {
        let line = standard.line(&one.indicator);
        let who = people.get(&one.checked.by).map_or("–", String::as_str);
        let by = format!("{who}, {}", date::show_date(one.checked.on));
        Cells::new()
            .text(&line.map_or_else(|| one.indicator.clone(), line_name))
            .text(region_name(v, standard, Some(&one.region)))
            .text(&one.checked.paper)
            .text(&by)
            .markup(html! { div { (back(v, standard.head().id.as_str(), one)) } })
    });
    Ok(Table::new(l.t("confirm-done"), &columns, rows.collect()).draw(l))
}

/// That a confirmation was taken back, or the way to do so.
fn back(v: &Visit, standard: &str, one: &Confirmed) -> Markup {
    let l = v.l;
    if let Some((on, why)) = &one.withdrawn {
        return html! { (tag(l, State::Revoked)) " " (date::show_date(*on)) ": " (why) };
    }
    let own = v.person().is_ok_and(|person| person.commune == one.unit);
    if !own || !v.may(Act::KeepStandards) {
        return html! { (l.t("standing-confirmed")) };
    }
    let id = format!("why-{}", one.id);
    let label = l.t("confirm-why");
    Confirm {
        act: l.t("confirm-take-back"),
        consequence: l.t("confirm-take-back-consequence"),
        action: &format!("/tieu-chi/bo/xac-nhan/{}/rut?bo={standard}", one.id),
        token: v.form_token(),
        grave: true,
    }
    .folded_with(html! {
        input type="hidden" name="version" value=(one.version);
        label for=(id) { (label) }
        input id=(id) name="why" type="text" required;
    })
}

pub(in crate::features::standards::pages) fn confirm(v: &Visit, form: &Form) -> Reply {
    let (standard, person) = (chosen(v), v.person()?);
    let rules = rules(&v.app, &person.commune, standard)?;
    let region = region(v, &rules);
    let codes: Vec<&str> = form.all("line").collect();
    let done = papers::numbered(&v.app, person, "paper", form.text("paper"))
        .and_then(|paper| confirm_lines(&v.app, person, (standard, region), &codes, &paper));
    match done {
        Ok(()) => {
            let region = region.unwrap_or_default();
            go(&format!("/tieu-chi/bo/xac-nhan?bo={standard}&vung={region}&xong=confirmed"))
        }
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(in crate::features::standards::pages) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let standard = chosen(v);
    let version = form.text("version").parse().unwrap_or_default();
    let which = (standard, v.param("xn"));
    match withdraw_confirmation(&v.app, v.person()?, which, version, form.text("why")) {
        Ok(()) => go(&format!("/tieu-chi/bo/xac-nhan?bo={standard}&xong=confirmation-withdrawn")),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
