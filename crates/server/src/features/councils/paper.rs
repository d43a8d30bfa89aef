//! Ballots on paper: two people type the counts, each for themselves; only what agrees is the result.

use std::collections::HashMap;

use chungsuc_domain::ballot::Votes;
use chungsuc_store::{Change, Reader, StoreError};
use serde::Serialize;

use super::count::votes_at;
use super::sitting::hold;
use super::view::{Frame, frame};
use super::{Manner, State, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// How many people count.
const COUNTERS: usize = 2;

/// Where the two counts stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// So many of the two people have typed theirs.
    Waiting(usize),
    /// They differ in these dossiers.
    Differ(Vec<String>),
    /// They agree.
    Agree,
}

/// One line of a count.
struct Line {
    nomination: String,
    counter: String,
    votes: Votes,
}

#[derive(Serialize)]
struct Kept<'a> {
    counter: &'a str,
    votes: Votes,
}

fn lines(reader: &mut Reader<'_>, commune: &str, sitting: &str) -> Result<Vec<Line>, StoreError> {
    reader.all(sql::PAPER_COUNTS, &[commune.into(), sitting.into()], |row| {
        Ok(Line { nomination: row.get(0)?, counter: row.get(1)?, votes: votes_at(row, 2)? })
    })
}

/// What the person typed, by nomination, and how the two counts stand.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn own_count(
    app: &App,
    by: &Person,
    sitting: &str,
) -> Result<(HashMap<String, Votes>, Counts), Refusal> {
    by.must_in_commune(Act::CountBallots)?;
    let frame = frame(app, by, sitting)?;
    let lines = app.read(|r| lines(r, &by.commune, sitting).map_err(Refusal::from))?;
    let own = lines.iter().filter(|line| line.counter == by.account);
    let own = own.map(|line| (line.nomination.clone(), line.votes)).collect();
    Ok((own, stand(&frame, &lines).0))
}

/// How the counts stand, and the votes that both agree on in the order of the agenda.
fn stand(frame: &Frame, lines: &[Line]) -> (Counts, Vec<Votes>) {
    fn of<'a>(lines: &'a [Line], id: &'a str) -> impl Iterator<Item = &'a Line> {
        lines.iter().filter(move |line| line.nomination == id)
    }
    let least = frame.agenda.iter().map(|id| of(lines, id).count()).min().unwrap_or_default();
    if least < COUNTERS {
        return (Counts::Waiting(least), Vec::new());
    }
    let votes = frame.agenda.iter().filter_map(|id| of(lines, id).next()).map(|line| line.votes);
    let votes: Vec<Votes> = votes.collect();
    let differ = frame.agenda.iter().zip(&votes);
    let differ = differ.filter(|(id, votes)| of(lines, id).any(|line| line.votes != **votes));
    let differ: Vec<String> = differ.map(|(id, _)| id.clone()).collect();
    match differ.is_empty() {
        true => (Counts::Agree, votes),
        false => (Counts::Differ(differ), Vec::new()),
    }
}

/// The votes that both counts agree on, by dossier in the order of the agenda.
pub(super) fn agreed(
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
) -> Result<Vec<Votes>, Refusal> {
    let lines = lines(reader, commune, &frame.line.id)?;
    match stand(frame, &lines) {
        (Counts::Agree, votes) => Ok(votes),
        (Counts::Differ(_), _) => Err(Refusal::rule("count-differs")),
        (Counts::Waiting(_), _) => Err(Refusal::rule("count-waiting")),
    }
}

/// Types the counts of all dossiers as the person counted them; typed again, they are corrected.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with a field `ho-so-` and the id of each dossier that
/// is not counted or has more ballots than voters; a rule, when the sitting is not open, does not vote
/// on paper, or two others have counted.
pub fn type_count(
    app: &App,
    by: &Person,
    sitting: &str,
    counts: &HashMap<String, Votes>,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::CountBallots)?;
    let frame = frame(app, by, sitting)?;
    frame.must_vote(Manner::Paper)?;
    check(&frame, counts)?;
    app.write(by, |tx| {
        hold(tx, sitting, State::Open, "sitting-not-open")?;
        let known = lines(tx, &by.commune, sitting)?;
        let own: HashMap<_, _> = known
            .iter()
            .filter(|line| line.counter == by.account)
            .map(|line| (line.nomination.as_str(), line.votes))
            .collect();
        let mut others: Vec<_> = known.iter().map(|line| &line.counter).collect();
        others.retain(|counter| **counter != by.account);
        others.sort_unstable();
        others.dedup();
        if others.len() >= COUNTERS {
            return Err(Refusal::rule("count-two-already"));
        }
        for nomination in &frame.agenda {
            let votes = counts.get(nomination).copied().unwrap_or_default();
            let id = format!("{sitting}/{nomination}/{}", by.account);
            let now = Kept { counter: &by.account, votes };
            let change = match own.get(nomination.as_str()) {
                Some(old) if *old == votes => continue,
                Some(old) => {
                    let old = Kept { counter: &by.account, votes: *old };
                    Change::update("paper_count", id, &old, &now)?
                }
                None => Change::create("paper_count", id, &now)?,
            };
            let key = [by.commune.as_str().into(), sitting.into(), nomination.into()];
            let row = [key.as_slice(), &[by.account.as_str().into()], &params(votes)].concat();
            tx.change(change, sql::TYPE_COUNT, &row)?;
        }
        Ok(())
    })
}

/// The four numbers of a count, as columns.
pub(super) fn params(votes: Votes) -> [chungsuc_store::Param<'static>; 4] {
    [votes.in_favour, votes.against, votes.abstain, votes.invalid].map(|n| i64::from(n).into())
}

fn check(frame: &Frame, counts: &HashMap<String, Votes>) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    for nomination in &frame.agenda {
        let field = format!("ho-so-{nomination}");
        let voters = frame.attendance.len() - frame.kept_out_of(nomination);
        match counts.get(nomination) {
            None => errors.add(field, Message::new("count-missing")),
            Some(votes) => {
                let cast = [votes.in_favour, votes.against, votes.abstain, votes.invalid];
                if cast.iter().map(|n| u64::from(*n)).sum::<u64>() > voters as u64 {
                    errors.add(field, Message::new("count-too-many").arg("voters", voters));
                }
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
