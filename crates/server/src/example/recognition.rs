//! The dossier by which Sơ Tor is recognised: opened by the programme board, its papers attached, the
//! report and the proposal written from it and issued, submitted, and decided by the district.

use jiff::civil::Date;
use serde::Deserialize;

use super::papers::id_of;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::letters::{self, Issuing, Subject};
use crate::features::recognition::{self, Decided, New, RECORD, Source};
use crate::features::templates::{Sort, sorts};
use crate::refusal::Refusal;

/// Who prepares and submits.
const BOARD: &str = "banquanly";
/// Who signs what the commune sends.
const CHAIRMAN: &str = "chutich";

#[derive(Deserialize)]
struct File {
    dossier: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    unit: String,
    standard: String,
    opened_on: Date,
    as_of: Date,
    judged_on: Date,
    judged_as_of: Date,
    addressee: String,
    results_on: Date,
    results_number: i64,
    proposed_on: Date,
    proposed_number: i64,
    submitted_on: Date,
    decision: String,
    recorded_on: Date,
    paper: Vec<Paper>,
}

#[derive(Clone, Deserialize)]
struct Paper {
    part: String,
    number: String,
    on: Date,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("recognition.toml")?;
    let mut events = Vec::new();
    for row in file.dossier {
        let mut on = |day: Date, hour: i8, name: &str, act: fn(&App, &Known, &Row) -> Done| {
            let (row, name) = (row.clone(), format!("{} {name}", row.unit));
            events.push(Event::on(day, hour, name, move |app, known| act(app, known, &row)));
        };
        on(row.judged_on, 9, "judged", judge);
        on(row.results_on, 10, "results", results);
        on(row.proposed_on, 10, "proposal", proposal);
        on(row.submitted_on, 14, "submitted", submit);
        on(row.recorded_on, 14, "recognised", recognise);
        for paper in row.paper.clone() {
            let (row, day, name) = (row.clone(), paper.on, paper.number.clone());
            let act = move |app: &App, known: &mut Known| attach(app, known, &row, &paper);
            events.push(Event::on(day, 11, name, act));
        }
        let day = row.opened_on;
        let act = move |app: &App, known: &mut Known| open(app, known, &row);
        events.push(Event::on(day, 9, "a dossier of recognition", act));
    }
    Ok(events)
}

type Done = Result<(), Refusal>;

fn open(app: &App, known: &mut Known, row: &Row) -> Done {
    let new = New { unit: &row.unit, standard: &row.standard, as_of: row.as_of };
    let id = recognition::open(app, &known.person(BOARD)?, &new)?;
    known.note(RECORD, &row.unit, id);
    Ok(())
}

fn attach(app: &App, known: &Known, row: &Row, paper: &Paper) -> Done {
    let (by, id) = (known.person(BOARD)?, known.id(RECORD, &row.unit)?);
    let there = id_of(app, &by, &paper.number)?;
    recognition::attach(app, &by, &id, &paper.part, &Source::Registry(&there), "")
}

fn judge(app: &App, known: &Known, row: &Row) -> Done {
    let (by, id) = (known.person(BOARD)?, known.id(RECORD, &row.unit)?);
    let version = recognition::find(app, &by, &id)?.version;
    recognition::change_day(app, &by, &id, version, row.judged_as_of)
}

fn results(app: &App, known: &Known, row: &Row) -> Done {
    write(app, known, row, &sorts::RECOGNITION_RESULTS, row.results_number)
}

fn proposal(app: &App, known: &Known, row: &Row) -> Done {
    write(app, known, row, &sorts::RECOGNITION_PROPOSAL, row.proposed_number)
}

/// Written by the board, issued by the chairman.
fn write(app: &App, known: &Known, row: &Row, sort: &Sort, number: i64) -> Done {
    let (by, chairman) = (known.person(BOARD)?, known.person(CHAIRMAN)?);
    let subject = Subject::Recognition(known.id(RECORD, &row.unit)?);
    let mut form = letters::usual(app, &by, sort.code, &subject)?;
    form.set("addressee", &row.addressee);
    form.set("signer_name", &chairman.name);
    let id = letters::draft(app, &by, sort.code, &subject, &form)?;
    let how = Issuing { on: app.today(), number: Some(number), version: 1 };
    letters::issue(app, &chairman, &id, &how)?;
    Ok(())
}

fn submit(app: &App, known: &Known, row: &Row) -> Done {
    let (by, id) = (known.person(BOARD)?, known.id(RECORD, &row.unit)?);
    let version = recognition::find(app, &by, &id)?.version;
    recognition::submit(app, &by, &id, version, "")
}

fn recognise(app: &App, known: &Known, row: &Row) -> Done {
    let (by, id) = (known.person(BOARD)?, known.id(RECORD, &row.unit)?);
    let version = recognition::find(app, &by, &id)?.version;
    let paper = id_of(app, &by, &row.decision)?;
    recognition::recognise(app, &by, &id, version, &Decided { paper: &paper, valid_to: None })
}
