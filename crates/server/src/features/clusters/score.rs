//! Points: what a member gives itself, what others give it, and what is settled.

use chungsuc_domain::Decimal;
use chungsuc_store::{Change, Row, StoreError};
use serde::Serialize;

use super::{Cluster, State, Table, find, sql, table};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the points' records in the journal.
const SCORE: &str = "cluster_score";
/// Who settles, beside the members, who are counted from 1.
pub const SETTLED: usize = 0;

/// What one gave another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Who: 0 settles, members are counted from 1.
    pub scorer: usize,
    /// Whom, counted from 0.
    pub member: usize,
    /// Points for each content; nothing where nothing was said.
    pub points: Vec<Option<Decimal>>,
    /// What should be known of it.
    pub note: String,
    /// Which state of the record this is.
    pub version: i64,
}

impl Score {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index, wanted| StoreError::Column { index, wanted };
        let count = |index: usize, least: i64| {
            let number = row.get::<i64>(index)? - least;
            usize::try_from(number).map_err(|_| wrong(index, "member"))
        };
        let points: String = row.get(2)?;
        let points: Vec<Option<i64>> =
            serde_json::from_str(&points).map_err(|_| wrong(2, "points"))?;
        Ok(Self {
            scorer: count(0, 0)?,
            member: count(1, 1)?,
            points: points.into_iter().map(|one| one.map(Decimal::from_thousandths)).collect(),
            note: row.get(3)?,
            version: row.get(4)?,
        })
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    scorer: &'a str,
    member: &'a str,
    /// “1: 20; 2: 15,5; 3: –”
    points: String,
    note: &'a str,
}

/// Gives points, seen in state `version` (0 where there are none yet). A member gives them for itself and
/// then for others; what is settled needs a reason as its note, and may leave contents as they are.
///
/// # Errors
/// [`Refusal::Forbidden`] for a member of another place; [`Refusal::Invalid`] with the fields `points-1`
/// … and `note`; a rule, when it is not this step; a conflict.
pub fn score(app: &App, by: &Person, id: &str, new: &Score) -> Result<(), Refusal> {
    let cluster = find(app, by, id)?;
    may_score(by, &cluster, new.scorer, new.member)?;
    check(&cluster, new)?;
    let known = table(app, by, &cluster)?;
    let change = change(&cluster, &known, new)?;
    let points: Vec<_> = new.points.iter().map(|one| one.map(Decimal::thousandths)).collect();
    let points = serde_json::to_string(&points).map_err(StoreError::from)?;
    let today = app.today();
    let (scorer, member) = (number(new.scorer), number(new.member + 1));
    app.write(by, |tx| {
        let here = [by.commune.as_str().into(), id.into(), cluster.state.code().into()];
        if tx.first(sql::IN_STEP, &here, |row| row.get::<i64>(0))?.is_none() {
            return Err(Refusal::rule("cluster-step-over"));
        }
        if new.version == 0 {
            let params = [
                by.commune.as_str().into(),
                id.into(),
                scorer.into(),
                member.into(),
                points.as_str().into(),
                new.note.as_str().into(),
                today.into(),
                by.account.as_str().into(),
            ];
            return Ok(tx.change(change, sql::ADD_SCORE, &params)?);
        }
        let params = [
            points.as_str().into(),
            new.note.as_str().into(),
            today.into(),
            by.account.as_str().into(),
            by.commune.as_str().into(),
            id.into(),
            scorer.into(),
            member.into(),
            new.version.into(),
        ];
        Ok(tx.change(change, sql::SET_SCORE, &params)?)
    })
}

fn number(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

/// Whether these points are asked for now, and this person is the one to give them.
pub(super) fn may_score(
    by: &Person,
    cluster: &Cluster,
    scorer: usize,
    member: usize,
) -> Result<(), Refusal> {
    if scorer == SETTLED {
        by.must_in_commune(Act::KeepClusters)?;
        return match cluster.state {
            State::Settling if member < cluster.members.len() => Ok(()),
            _ => Err(Refusal::rule("cluster-step-over")),
        };
    }
    let place = cluster.place(&by.commune, scorer - 1).ok_or(Refusal::NotFound)?;
    by.must(Act::ScoreClusters, place)?;
    if cluster.scores_whom(scorer - 1).contains(&member) {
        Ok(())
    } else {
        Err(Refusal::rule("cluster-step-over"))
    }
}

fn check(cluster: &Cluster, new: &Score) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    for (place, criterion) in cluster.sheet.iter().enumerate() {
        let field = || format!("points-{}", place + 1);
        match new.points.get(place).copied().flatten() {
            None if new.scorer == SETTLED => {}
            None => errors.add(field(), Message::new("cluster-points-missing")),
            Some(points) if points < Decimal::ZERO || points > criterion.most() => {
                let most = criterion.most().to_string();
                errors.add(field(), Message::new("cluster-points-most").arg("most", most));
            }
            Some(_) => {}
        }
    }
    if new.scorer == SETTLED && new.note.trim().is_empty() {
        errors.add("note", Message::new("cluster-reason-wanted"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

fn change(cluster: &Cluster, known: &Table, new: &Score) -> Result<Change, Refusal> {
    let name = |number: usize| {
        let member = number.checked_sub(1).and_then(|at| cluster.members.get(at));
        member.map_or("", |member| member.name.as_str())
    };
    let kept = |score: &'_ Score| -> (String, String) {
        let point = |(at, one): (usize, &Option<Decimal>)| {
            format!("{}: {}", at + 1, one.map_or_else(|| "–".to_owned(), |one| one.to_string()))
        };
        let points: Vec<_> = score.points.iter().enumerate().map(point).collect();
        (points.join("; "), score.note.clone())
    };
    let (points, note) = kept(new);
    let (scorer, member) = (name(new.scorer), name(new.member + 1));
    let key = format!("{}/{}/{}", cluster.id, new.scorer, new.member + 1);
    let now = Kept { scorer, member, points, note: &note };
    let change = match known.given(new.scorer, new.member).filter(|_| new.version > 0) {
        None => Change::create(SCORE, key, &now)?,
        Some(old) => {
            let (points, note) = kept(old);
            Change::update(SCORE, key, &Kept { scorer, member, points, note: &note }, &now)?
        }
    };
    Ok(if new.scorer == SETTLED { change.because(&new.note) } else { change })
}
