//! Nominations of the example, the council that considers them, and its sittings.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::ballot::BallotRule;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::access::Person;
use crate::app::App;
use crate::features::councils::{self, Attendance, Choice, Manner, NewCouncil, NewSitting};
use crate::features::directory;
use crate::features::nominations::{self, NewNomination, State};
use crate::features::proposals;
use crate::refusal::Refusal;

/// Who keeps the council.
const SECRETARY: &str = "thuongtruc";

#[derive(Clone, Deserialize)]
struct Row {
    #[serde(rename = "ref")]
    reference: String,
    award: String,
    subject_kind: String,
    subject: String,
    proposed_by: String,
    prepared_by: String,
    prepared_on: Date,
    path: String,
    achievement: String,
    remark: String,
}

#[derive(Deserialize)]
struct File {
    council: Vec<CouncilRow>,
    sitting: Vec<SittingRow>,
}

#[derive(Clone, Deserialize)]
struct CouncilRow {
    name: String,
    decision: String,
    from: Date,
    rule: BallotRule,
    members: Vec<MemberRow>,
}

#[derive(Clone, Deserialize)]
struct MemberRow {
    login: String,
    seat: String,
}

#[derive(Deserialize)]
struct PostRow {
    login: String,
    post: String,
}

#[derive(Clone, Deserialize)]
struct SittingRow {
    #[serde(rename = "ref")]
    reference: String,
    convened_on: Date,
    date: Date,
    place: String,
    #[serde(default = "by_name", rename = "ballot_manner")]
    manner: Manner,
    present: Vec<String>,
    ballot: Vec<BallotRow>,
}

#[derive(Clone, Deserialize)]
struct BallotRow {
    nomination: String,
    votes: chungsuc_domain::ballot::Votes,
    #[serde(default)]
    recused: Vec<String>,
}

fn by_name() -> Manner {
    Manner::Named
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for row in read::csv::<Row>("nominations.csv")? {
        nomination(&mut events, row)?;
    }
    let file: File = read::toml("sittings.toml")?;
    for row in file.council {
        let day = row.from;
        let act = move |app: &App, known: &mut Known| set_up(app, known, &row);
        events.push(Event::on(day, 8, "council", act));
    }
    for row in file.sitting {
        sitting(&mut events, row);
    }
    Ok(events)
}

/// A nomination is written, then goes its way: sent, returned, received (`checked`), withdrawn.
fn nomination(events: &mut Vec<Event>, row: Row) -> Result<(), ExampleError> {
    let wrong = |text: &str| ExampleError::File { file: "nominations.csv", why: text.to_owned() };
    for (hour, text) in (10..).zip(row.path.split(';').filter(|text| !text.is_empty())) {
        let (step, day) = text.split_once('@').ok_or_else(|| wrong(text))?;
        let day = day.parse().map_err(|_| wrong(text))?;
        let (row, step) = (row.clone(), step.to_owned());
        let name = format!("{} {step}", row.reference);
        let act = move |app: &App, known: &mut Known| go_on(app, known, &row, &step);
        events.push(Event::on(day, hour, name, act));
    }
    let (day, name) = (row.prepared_on, row.reference.clone());
    let act = move |app: &App, known: &mut Known| propose(app, known, &row);
    events.push(Event::on(day, 9, name, act));
    Ok(())
}

fn propose(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let by = known.person(&row.prepared_by)?;
    let kind = SubjectKind::from_code(&row.subject_kind).ok_or(Refusal::NotFound)?;
    let contestant = known.id("contestant", &format!("{}/{}", kind.code(), row.subject))?;
    let body = known.id("body", &row.proposed_by)?;
    let proposed_by = directory::body(app, &by, &body)?.fields.name;
    let new = NewNomination {
        contestant: &contestant,
        award: &row.award,
        achievement: &row.achievement,
        proposed_by: &proposed_by,
    };
    // What people told first is where it came from.
    let id = match known.id(proposals::RECORD, &row.reference) {
        Ok(told) => {
            let version = proposals::find(app, &by, &told)?.version;
            proposals::nominate(app, &by, &told, version, &new)?
        }
        Err(_) => nominations::propose(app, &by, &new)?,
    };
    known.note("nomination", &row.reference, id);
    Ok(())
}

fn go_on(app: &App, known: &mut Known, row: &Row, step: &str) -> Result<(), Refusal> {
    let (by, secretary) = (known.person(&row.prepared_by)?, known.person(SECRETARY)?);
    let id = known.id("nomination", &row.reference)?;
    match step {
        "sent" => nominations::send(app, &by, &id),
        "checked" => nominations::receive(app, &secretary, &id),
        "returned" => nominations::send_back(app, &secretary, &id, &row.remark),
        "withdrawn" => nominations::withdraw(app, &by, &id, &row.remark),
        _ => Err(Refusal::NotFound),
    }
}

