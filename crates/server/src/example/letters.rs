//! What the office writes around each sitting of the example: the invitation, the minutes and the
//! proposal to the one who decides, drafted by the secretary and issued by the chairman.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::councils;
use crate::features::letters::{self, Issuing, Subject};
use crate::features::templates::{Sort, sorts};
use crate::refusal::Refusal;

const SECRETARY: &str = "thuongtruc";
const CHAIRMAN: &str = "chutich";

#[derive(Deserialize)]
struct Sittings {
    sitting: Vec<Sitting>,
}

#[derive(Clone, Deserialize)]
struct Sitting {
    #[serde(rename = "ref")]
    reference: String,
    convened_on: Date,
    date: Date,
    starts: Time,
    ends: Time,
    agenda: Vec<String>,
    absent: Vec<Absent>,
}

#[derive(Clone, Deserialize)]
struct Absent {
    login: String,
    reason: String,
}

#[derive(Deserialize)]
struct Decisions {
    decision: Vec<Decision>,
    proposal: Vec<Above>,
}

#[derive(Deserialize)]
struct Decision {
    sitting: String,
    submission: Submission,
}

/// What only somebody above may decide.
#[derive(Deserialize)]
struct Above {
    number: String,
    date: Date,
    sitting: String,
    addressee: String,
}

#[derive(Deserialize)]
struct Submission {
    number: String,
    date: Date,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for sitting in read::toml::<Sittings>("sittings.toml")?.sitting {
        let (called, held, of) = (sitting.convened_on, sitting.date, sitting.clone());
        events.push(Event::on(called, 17, "invitation", move |app, known| invite(app, known, &of)));
        events.push(Event::on(held, 17, "minutes", move |app, known| record(app, known, &sitting)));
    }
    let decisions: Decisions = read::toml("decisions.toml")?;
    for above in decisions.proposal {
        let day = above.date;
        let act = move |app: &App, known: &mut Known| {
            let typed = [("addressee".to_owned(), above.addressee.clone())];
            let number = serial(&above.number);
            write(app, known, &sorts::PROPOSAL_ABOVE, &above.sitting, &typed, number)
        };
        events.push(Event::on(day, 16, "proposal to the level above", act));
    }
    for Decision { sitting, submission } in decisions.decision {
        let act = move |app: &App, known: &mut Known| {
            write(app, known, &sorts::PROPOSAL, &sitting, &[], serial(&submission.number))
        };
        events.push(Event::on(submission.date, 8, "proposal", act));
    }
    Ok(events)
}

fn invite(app: &App, known: &Known, of: &Sitting) -> Result<(), Refusal> {
    let typed = [("time", hour(of.starts)), ("agenda", of.agenda.join("\n"))];
    let typed = typed.map(|(name, words)| (name.to_owned(), words));
    write(app, known, &sorts::INVITATION, &of.reference, &typed, None)
}

fn record(app: &App, known: &Known, of: &Sitting) -> Result<(), Refusal> {
    let (by, id) = (known.person(SECRETARY)?, known.id("sitting", &of.reference)?);
    let members = councils::sitting(app, &by, &id)?.members;
    let mut typed =
        vec![("begins".to_owned(), hour(of.starts)), ("ends".to_owned(), hour(of.ends))];
    for absent in &of.absent {
        let account = known.person(&absent.login)?.account;
        let member = members.iter().find(|member| member.account == account);
        let member = member.ok_or(Refusal::NotFound)?;
        typed.push((format!("absent-{}", member.id), absent.reason.clone()));
    }
    write(app, known, &sorts::MINUTES, &of.reference, &typed, None)
}

/// The 96 of “96/TTr-HĐTĐKT”.
fn serial(number: &str) -> Option<i64> {
    number.split('/').next()?.parse().ok()
}

/// “08 giờ 00 phút”.
fn hour(time: Time) -> String {
    format!("{:02} giờ {:02} phút", time.hour(), time.minute())
}

fn write(
    app: &App,
    known: &Known,
    sort: &Sort,
    sitting: &str,
    typed: &[(String, String)],
    number: Option<i64>,
) -> Result<(), Refusal> {
    let (by, chairman) = (known.person(SECRETARY)?, known.person(CHAIRMAN)?);
    let subject = Subject::Sitting(known.id("sitting", sitting)?);
    let mut form = letters::usual(app, &by, sort.code, &subject)?;
    for (name, words) in typed {
        form.set(name, words);
    }
    let id = letters::draft(app, &by, sort.code, &subject, &form)?;
    let how = Issuing { on: app.today(), number, version: 1 };
    letters::issue(app, &chairman, &id, &how)?;
    Ok(())
}
