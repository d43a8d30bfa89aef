//! The clusters of the example: opened, scored by their members, settled and closed on their days.

use chungsuc_domain::Decimal;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::clusters::{self, Cluster, Member, NewCluster, SETTLED, Score};
use crate::refusal::Refusal;

/// Who opens, leads on and closes, and types in what came on paper.
const SECRETARY: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    cluster: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    name: String,
    year: i16,
    paper: String,
    opened_on: Date,
    own_on: Date,
    others_on: Date,
    settled_on: Date,
    closed_on: Date,
    peers: usize,
    gap: String,
    ties: String,
    sheet: Vec<String>,
    member: Vec<MemberRow>,
}

#[derive(Clone, Deserialize)]
struct MemberRow {
    unit: String,
    by: Option<String>,
    own: String,
    others: String,
    settled: Option<String>,
    #[serde(default)]
    reason: String,
}

type Act = fn(&App, &Known, &Row, &str) -> Result<(), Refusal>;

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for row in read::toml::<File>("clusters.toml")?.cluster {
        let opened = row.clone();
        let act = move |app: &App, known: &mut Known| open(app, known, &opened);
        events.push(Event::on(row.opened_on, 9, "cluster opened", act));
        let steps: [(Date, i8, Act); 5] = [
            (row.own_on, 10, own),
            (row.own_on, 16, go_on),
            (row.others_on, 10, others),
            (row.settled_on, 9, settle),
            (row.closed_on, 9, close),
        ];
        for (day, hour, step) in steps {
            let row = row.clone();
            let act = move |app: &App, known: &mut Known| {
                let id = known.id(clusters::RECORD, &row.name)?;
                step(app, known, &row, &id)
            };
            events.push(Event::on(day, hour, "cluster", act));
        }
    }
    Ok(events)
}

fn open(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let members: Vec<_> = row.member.iter().map(|one| one.unit.clone()).collect();
    let new = NewCluster {
        name: &row.name,
        year: row.year,
        paper: &row.paper,
        sheet: &row.sheet.join("\n"),
        members: &members,
        peers: row.peers,
        gap: Decimal::parse(&row.gap).map_err(|_| Refusal::NotFound)?,
        ties: &row.ties,
    };
    let id = clusters::open(app, &known.person(SECRETARY)?, &new)?;
    known.note(clusters::RECORD, &row.name, id);
    Ok(())
}

/// “38 27,5 -”: points in the order of the contents.
fn points(text: &str) -> Vec<Option<Decimal>> {
    text.split(' ').map(|part| Decimal::parse(part).ok()).collect()
}

fn give(app: &App, known: &Known, id: &str, by: Option<&str>, score: Score) -> Result<(), Refusal> {
    clusters::score(app, &known.person(by.unwrap_or(SECRETARY))?, id, &score)
}

fn score(scorer: usize, member: usize, text: &str, note: &str) -> Score {
    Score { scorer, member, points: points(text), note: note.to_owned(), version: 0 }
}

/// The rows in the order in which the cluster has its members.
fn in_order<'a>(cluster: &Cluster, row: &'a Row) -> Result<Vec<&'a MemberRow>, Refusal> {
    let of = |member: &Member| row.member.iter().find(|one| one.unit == member.subject);
    cluster.members.iter().map(of).collect::<Option<_>>().ok_or(Refusal::NotFound)
}

fn own(app: &App, known: &Known, row: &Row, id: &str) -> Result<(), Refusal> {
    let cluster = clusters::find(app, &known.person(SECRETARY)?, id)?;
    in_order(&cluster, row)?.into_iter().enumerate().try_for_each(|(at, one)| {
        give(app, known, id, one.by.as_deref(), score(at + 1, at, &one.own, ""))
    })
}

fn others(app: &App, known: &Known, row: &Row, id: &str) -> Result<(), Refusal> {
    let cluster = clusters::find(app, &known.person(SECRETARY)?, id)?;
    let rows = in_order(&cluster, row)?;
    for (at, one) in rows.iter().enumerate() {
        for member in cluster.scores_whom(at) {
            let new = score(at + 1, member, &rows[member].others, "");
            give(app, known, id, one.by.as_deref(), new)?;
        }
    }
    Ok(())
}

/// After the others have scored: what lies far apart is settled.
fn settle(app: &App, known: &Known, row: &Row, id: &str) -> Result<(), Refusal> {
    go_on(app, known, row, id)?;
    let cluster = clusters::find(app, &known.person(SECRETARY)?, id)?;
    for (at, one) in in_order(&cluster, row)?.into_iter().enumerate() {
        if let Some(settled) = &one.settled {
            give(app, known, id, None, score(SETTLED, at, settled, &one.reason))?;
        }
    }
    Ok(())
}

fn go_on(app: &App, known: &Known, _: &Row, id: &str) -> Result<(), Refusal> {
    let by = known.person(SECRETARY)?;
    clusters::go_on(app, &by, id, clusters::find(app, &by, id)?.version)
}

fn close(app: &App, known: &Known, _: &Row, id: &str) -> Result<(), Refusal> {
    let by = known.person(SECRETARY)?;
    clusters::close(app, &by, id, clusters::find(app, &by, id)?.version, None, "")
}
