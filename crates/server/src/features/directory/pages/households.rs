//! Pages of households. Marks are drawn only for who may see them.

use chungsuc_domain::HouseholdMark;
use maud::{Markup, html};

use super::super::{
    HOUSEHOLD, Household, HouseholdFields, LookAlike, MARK, add_household, correct_household,
    household, households, marks_of,
};
use super::{filters, paging, saved, tabs, version, village_choices, wanted, warning};
use crate::access::{Act, Place};
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, Table, button, button_link, buttons, facts, fields,
    filter,
};
use crate::web::{Errors, Form, PageError, csrf, csv_reply};

const BASE: &str = "/danh-ba/ho/";

pub(super) fn list(v: &Visit) -> Reply {
    let (l, paging) = (v.l, paging(v));
    let (found, count) = households(&v.app, v.person()?, wanted(v), &paging)?;
    let heads = [
        l.t("directory-head"),
        l.t("directory-village"),
        l.t("directory-address"),
        l.t("directory-members"),
    ];
    if paging.wants_csv() {
        let rows = found.iter().map(|one| {
            let fields = &one.fields;
            let members = fields.members.to_string();
            [fields.head.clone(), one.village_name.clone(), fields.address.clone(), members]
        });
        return Ok(csv_reply("ho-gia-dinh", &heads, rows));
    }
    let columns = [
        Column::new(heads[0]),
        Column::new(heads[1]),
        Column::new(heads[2]),
        Column::new(heads[3]).numeric(),
    ];
    let rows = found.iter().map(|one| {
        Cells::new()
            .link(&format!("{BASE}{}", one.id), &one.fields.head)
            .text(&one.village_name)
            .text(&one.fields.address)
            .text(&one.fields.members.to_string())
    });
    let content = html! {
        (tabs(v))
        @if v.may(Act::KeepDirectory) {
            p { (button_link("/danh-ba/ho/them", l.t("directory-add-household"))) }
        }
        (filter(l, &paging, filters(v)?))
        (Table::new(l.t("directory-households"), &columns, rows.collect())
            .paged(&paging, count)
            .draw(l))
    };
    show(v.page(l.t("directory-title")), content)
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = household(&v.app, person, v.param("ma"))?;
    let place = Place::village(&person.commune, &found.fields.village);
    let list = [
        Fact::new(l.t("directory-village"), html! { (found.village_name) }),
        Fact::new(l.t("directory-address"), html! { (found.fields.address) }),
        Fact::new(l.t("directory-members"), html! { (found.fields.members) }),
    ];
    let content = html! {
        (facts(&list))
        @if person.may(Act::KeepDirectory, place) {
            (buttons(&[button_link(&format!("{BASE}{}/sua", found.id), l.t("directory-correct"))]))
        }
        @if person.may(Act::SeeHouseholdMarks, place) {
            (marks(v, &found, person.may(Act::KeepDirectory, place))?)
        }
        (journal::history(v, HOUSEHOLD, &found.id)?)
    };
    let title = l.with("directory-household-of", &[("head", found.fields.head.as_str().into())]);
    show(v.page(&title).back("/danh-ba/ho", l.t("directory-households")), content)
}

/// The marks with their history, and the form that sets them for who may.
fn marks(v: &Visit, found: &Household, may_set: bool) -> Result<Markup, PageError> {
    let l = v.l;
    let known = marks_of(&v.app, v.person()?, &found.id)?;
    let choices = HouseholdMark::ALL.iter();
    let choices = choices.map(|mark| Choice::new(mark.code(), l.word("mark-", mark.code())));
    let ticked = Form::from_pairs(known.iter().map(|mark| ("mark", mark.code())));
    let question =
        Field::new("mark", l.t("directory-marks")).kind(Kind::Checkboxes(choices.collect()));
    Ok(html! {
        h2 { (l.t("directory-marks")) }
        p.quiet { (l.t("directory-marks-help")) }
        @if may_set {
            form method="post" action={ (BASE) (found.id) "/dien" } {
                (csrf::token_field(v.form_token()))
                (question.draw(l, &ticked, &Errors::default()))
                (buttons(&[button(l.t("directory-marks-save"))]))
            }
        } @else if known.is_empty() {
            p { (l.t("directory-no-mark")) }
        } @else {
            ul { @for mark in &known { li { (l.word("mark-", mark.code())) } } }
        }
        @for mark in HouseholdMark::ALL {
            (journal::history(v, MARK, &format!("{}/{}", found.id, mark.code()))?)
        }
    })
}

pub(super) fn set_marks(v: &Visit, form: &Form) -> Reply {
    let marks: Vec<_> = form.all("mark").filter_map(HouseholdMark::from_code).collect();
    super::super::set_marks(&v.app, v.person()?, v.param("ma"), &marks)?;
    saved(BASE, v.param("ma"))
}

pub(super) fn new(v: &Visit) -> Reply {
    let content = form(v, &format!("{BASE}them"), &Form::default(), &Errors::default(), &[])?;
    show(v.page(v.l.t("directory-add-household")).narrow(), content)
}

pub(super) fn add(v: &Visit, sent: &Form) -> Reply {
    let mut errors = Errors::default();
    let read = HouseholdFields::read(sent, &mut errors);
    let done = match errors.is_empty() {
        true => add_household(&v.app, v.person()?, &read, sent.checked("surely")),
        false => Err(errors.into()),
    };
    let (errors, alike) = match done {
        Ok(Ok(id)) => return saved(BASE, &id),
        Ok(Err(alike)) => (Errors::default(), alike),
        Err(Refusal::Invalid(errors)) => (errors, Vec::new()),
        Err(refusal) => return Err(refusal.into()),
    };
    let content = form(v, &format!("{BASE}them"), sent, &errors, &alike)?;
    show_again(v.page(v.l.t("directory-add-household")).narrow(), content)
}

pub(super) fn edit(v: &Visit) -> Reply {
    let found = household(&v.app, v.person()?, v.param("ma"))?;
    let address = format!("{BASE}{}/sua", found.id);
    let content = form(v, &address, &filled(&found), &Errors::default(), &[])?;
    show(v.page(v.l.t("directory-correct")).narrow(), content)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let id = v.param("ma");
    let mut errors = Errors::default();
    let read = HouseholdFields::read(sent, &mut errors);
    let done = match errors.is_empty() {
        true => correct_household(&v.app, v.person()?, id, version(sent), &read),
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

fn filled(household: &Household) -> Form {
    let fields = &household.fields;
    Form::from_pairs([
        ("version", household.version.to_string()),
        ("head", fields.head.clone()),
        ("village", fields.village.clone()),
        ("address", fields.address.clone()),
        ("members", fields.members.to_string()),
    ])
}

fn form(
    v: &Visit,
    action: &str,
    form: &Form,
    errors: &Errors,
    alike: &[LookAlike],
) -> Result<Markup, PageError> {
    let l = v.l;
    let villages = village_choices(v, Act::KeepDirectory)?;
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("head", l.t("directory-head")).required(),
        Field::new("village", l.t("directory-village")).kind(Kind::Select(villages)).required(),
        Field::new("address", l.t("directory-address")),
        Field::new("members", l.t("directory-members")).kind(Kind::Number).required(),
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
