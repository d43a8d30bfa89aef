//! By which rule each dossier is voted on: that of the law or of the council for its award, where there
//! is one, else the council's general one.
//!
//! Until the close the catalog of the sitting's day answers; the close keeps what it counted by.

use std::collections::BTreeMap;

use chungsuc_domain::ballot::BallotRule;
use chungsuc_domain::catalog::Sourced;
use chungsuc_store::{Change, Reader, StoreError, Writer};
use serde::Serialize;

use super::sitting::enough;
use super::view::{Frame, SittingLine};
use super::{Attendance, State, award_rules, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::nominations;
use crate::refusal::Refusal;
use crate::web::Message;

/// The rules for single awards by dossier; the council's general one holds for the rest.
pub(super) type LawRules = BTreeMap<String, Sourced<BallotRule>>;

/// What the journal keeps of a rule.
#[derive(Serialize)]
struct Kept<'a> {
    rule: &'a str,
    quorum: String,
    pass: String,
    source: String,
}

/// The rules for the awards of the dossiers of a sitting.
pub(super) fn of_law(
    app: &App,
    reader: &mut Reader<'_>,
    commune: &str,
    sitting: &SittingLine,
) -> Result<LawRules, StoreError> {
    let key = [commune.into(), sitting.id.as_str().into()];
    let pair = |row: &chungsuc_store::Row<'_>| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
    if sitting.state == State::Closed {
        let kept = reader.all(sql::RULES, &key, pair)?.into_iter();
        let unreadable = |_| StoreError::Column { index: 1, wanted: "a rule of voting" };
        return kept
            .map(|(id, rule)| Ok((id, serde_json::from_str(&rule).map_err(unreadable)?)))
            .collect();
    }
    let awards = reader.all(sql::AWARDS, &key, pair)?.into_iter();
    let own = award_rules::read_all(reader, commune)?;
    Ok(awards
        .filter_map(|(id, award)| {
            Some((id, award_rules::of_award(app, &own, &award, sitting.held_on)?))
        })
        .collect())
}

/// Keeps by which rules of the law the dossiers were counted.
pub(super) fn keep(tx: &mut Writer<'_>, frame: &Frame) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    for (nomination, rule) in &frame.of_law {
        let kept = Kept {
            rule: &rule.id,
            quorum: rule.value.quorum.to_string(),
            pass: rule.value.pass.to_string(),
            source: rule.source.to_string(),
        };
        let id = format!("{}/{nomination}", frame.line.id);
        let text = serde_json::to_string(rule).map_err(StoreError::from)?;
        let row = [
            commune.as_str().into(),
            frame.line.id.as_str().into(),
            nomination.as_str().into(),
            text.as_str().into(),
        ];
        tx.change(Change::create("sitting_rule", id, &kept)?, sql::ADD_RULE, &row)?;
    }
    Ok(())
}

/// Refuses to open while a dossier whose award has a rule of its own has too few voters. Who is asked
/// in writing takes part.
pub(super) fn quorum(
    app: &App,
    by: &Person,
    frame: &Frame,
    who: &Attendance,
) -> Result<(), Refusal> {
    let (voters, members) = (who.present.len() + who.written.len(), frame.members.len());
    for (nomination, rule) in &frame.of_law {
        if !enough(rule, voters, members, frame.line.held_on) {
            let name = nominations::find(app, by, nomination)?.contestant.name;
            return Err(Refusal::Rule(
                Message::new("sitting-no-quorum-award")
                    .arg("name", name)
                    .arg("present", voters)
                    .arg("members", members)
                    .arg("quorum", rule.value.quorum.to_string())
                    .arg("paper", rule.source.to_string()),
            ));
        }
    }
    Ok(())
}
