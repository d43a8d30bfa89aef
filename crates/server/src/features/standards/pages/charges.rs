//! Which officer is in charge of which criteria: the list, assigning, and ending.

use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_domain::standard::Standard;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{
    Assigned, CHARGE, NewCharge, assign as assign_officer, assigned, charge, end_charge, officers,
};
use super::chosen;
use crate::features::{journal, names};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, Table, button, buttons, facts, fields, filter,
};
use crate::web::{Errors, Form, Message, PageError, Paging, csrf};

const HERE: &str = "/phan-cong-tieu-chi";

pub(super) fn page(v: &Visit) -> Reply {
    let form = Form::from_pairs([("from", show_date(v.app.today()))]);
    draw(v, &form, &Errors::default(), false)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let standard = v.app.catalog.standard(chosen(v)).ok_or(Refusal::NotFound)?;
    let body = html! {
        p { (l.t("charge-lead")) }
        (choice(v))
        (list(v, standard)?)
        h2 { (l.t("charge-assign")) }
        (questions(v, standard, form, errors)?)
    };
    let page = v.page(l.t("way-charges"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn choice(v: &Visit) -> Markup {
    let sets = v.app.catalog.standards().map(|set| set.head());
    let sets = sets.map(|head| Choice::new(&head.id, &head.value.name)).collect();
    let mut query = Form::default();
    query.set("bo", chosen(v));
    let field = Field::new("bo", v.l.t("standard-name")).kind(Kind::Select(sets));
    let field = field.draw(v.l, &query, &Errors::default());
    filter(v.l, &Paging::parse(HERE, &v.query, &[]), field)
}

/// Every criterion with its officers of today and of later days.
fn list(v: &Visit, standard: &Standard) -> Result<Markup, PageError> {
    let (l, person, today) = (v.l, v.person()?, v.app.today());
    let all = assigned(&v.app, person, &standard.head().id)?;
    let people = names::of_accounts(&v.app, &person.commune)?;
    let columns = [Column::new(l.t("indicator-name")), Column::new(l.t("charge-officer"))];
    let rows = standard.criteria().iter().map(|criterion| {
        let live = |one: &&Assigned| one.valid_to.is_none_or(|last| today <= last);
        let own = all.iter().filter(|one| one.criterion == criterion.code).filter(live);
        let own: Vec<&Assigned> = own.collect();
        let officers = html! {
            @if own.is_empty() { span.quiet { (l.t("charge-nobody")) } }
            @for one in &own {
                div {
                    a href={ (HERE) "/" (one.id) } {
                        (people.get(&one.account).map_or("–", String::as_str))
                    }
                    " " span.quiet { (l.days(one.valid_from, one.valid_to)) }
                }
            }
        };
        Cells::new().text(&format!("{}. {}", criterion.code, criterion.name)).markup(officers)
    });
    Ok(Table::new(&standard.head().value.name, &columns, rows.collect()).draw(l))
}

fn questions(
    v: &Visit,
    standard: &Standard,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let known = officers(&v.app, v.person()?)?;
    let people = known.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let criteria = standard.criteria().iter();
    let criteria =
        criteria.map(|one| Choice::new(&one.code, format!("{}. {}", one.code, one.name))).collect();
    let asked = [
        Field::new("account", l.t("charge-officer"))
            .kind(Kind::Select(people))
            .help(l.t("charge-officer-help"))
            .required(),
        Field::new("criterion", l.t("charge-criteria")).kind(Kind::Checkboxes(criteria)).required(),
        Field::new("from", l.t("charge-from")).kind(Kind::Date).required(),
        Field::new("to", l.t("charge-to")).kind(Kind::Date).help(l.t("charge-to-help")),
    ];
    Ok(html! {
        form method="post" action={ (HERE) "?bo=" (standard.head().id) } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &asked))
            p.consequence { (l.t("charge-consequence")) }
            (buttons(&[button(l.t("charge-assign"))]))
        }
    })
}

pub(super) fn assign(v: &Visit, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let from = day(v, form, "from", &mut errors);
    let to = form.filled("to").and_then(|_| day(v, form, "to", &mut errors));
    let account = form.required("account", &mut errors);
    let criteria: Vec<String> = form.all("criterion").map(str::to_owned).collect();
    let Some(from) = from.filter(|_| errors.is_empty()) else {
        return draw(v, form, &errors, true);
    };
    let new = NewCharge { standard: chosen(v), criteria: &criteria, account, from, to };
    match assign_officer(&v.app, v.person()?, &new) {
        Ok(()) => go(&format!("{HERE}?bo={}&xong=charge", chosen(v))),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn day(v: &Visit, form: &Form, field: &str, errors: &mut Errors) -> Option<Date> {
    let day = parse_date(form.text(field), v.app.today());
    if day.is_err() {
        errors.add(field, Message::new("day-wrong"));
    }
    day.ok()
}

pub(super) fn one(v: &Visit) -> Reply {
    let one = charge(&v.app, v.person()?, v.param("ma"))?;
    let last = one.valid_to.unwrap_or_else(|| v.app.today());
    let form = Form::from_pairs([("version", one.version.to_string()), ("last", show_date(last))]);
    draw_one(v, &one, &form, &Errors::default(), false)
}

fn draw_one(v: &Visit, one: &Assigned, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let people = names::of_accounts(&v.app, &v.person()?.commune)?;
    let officer = people.get(&one.account).map_or("–", String::as_str);
    let standard = v.app.catalog.standard(&one.standard).ok_or(Refusal::NotFound)?;
    let mut criteria = standard.criteria().iter();
    let criterion = criteria.find(|known| known.code == one.criterion);
    let criterion = criterion.map_or("–", |known| known.name.as_str());
    let asked = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("last", l.t("charge-last")).kind(Kind::Date).required(),
    ];
    let over = one.valid_to.is_some_and(|last| last < v.app.today());
    let body = html! {
        (facts(&[
            Fact::new(l.t("charge-officer"), html! { (officer) }),
            Fact::new(l.t("standard-name"), html! { (standard.head().value.name) }),
            Fact::new(l.t("charge-days"), html! { (l.days(one.valid_from, one.valid_to)) }),
        ]))
        @if !over {
            form.consequence method="post" action={ (HERE) "/" (one.id) "/ket-thuc" } {
                (csrf::token_field(v.form_token()))
                p { (l.t("charge-end-consequence")) }
                (fields(l, form, errors, &asked))
                (buttons(&[button(l.t("charge-end"))]))
            }
        }
        (journal::history(v, CHARGE, &one.id)?)
    };
    let (title, back) =
        (format!("{}. {criterion}", one.criterion), format!("{HERE}?bo={}", one.standard));
    let page = v.page(&title).narrow().back(&back, l.t("way-charges"));
    if again { show_again(page, body) } else { show(page, body) }
}

pub(super) fn end(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let one = charge(&v.app, person, v.param("ma"))?;
    let mut errors = Errors::default();
    let Some(last) = day(v, form, "last", &mut errors) else {
        return draw_one(v, &one, form, &errors, true);
    };
    let version = form.text("version").parse().unwrap_or_default();
    match end_charge(&v.app, person, &one.id, version, last) {
        Ok(()) => go(&format!("{HERE}?bo={}&xong=charge-ended", one.standard)),
        Err(Refusal::Invalid(errors)) => draw_one(v, &one, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