fn set_up(app: &App, known: &mut Known, row: &CouncilRow) -> Result<(), Refusal> {
    let posts: Vec<PostRow> = read::csv("accounts.csv").map_err(|_| Refusal::NotFound)?;
    let member = |member: &MemberRow| -> Result<_, Refusal> {
        let person = known.person(&member.login)?;
        let post = posts.iter().find(|row| row.login == member.login);
        let post = post.map(|row| row.post.clone()).unwrap_or_default();
        let part = match member.seat.as_str() {
            "chair" | "secretary" => member.seat.clone(),
            _ => "member".to_owned(),
        };
        Ok((person.account, post, part))
    };
    let new = NewCouncil {
        name: row.name.clone(),
        paper: format!("Quyết định {}", row.decision),
        valid_from: row.from,
        rule: row.rule.clone(),
        members: row.members.iter().map(member).collect::<Result<_, _>>()?,
    };
    councils::set_up(app, &known.person(SECRETARY)?, &new)?;
    Ok(())
}

/// A sitting is called, its agenda filled up, then opened, voted in and closed on its day.
fn sitting(events: &mut Vec<Event>, row: SittingRow) {
    let (called, held) = (row.convened_on, row.date);
    let call_row = row.clone();
    let act = move |app: &App, known: &mut Known| call(app, known, &call_row);
    events.push(Event::on(called, 17, "sitting called", act));
    // What became complete after the call comes onto the agenda the day before.
    let more = row.clone();
    let act = move |app: &App, known: &mut Known| add_more(app, known, &more);
    events.push(Event::on(held.saturating_sub(1.day()), 16, "agenda", act));
    let act = move |app: &App, known: &mut Known| hold(app, known, &row);
    events.push(Event::on(held, 14, "sitting held", act));
}

/// The nominations of a sitting that are complete by now.
fn complete(app: &App, known: &Known, row: &SittingRow) -> Result<Vec<String>, Refusal> {
    let secretary = known.person(SECRETARY)?;
    let ready = nominations::list(app, &secretary, Some(State::Received))?;
    let of_sitting =
        row.ballot.iter().filter_map(|one| known.id("nomination", &one.nomination).ok());
    Ok(of_sitting.filter(|id| ready.iter().any(|one| one.id == *id)).collect())
}

fn call(app: &App, known: &mut Known, row: &SittingRow) -> Result<(), Refusal> {
    let agenda = complete(app, known, row)?;
    let new =
        NewSitting { held_on: row.date, place: &row.place, manner: row.manner, agenda: &agenda };
    let id = councils::call(app, &known.person(SECRETARY)?, &new)?;
    known.note("sitting", &row.reference, id);
    Ok(())
}

fn add_more(app: &App, known: &mut Known, row: &SittingRow) -> Result<(), Refusal> {
    let (secretary, id) = (known.person(SECRETARY)?, known.id("sitting", &row.reference)?);
    let agenda = complete(app, known, row)?;
    agenda.iter().try_for_each(|one| councils::put_on_agenda(app, &secretary, &id, one))
}

fn hold(app: &App, known: &mut Known, row: &SittingRow) -> Result<(), Refusal> {
    let (secretary, id) = (known.person(SECRETARY)?, known.id("sitting", &row.reference)?);
    let sitting = councils::sitting(app, &secretary, &id)?;
    let account = |login: &String| known.person(login).map(|person| person.account);
    let there = row.present.iter().map(account).collect::<Result<Vec<_>, _>>()?;
    let present = sitting.members.iter().filter(|member| there.contains(&member.account));
    let present = present.map(|member| member.id.clone()).collect();
    let who = Attendance { present, ..Attendance::default() };
    councils::open(app, &secretary, &id, &who)?;
    for login in &row.present {
        let votes = row
            .ballot
            .iter()
            .map(|one| Ok((known.id("nomination", &one.nomination)?, choice(row, one, login))));
        let votes = votes.collect::<Result<Vec<_>, Refusal>>()?;
        let member = known.person(login)?;
        match row.manner {
            Manner::Secret => in_secret(app, &member, &id, votes)?,
            Manner::Named | Manner::Paper => councils::vote(app, &member, &id, &votes)?,
        }
    }
    councils::close(app, &secretary, &id)
}

/// Who keeps out says so aloud; the rest goes into the box.
fn in_secret(
    app: &App,
    member: &Person,
    sitting: &str,
    votes: Vec<(String, Choice)>,
) -> Result<(), Refusal> {
    let (out, votes): (Vec<_>, Vec<_>) =
        votes.into_iter().partition(|(_, choice)| *choice == Choice::Recused);
    for (nomination, _) in out {
        councils::declare(app, member, sitting, &nomination, "Hồ sơ của đơn vị mình phụ trách")?;
    }
    councils::hand_in(app, member, sitting, 1, &votes)
}

/// The files hold counts: those present who do not keep out say yes, then no, then neither.
fn choice(row: &SittingRow, ballot: &BallotRow, login: &String) -> Choice {
    if ballot.recused.contains(login) {
        return Choice::Recused;
    }
    let voters = row.present.iter().filter(|other| !ballot.recused.contains(other));
    let place = voters.take_while(|other| *other != login).count();
    let votes = ballot.votes;
    match u32::try_from(place).unwrap_or(u32::MAX) {
        place if place < votes.in_favour => Choice::For,
        place if place < votes.in_favour + votes.against => Choice::Against,
        _ => Choice::Abstain,
    }
}
