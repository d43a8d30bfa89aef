//! Bodies, households and persons of the example, entered by the programme board before everything.

use chungsuc_domain::HouseholdMark;
use jiff::civil::{Date, date};
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::directory::{self, BodyFields, HouseholdFields, PersonFields};
use crate::refusal::Refusal;

/// The day on which the directory was entered.
const ENTERED: Date = date(2022, 1, 4);
/// Who entered it.
const BOARD: &str = "banquanly";

#[derive(Deserialize)]
struct BodyRow {
    code: String,
    name: String,
    kind: String,
    village: Option<String>,
}

#[derive(Deserialize)]
struct HouseholdRow {
    id: String,
    village: String,
    head_person: String,
    address: String,
    marks: String,
    members: i64,
}

#[derive(Deserialize)]
struct PersonRow {
    id: String,
    full_name: String,
    birth_year: Option<i64>,
    gender: String,
    village: Option<String>,
    household: Option<String>,
    occupation: String,
    body: Option<String>,
    leader: bool,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let persons: Vec<PersonRow> = read::csv("persons.csv")?;
    let mut events = Vec::new();
    for row in read::csv::<BodyRow>("bodies.csv")? {
        events
            .push(Event::on(ENTERED, 8, row.code.clone(), move |app, known| body(app, known, row)));
    }
    for row in read::csv::<HouseholdRow>("households.csv")? {
        let head = persons.iter().find(|person| person.id == row.head_person);
        let head = head.map(|person| person.full_name.clone()).unwrap_or_default();
        let act = move |app: &App, known: &mut Known| household(app, known, row, head);
        events.push(Event::on(ENTERED, 9, "household", act));
    }
    for row in persons {
        events.push(Event::on(ENTERED, 10, row.id.clone(), move |app, known| {
            person(app, known, row)
        }));
    }
    Ok(events)
}

fn body(app: &App, known: &mut Known, row: BodyRow) -> Result<(), Refusal> {
    let BodyRow { code, name, kind, village } = row;
    let fields = BodyFields { name, kind, village, valid_from: ENTERED, valid_to: None };
    let id = directory::add_body(app, &known.person(BOARD)?, &fields)?;
    known.note("body", &code, id);
    Ok(())
}

fn household(app: &App, known: &mut Known, row: HouseholdRow, head: String) -> Result<(), Refusal> {
    let by = known.person(BOARD)?;
    let HouseholdRow { village, address, members, .. } = row;
    let fields = HouseholdFields { head, village, address, members };
    let added = directory::add_household(app, &by, &fields, true)?;
    let id = added.map_err(|_| Refusal::NotFound)?;
    let marks: Vec<_> = row.marks.split(';').filter_map(HouseholdMark::from_code).collect();
    if !marks.is_empty() {
        directory::set_marks(app, &by, &id, &marks)?;
    }
    known.note("household", &row.id, id);
    Ok(())
}

fn person(app: &App, known: &mut Known, row: PersonRow) -> Result<(), Refusal> {
    let of =
        |kind, code: &Option<String>| code.as_ref().map(|code| known.id(kind, code)).transpose();
    let fields = PersonFields {
        full_name: row.full_name,
        birth_year: row.birth_year,
        gender: row.gender,
        village: row.village,
        household: of("household", &row.household)?,
        body: of("body", &row.body)?,
        occupation: row.occupation,
        leader: row.leader,
    };
    let added = directory::add_person(app, &known.person(BOARD)?, &fields, true)?;
    known.note("person", &row.id, added.map_err(|_| Refusal::NotFound)?);
    Ok(())
}
