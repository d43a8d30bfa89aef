//! Pages of persons.

use maud::{Markup, html};

use super::super::persons::GENDERS;
use super::super::{
    LookAlike, PERSON, Person, PersonFields, Wanted, add_person, bodies, body, correct_person,
    household, person, persons, place,
};
use super::{filters, paging, saved, tabs, version, village_choices, wanted, warning};
use crate::access::Act;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, Table, button, button_link, buttons, facts, fields,
    filter,
};
use crate::web::{Errors, Form, PageError, csrf, csv_reply};

const BASE: &str = "/danh-ba/ca-nhan/";

pub(super) fn list(v: &Visit) -> Reply {
    let (l, paging) = (v.l, paging(v));
    let (found, count) = persons(&v.app, v.person()?, wanted(v), &paging)?;
    let heads = [
        l.t("directory-full-name"),
        l.t("directory-birth"),
        l.t("directory-village"),
        l.t("directory-occupation"),
    ];
    if paging.wants_csv() {
        let rows = found.iter().map(cells);
        return Ok(csv_reply("ca-nhan", &heads, rows));
    }
    let columns = [
        Column::new(heads[0]),
        Column::new(heads[1]).numeric(),
        Column::new(heads[2]),
        Column::new(heads[3]),
    ];
    let rows = found.iter().map(|one| {
        let [name, born, village, occupation] = cells(one);
        Cells::new()
            .link(&format!("{BASE}{}", one.id), &name)
            .text(&born)
            .text(&village)
            .text(&occupation)
    });
    let content = html! {
        (tabs(v))
        @if v.may(Act::KeepDirectory) {
            p { (button_link("/danh-ba/ca-nhan/them", l.t("directory-add-person"))) }
        }
        (filter(l, &paging, filters(v)?))
        (Table::new(l.t("directory-persons"), &columns, rows.collect())
            .paged(&paging, count)
            .draw(l))
    };
    show(v.page(l.t("directory-title")), content)
}

/// Name, year of birth, village and occupation, as they are shown.
fn cells(one: &Person) -> [String; 4] {
    let fields = &one.fields;
    let born = fields.birth_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
    let village = one.village_name.clone().unwrap_or_else(|| "–".to_owned());
    [fields.full_name.clone(), born, village, fields.occupation.clone()]
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, reader) = (v.l, v.person()?);
    let found = person(&v.app, reader, v.param("ma"))?;
    let [_, born, village, occupation] = cells(&found);
    let home = match &found.fields.household {
        Some(id) => Some(household(&v.app, reader, id)?),
        None => None,
    };
    let works_for = match &found.fields.body {
        Some(id) => Some(body(&v.app, reader, id)?),
        None => None,
    };
    let list = [
        Fact::new(l.t("directory-birth"), html! { (born) }),
        Fact::new(l.t("directory-gender"), html! { (l.word("gender-", &found.fields.gender)) }),
        Fact::new(l.t("directory-village"), html! { (village) }),
        Fact::new(
            l.t("directory-household"),
            html! {
                @if let Some(home) = &home {
                    a href={ "/danh-ba/ho/" (home.id) } { (home.fields.head) }
                } @else { "–" }
            },
        ),
        Fact::new(
            l.t("directory-body"),
            html! {
                @if let Some(body) = &works_for {
                    a href={ "/danh-ba/co-quan/" (body.id) } { (body.fields.name) }
                } @else { "–" }
            },
        ),
        Fact::new(
            l.t("directory-occupation"),
            html! {
                (occupation)
                @if found.fields.leader { " · " (l.t("directory-leader")) }
            },
        ),
    ];
    let may_keep =
        reader.may(Act::KeepDirectory, place(&reader.commune, found.fields.village.as_deref()));
    let content = html! {
        (facts(&list))
        @if may_keep {
            (buttons(&[button_link(&format!("{BASE}{}/sua", found.id), l.t("directory-correct"))]))
        }
        (journal::history(v, PERSON, &found.id)?)
    };
    let page = v.page(&found.fields.full_name).back("/danh-ba/ca-nhan", l.t("directory-persons"));
    show(page, content)
}

