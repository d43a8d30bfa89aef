//! The steps of a cluster: own points, others' points, settling, closing; or giving it up.

use chungsuc_domain::date::Date;
use chungsuc_store::Change;
use serde::Serialize;

use super::{Cluster, RECORD, State, Table, find, sql, table};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Step<'a> {
    state: State,
    leads: Option<&'a str>,
    closed_on: Option<Date>,
}

fn step<'a>(cluster: &'a Cluster, state: State) -> Step<'a> {
    let leader = cluster.leader.and_then(|at| cluster.members.get(at));
    let leads = leader.map(|one| one.name.as_str());
    Step { state, leads, closed_on: cluster.closed_on }
}

/// The members that have not given all their points in this step.
pub fn missing<'a>(cluster: &'a Cluster, table: &Table) -> Vec<&'a str> {
    let owes = |member: &usize| {
        let whom = cluster.scores_whom(*member);
        whom.iter().any(|other| table.given(member + 1, *other).is_none())
    };
    let members = (0..cluster.members.len()).filter(owes);
    members.map(|member| cluster.members[member].name.as_str()).collect()
}

/// Leads a cluster that was seen in state `version` to its next step, once everybody has given their
/// points; where members do not score each other, own points are followed by settling.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, with who is missing, or when there is no next step; a conflict.
pub fn go_on(app: &App, by: &Person, id: &str, version: i64) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let cluster = find(app, by, id)?;
    let next = match cluster.state {
        State::Own if cluster.peers > 0 => State::Peers,
        State::Own | State::Peers => State::Settling,
        State::Settling | State::Closed | State::Dropped => {
            return Err(Refusal::rule("cluster-step-over"));
        }
    };
    let table = table(app, by, &cluster)?;
    let missing = missing(&cluster, &table);
    if !missing.is_empty() {
        let names = missing.join(", ");
        return Err(Refusal::Rule(Message::new("cluster-missing").arg("names", names)));
    }
    let change = Change::update(RECORD, id, &step(&cluster, cluster.state), &step(&cluster, next))?;
    let params = [
        next.code().into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
        cluster.state.code().into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::STEP, &params)?))
}

/// Closes a cluster: its first member leads. Among equals a person says who, with a reason; where one is
/// alone in front, nobody else can be named.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `leader` and `reason`; a rule, when it is
/// not being settled; a conflict.
pub fn close(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    leader: Option<usize>,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let cluster = find(app, by, id)?;
    if cluster.state != State::Settling {
        return Err(Refusal::rule("cluster-step-over"));
    }
    let first = table(app, by, &cluster)?.first();
    let reason = Some(reason.trim()).filter(|text| !text.is_empty());
    let leader = match (first.as_slice(), leader) {
        ([only], named) if named.is_none_or(|named| named == *only) => *only,
        ([_, ..], Some(named)) if first.contains(&named) && reason.is_some() => named,
        ([_, ..], Some(named)) if first.contains(&named) => {
            return Err(Refusal::field("reason", Message::new("cluster-reason-wanted")));
        }
        _ => return Err(Refusal::field("leader", Message::new("cluster-leader-wanted"))),
    };
    let today = app.today();
    let closed = Cluster { leader: Some(leader), closed_on: Some(today), ..cluster.clone() };
    let mut change =
        Change::update(RECORD, id, &step(&cluster, cluster.state), &step(&closed, State::Closed))?;
    if let Some(reason) = reason {
        change = change.because(reason);
    }
    let params = [
        i64::try_from(leader).unwrap_or(i64::MAX).into(),
        reason.into(),
        today.into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::CLOSE, &params)?))
}

/// Gives a cluster up with a reason; its points stay to be read and count no more.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule, when it is over; a
/// conflict.
pub fn drop(app: &App, by: &Person, id: &str, version: i64, reason: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let cluster = find(app, by, id)?;
    if matches!(cluster.state, State::Closed | State::Dropped) {
        return Err(Refusal::rule("cluster-step-over"));
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("cluster-reason-wanted")));
    }
    let (old, new) = (step(&cluster, cluster.state), step(&cluster, State::Dropped));
    let change = Change::update(RECORD, id, &old, &new)?.because(reason);
    let params = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DROP, &params)?))
}
