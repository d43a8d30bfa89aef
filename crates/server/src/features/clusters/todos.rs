//! What clusters ask of a person: points to give, and clusters that wait for their next step.

use super::{Cluster, State, Table, missing, sql, table};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// For who answers for a member, points that it owes; for who keeps clusters, those that can go on.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let keeps = by.may_somewhere(Act::KeepClusters);
    if !keeps && !by.may_somewhere(Act::ScoreClusters) {
        return Ok(Vec::new());
    }
    let params = [by.commune.as_str().into()];
    let going_on: Vec<Cluster> =
        app.read(|r| r.all(sql::GOING_ON, &params, Cluster::read).map_err(Refusal::from))?;
    let mut todos = Vec::new();
    for cluster in &going_on {
        let table = table(app, by, cluster)?;
        let key = match keeps {
            true if missing(cluster, &table).is_empty() => "todo-cluster-step",
            false if owes(by, cluster, &table) => "todo-cluster-score",
            _ => continue,
        };
        let what = Message::new(key)
            .arg("name", cluster.name.clone())
            .arg("year", cluster.year.to_string());
        todos.push(Todo { what, href: format!("/cum-khoi/{}", cluster.id), due: None });
    }
    Ok(todos)
}

/// Whether a member for which this person answers has not given all its points. Villages have their
/// heads; who works for the whole commune answers for its bodies.
fn owes(by: &Person, cluster: &Cluster, table: &Table) -> bool {
    let whole = by.villages_for(Act::ScoreClusters).is_none();
    let own = |member: &usize| {
        let place = cluster.place(&by.commune, *member);
        place.is_some_and(|place| {
            by.may(Act::ScoreClusters, place) && whole == place.village.is_none()
        })
    };
    let owed = |member: usize| {
        let whom = cluster.scores_whom(member);
        whom.iter().any(|other| table.given(member + 1, *other).is_none())
    };
    cluster.state != State::Settling && (0..cluster.members.len()).filter(own).any(owed)
}