pub(super) fn new(v: &Visit) -> Reply {
    let content = form(v, &format!("{BASE}them"), &Form::default(), &Errors::default(), &[])?;
    show(v.page(v.l.t("directory-add-person")).narrow(), content)
}

pub(super) fn add(v: &Visit, sent: &Form) -> Reply {
    let mut errors = Errors::default();
    let read = PersonFields::read(sent, v.app.today().year(), &mut errors);
    let done = match errors.is_empty() {
        true => add_person(&v.app, v.person()?, &read, sent.checked("surely")),
        false => Err(errors.into()),
    };
    let (errors, alike) = match done {
        Ok(Ok(id)) => return saved(BASE, &id),
        Ok(Err(alike)) => (Errors::default(), alike),
        Err(Refusal::Invalid(errors)) => (errors, Vec::new()),
        Err(refusal) => return Err(refusal.into()),
    };
    let content = form(v, &format!("{BASE}them"), sent, &errors, &alike)?;
    show_again(v.page(v.l.t("directory-add-person")).narrow(), content)
}

pub(super) fn edit(v: &Visit) -> Reply {
    let found = person(&v.app, v.person()?, v.param("ma"))?;
    let address = format!("{BASE}{}/sua", found.id);
    let content = form(v, &address, &filled(&found), &Errors::default(), &[])?;
    show(v.page(v.l.t("directory-correct")).narrow(), content)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let id = v.param("ma");
    let mut errors = Errors::default();
    let read = PersonFields::read(sent, v.app.today().year(), &mut errors);
    let done = match errors.is_empty() {
        true => correct_person(&v.app, v.person()?, id, version(sent), &read),
        false => Err(errors.into()),
    };
    match done {
        Ok(()) => saved(BASE, id),
        Err(Refusal::Invalid(errors)) => {
            let content = form(v, &format!("{BASE}{id}/sua"), sent, &errors, &[])?;
            show_again(v.page(v.l.t("directory-correct")).narrow(), content)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn filled(person: &Person) -> Form {
    let fields = &person.fields;
    let mut form = Form::from_pairs([
        ("version", person.version.to_string()),
        ("full_name", fields.full_name.clone()),
        ("birth_year", fields.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        ("gender", fields.gender.clone()),
        ("village", fields.village.clone().unwrap_or_default()),
        ("household", fields.household.clone().unwrap_or_default()),
        ("body", fields.body.clone().unwrap_or_default()),
        ("occupation", fields.occupation.clone()),
    ]);
    if fields.leader {
        form.set("leader", "1");
    }
    form
}

fn form(
    v: &Visit,
    action: &str,
    form: &Form,
    errors: &Errors,
    alike: &[LookAlike],
) -> Result<Markup, PageError> {
    let l = v.l;
    let genders = GENDERS.map(|code| Choice::new(code, l.word("gender-", code))).to_vec();
    let villages = village_choices(v, Act::KeepDirectory)?;
    let bodies = bodies(&v.app, v.person()?, &Wanted::default())?;
    let bodies = bodies.into_iter().map(|body| Choice::new(body.id, body.fields.name)).collect();
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("household", "").kind(Kind::Hidden),
        Field::new("full_name", l.t("directory-full-name")).required(),
        Field::new("birth_year", l.t("directory-birth")).kind(Kind::Number),
        Field::new("gender", l.t("directory-gender")).kind(Kind::Radios(genders)).required(),
        Field::new("village", l.t("directory-village")).kind(Kind::Select(villages)),
        Field::new("body", l.t("directory-body")).kind(Kind::Select(bodies)),
        Field::new("occupation", l.t("directory-occupation")),
        Field::new("leader", l.t("directory-leader")).kind(Kind::Tick),
    ];
    Ok(html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (warning(v, alike, BASE))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("directory-save"))]))
        }
    })
}
