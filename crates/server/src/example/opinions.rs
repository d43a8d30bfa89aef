//! Opinions of offices on nominations, and the list that was opened to the people before the sitting.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::consultations::{self, NewList, NewVoice};
use crate::features::nominations::{self, Part, Stage, Wanted};
use crate::features::opinions::{self, Answer, Ask, Choice};
use crate::refusal::Refusal;

/// Who asks, opens and answers.
const SECRETARY: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    asked: Vec<Asked>,
    list: Vec<List>,
}

#[derive(Clone, Deserialize)]
struct Asked {
    nomination: String,
    on: Date,
    due: Date,
    officers: Vec<String>,
    question: String,
    given: Vec<Given>,
}

#[derive(Clone, Deserialize)]
struct Given {
    by: String,
    on: Date,
    #[serde(default = "afternoon")]
    hour: i8,
    choice: Choice,
    words: String,
    #[serde(default)]
    parts: Vec<Part>,
    mend_due: Option<Date>,
    mended_on: Option<Date>,
}

fn afternoon() -> i8 {
    16
}

#[derive(Clone, Deserialize)]
struct List {
    title: String,
    opened_on: Date,
    to: Date,
    nominations: Vec<String>,
    consenting: Vec<String>,
    closed_on: Date,
    voice: Vec<Voice>,
}

#[derive(Clone, Deserialize)]
struct Voice {
    by: Option<String>,
    on: Date,
    about: Option<String>,
    words: String,
    answered_on: Date,
    answer: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("opinions.toml")?;
    let mut events = Vec::new();
    for asked in file.asked {
        for given in asked.given.clone() {
            give(&mut events, &asked.nomination, given);
        }
        let day = asked.on;
        events
            .push(Event::on(day, 14, "opinions asked", move |app, known| ask(app, known, &asked)));
    }
    for list in file.list {
        for voice in list.voice.clone() {
            speak(&mut events, &list.title, voice);
        }
        let (row, day) = (list.clone(), list.closed_on);
        let act = move |app: &App, known: &mut Known| close(app, known, &row);
        events.push(Event::on(day, 9, "a list closed", act));
        let day = list.opened_on;
        let act = move |app: &App, known: &mut Known| open(app, known, &list);
        events.push(Event::on(day, 15, "a list opened", act));
    }
    Ok(events)
}

fn ask(app: &App, known: &Known, asked: &Asked) -> Result<(), Refusal> {
    let officer = |login: &String| known.person(login).map(|person| person.account);
    let officers = asked.officers.iter().map(officer).collect::<Result<Vec<_>, _>>()?;
    let new = Ask { officers: &officers, question: &asked.question, due: asked.due };
    let nomination = known.id("nomination", &asked.nomination)?;
    opinions::ask(app, &known.person(SECRETARY)?, &nomination, &new)
}

/// An answer, and where it wanted something mended, that this was done.
fn give(events: &mut Vec<Event>, nomination: &str, given: Given) {
    if let Some(day) = given.mended_on {
        let nomination = nomination.to_owned();
        let act = move |app: &App, known: &mut Known| mend(app, known, &nomination);
        events.push(Event::on(day, 9, "mended", act));
    }
    let (nomination, day, hour) = (nomination.to_owned(), given.on, given.hour);
    let act = move |app: &App, known: &mut Known| answer(app, known, &nomination, &given);
    events.push(Event::on(day, hour, "an opinion", act));
}

fn answer(app: &App, known: &Known, nomination: &str, given: &Given) -> Result<(), Refusal> {
    let (by, nomination) = (known.person(&given.by)?, known.id("nomination", nomination)?);
    let all = opinions::mine(app, &by)?;
    let one = all.iter().find(|one| one.nomination == nomination && one.state.is_open());
    let one = one.ok_or(Refusal::NotFound)?;
    let wanted = given.mend_due.map(|due| Wanted { parts: &given.parts, words: &given.words, due });
    let said = Answer { choice: given.choice, words: &given.words, file: None, wanted };
    opinions::answer(app, &by, &one.id, one.version, &said)
}

fn mend(app: &App, known: &Known, nomination: &str) -> Result<(), Refusal> {
    let id = known.id("nomination", nomination)?;
    let by = known.person("matran")?;
    let all = nominations::mendings(app, &by.commune, &id)?;
    let open = all.iter().find(|one| one.stage == Stage::Open).ok_or(Refusal::NotFound)?;
    nominations::mended(app, &by, &id, &open.id)
}

fn open(app: &App, known: &mut Known, list: &List) -> Result<(), Refusal> {
    let ids = |refs: &[String]| {
        refs.iter().map(|one| known.id("nomination", one)).collect::<Result<Vec<_>, _>>()
    };
    let (nominations, consenting) = (ids(&list.nominations)?, ids(&list.consenting)?);
    let new = NewList {
        title: &list.title,
        from: list.opened_on,
        to: list.to,
        nominations: &nominations,
        consenting: &consenting,
    };
    let id = consultations::open(app, &known.person(SECRETARY)?, &new)?;
    known.note(consultations::RECORD, &list.title, id);
    Ok(())
}

/// A voice, and its answer.
fn speak(events: &mut Vec<Event>, title: &str, voice: Voice) {
    let (row, list, day) = (voice.clone(), title.to_owned(), voice.answered_on);
    let act = move |app: &App, known: &mut Known| reply(app, known, &list, &row);
    events.push(Event::on(day, 16, "a voice answered", act));
    let (list, day) = (title.to_owned(), voice.on);
    let act = move |app: &App, known: &mut Known| said(app, known, &list, &voice);
    events.push(Event::on(day, 10, "a voice", act));
}

fn said(app: &App, known: &mut Known, list: &str, voice: &Voice) -> Result<(), Refusal> {
    let id = known.id(consultations::RECORD, list)?;
    let about = voice.about.as_ref().map(|one| known.id("nomination", one)).transpose()?;
    let about = about.unwrap_or_default();
    let new = NewVoice { about: &about, words: &voice.words, ..NewVoice::default() };
    match &voice.by {
        Some(login) => consultations::enter(app, &known.person(login)?, &id, &new)?,
        None => consultations::send(app, &id, &new)?,
    };
    Ok(())
}

fn reply(app: &App, known: &Known, list: &str, voice: &Voice) -> Result<(), Refusal> {
    let (by, id) = (known.person(SECRETARY)?, known.id(consultations::RECORD, list)?);
    let all = consultations::voices(app, &by, &id)?;
    let one = all.iter().find(|one| one.words == voice.words).ok_or(Refusal::NotFound)?;
    consultations::answer(app, &by, &id, &one.id, one.version, &voice.answer)
}

fn close(app: &App, known: &Known, list: &List) -> Result<(), Refusal> {
    let (by, id) = (known.person(SECRETARY)?, known.id(consultations::RECORD, &list.title)?);
    let version = consultations::find(app, &by, &id)?.0.version;
    consultations::close(app, &by, &id, version)
}
