//! Clusters (cụm, khối thi đua): villages or bodies that score themselves and each other by their own
//! regulation; what lies far apart is settled with a reason; who leads is a fact of that year's awards.
//!
//! Households and persons are never members: nobody ranks people here. A closed cluster stays.

mod minutes;
mod open;
mod pages;
mod score;
mod sql;
mod steps;
mod todos;

use chungsuc_domain::cluster::{Criterion, Scores, Standing, scores_whom, standings};
use chungsuc_domain::date::Date;
use chungsuc_domain::{Decimal, SubjectKind, codes};
use chungsuc_store::{Row, StoreError};
use serde::{Deserialize, Serialize};

pub use minutes::{Meeting, minutes};
pub use open::{NewCluster, candidates, open, read_sheet};
pub(crate) use pages::routes;
pub use score::{SETTLED, Score, score};
pub use steps::{close, drop, go_on, missing};
pub(crate) use todos::todos;

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of a cluster's records in the journal.
pub const RECORD: &str = "cluster";

codes! {
    /// How far a cluster is.
    State {
        /// Each member scores itself.
        Own = "own",
        /// Members score each other.
        Peers = "peers",
        /// What lies far apart is looked at.
        Settling = "settling",
        /// Settled: there is a leader.
        Closed = "settled",
        /// Given up with a reason.
        Dropped = "dropped",
    }
}

/// Who is compared, as named on the day of opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// What it is: a village or a body.
    pub kind: SubjectKind,
    /// Code of the unit, or id of the body.
    pub subject: String,
    /// Its name.
    pub name: String,
    /// Code of its village.
    pub village: Option<String>,
}

/// A cluster in one year.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The year that is compared.
    pub year: i16,
    /// The paper of its regulation.
    pub paper: String,
    /// What is scored.
    pub sheet: Vec<Criterion>,
    /// Who is compared.
    pub members: Vec<Member>,
    /// How many others score each member.
    pub peers: usize,
    /// How far own and others' points may lie apart before somebody is asked.
    pub gap: Decimal,
    /// The contents, counted from 0, that are compared where sums are equal.
    pub ties: Vec<usize>,
    /// The day of opening.
    pub opened_on: Date,
    /// How far it is.
    pub state: State,
    /// The leading member, counted from 0.
    pub leader: Option<usize>,
    /// Why this one leads among equals, or why it was given up.
    pub reason: Option<String>,
    /// The day on which it was closed.
    pub closed_on: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
}

impl Cluster {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index, wanted| StoreError::Column { index, wanted };
        let count = |index| {
            let number = row.get::<i64>(index)?;
            usize::try_from(number).map_err(|_| wrong(index, "count"))
        };
        let (sheet, members, ties): (String, String, String) =
            (row.get(4)?, row.get(5)?, row.get(8)?);
        let leader: Option<i64> = row.get(11)?;
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            year: i16::try_from(row.get::<i64>(2)?).map_err(|_| wrong(2, "year"))?,
            paper: row.get(3)?,
            sheet: serde_json::from_str(&sheet).map_err(|_| wrong(4, "contents"))?,
            members: serde_json::from_str(&members).map_err(|_| wrong(5, "members"))?,
            peers: count(6)?,
            gap: Decimal::from_thousandths(row.get(7)?),
            ties: serde_json::from_str(&ties).map_err(|_| wrong(8, "places"))?,
            opened_on: row.get(9)?,
            state: row.coded(10, State::from_code)?,
            leader: leader.map(usize::try_from).transpose().map_err(|_| wrong(11, "place"))?,
            reason: row.get(12)?,
            closed_on: row.get(13)?,
            version: row.get(14)?,
        })
    }

    /// Where a member belongs.
    pub fn place<'a>(&'a self, commune: &'a str, member: usize) -> Option<Place<'a>> {
        let village = self.members.get(member)?.village.as_deref();
        Some(Place { commune, village })
    }

    /// Whom a member scores in this step: itself first, then the others around the circle.
    pub fn scores_whom(&self, member: usize) -> Vec<usize> {
        match self.state {
            State::Own => vec![member],
            State::Peers => scores_whom(member, self.members.len(), self.peers),
            State::Settling | State::Closed | State::Dropped => Vec::new(),
        }
    }
}

/// The points of a cluster: those of each member in order, and where each stands.
#[derive(Clone, Debug)]
pub struct Table {
    /// What was given, by whom.
    pub given: Vec<Score>,
    /// The points of each member.
    pub scores: Vec<Scores>,
    /// Where each stands.
    pub standings: Vec<Standing>,
}

impl Table {
    fn of(cluster: &Cluster, given: Vec<Score>) -> Self {
        let mut scores = vec![Scores::default(); cluster.members.len()];
        for one in &given {
            let Some(scores) = scores.get_mut(one.member) else { continue };
            match one.scorer {
                SETTLED => scores.settled.clone_from(&one.points),
                scorer if scorer == one.member + 1 => scores.own.clone_from(&one.points),
                _ => scores.peers.push(one.points.clone()),
            }
        }
        let standings = standings(&cluster.sheet, &cluster.ties, &scores);
        Self { given, scores, standings }
    }

    /// What a scorer (0 settles, members are counted from 1) gave a member.
    pub fn given(&self, scorer: usize, member: usize) -> Option<&Score> {
        self.given.iter().find(|one| one.scorer == scorer && one.member == member)
    }

    /// The members in front: more than one where nothing tells them apart.
    pub fn first(&self) -> Vec<usize> {
        let first =
            |(member, standing): (usize, &Standing)| (standing.place == Some(1)).then_some(member);
        self.standings.iter().enumerate().filter_map(first).collect()
    }
}

/// One cluster. Its members see each other's points: they compare themselves.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Cluster, Refusal> {
    by.must_somewhere(Act::ReadClusters)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &params, Cluster::read)?.ok_or(Refusal::NotFound))
}

/// The clusters of a year, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person, year: i16) -> Result<Vec<Cluster>, Refusal> {
    by.must_somewhere(Act::ReadClusters)?;
    of_year(app, by, year)
}

fn of_year(app: &App, by: &Person, year: i16) -> Result<Vec<Cluster>, Refusal> {
    let params = [by.commune.as_str().into(), i64::from(year).into()];
    app.read(|r| Ok(r.all(sql::OF_YEAR, &params, Cluster::read)?))
}

/// What was given in a cluster, and where each member stands.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn table(app: &App, by: &Person, cluster: &Cluster) -> Result<Table, Refusal> {
    by.must_somewhere(Act::ReadClusters)?;
    let params = [by.commune.as_str().into(), cluster.id.as_str().into()];
    let given = app.read(|r| Ok::<_, Refusal>(r.all(sql::SCORES, &params, Score::read)?))?;
    Ok(Table::of(cluster, given))
}

/// Whether somebody led a cluster of a year, and the day on which that was closed; nothing while no
/// closed cluster of that year has them.
///
/// # Errors
/// Of the store.
pub(crate) fn led(
    app: &App,
    by: &Person,
    kind: SubjectKind,
    subject: &str,
    year: i16,
) -> Result<Option<(bool, Date)>, Refusal> {
    let is = |member: &Member| member.kind == kind && member.subject == subject;
    let closed = of_year(app, by, year)?.into_iter().filter(|one| one.state == State::Closed);
    let of = closed.filter_map(|one| {
        let member = one.members.iter().position(is)?;
        Some((one.leader == Some(member), one.closed_on?))
    });
    Ok(of.max())
}
