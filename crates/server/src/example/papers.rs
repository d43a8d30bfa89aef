//! The papers that the office enters into its registry, with their relations.

use chungsuc_domain::date::show_date;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::access::Person;
use crate::app::App;
use crate::features::files::NewFile;
use crate::features::papers::{self, Direction, Entry, Relation, Wanted};
use crate::refusal::Refusal;
use crate::web::{Form, Paging, UploadedFile};

/// Who keeps the registry.
const KEEPER: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    paper: Vec<Row>,
    relation: Vec<Said>,
}

#[derive(Clone, Deserialize)]
struct Row {
    number: String,
    kind: String,
    issued_on: Date,
    received_on: Option<Date>,
    entered_on: Date,
    issuer: String,
    title: String,
    #[serde(default)]
    signer_post: String,
    #[serde(default)]
    signer_name: String,
    readers: String,
    text: String,
    #[serde(default)]
    relations: Vec<SaidHere>,
}

#[derive(Clone, Deserialize)]
struct SaidHere {
    relation: Relation,
    other: String,
    on: Date,
}

#[derive(Deserialize)]
struct Said {
    paper: String,
    #[serde(flatten)]
    said: SaidHere,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let File { paper, relation } = read::toml("papers.toml")?;
    let mut events = Vec::new();
    for row in paper {
        for said in &row.relations {
            events.push(relate(row.number.clone(), said.clone()));
        }
        let (day, name) = (row.entered_on, row.number.clone());
        events.push(Event::on(day, 10, name, move |app, known| enter(app, known, &row)));
    }
    events.extend(relation.into_iter().map(|said| relate(said.paper, said.said)));
    Ok(events)
}

fn enter(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let direction =
        if row.received_on.is_some() { Direction::Incoming } else { Direction::Outgoing };
    let form = Form::from_pairs([
        ("kind", row.kind.clone()),
        ("direction", direction.code().to_owned()),
        ("number", row.number.clone()),
        ("issued_on", show_date(row.issued_on)),
        ("received_on", row.received_on.map(show_date).unwrap_or_default()),
        ("issuer", row.issuer.clone()),
        ("title", row.title.clone()),
        ("signer_post", row.signer_post.clone()),
        ("signer_name", row.signer_name.clone()),
        ("readers", row.readers.clone()),
    ]);
    let sent = UploadedFile {
        field: "file".to_owned(),
        name: format!("{}.txt", row.number.replace('/', "-")),
        content: row.text.trim().into(),
    };
    let file = NewFile::check_paper("file", &sent)?;
    papers::enter(app, &known.person(KEEPER)?, &Entry::read(&form, app.today())?, &file)?;
    Ok(())
}

/// At the end of a day, when both papers are there.
fn relate(paper: String, said: SaidHere) -> Event {
    let name = format!("{paper} and {}", said.other);
    Event::on(said.on, 17, name, move |app, known| {
        let by = known.person(KEEPER)?;
        let (here, there) = (id_of(app, &by, &paper)?, id_of(app, &by, &said.other)?);
        papers::relate(app, &by, &here, said.relation, &there)
    })
}

pub(super) fn id_of(app: &App, by: &Person, number: &str) -> Result<String, Refusal> {
    let wanted = Wanted { words: number, ..Wanted::default() };
    let paging = Paging::parse("", &Form::default(), &[]);
    let (found, _) = papers::list(app, by, wanted, &paging)?;
    let one = found.into_iter().find(|paper| paper.number.as_deref() == Some(number));
    one.map(|paper| paper.id).ok_or(Refusal::NotFound)
}
