//! Who keeps out of a dossier: declared by the member, aloud, before voting. The program proposes where
//! it sees a reason; only the member decides.

use chungsuc_domain::codes;
use chungsuc_domain::text;
use chungsuc_store::Change;
use serde::Serialize;

use super::council::members;
use super::count::ballots;
use super::sitting::hold;
use super::view::{Frame, frame};
use super::{Item, Manner, Member, SittingView, State, sealed, sql};
use crate::access::{Act, Person, Role};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

codes! {
    /// Why the program thinks that a member should keep out.
    Ground {
        /// The dossier is the member's own.
        Own = "own",
        /// The member entered the proposal.
        Proposer = "proposer",
        /// The dossier is of the unit that the member heads.
        Unit = "unit",
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    nomination: &'a str,
    member: &'a str,
    reason: &'a str,
}

/// Why the member might have an interest in a dossier; nothing when the program sees no reason.
pub fn suggested(by: &Person, member: &Member, item: &Item) -> Option<Ground> {
    let one = &item.nomination;
    let named = |name: &str| {
        let (name, who) = (text::fold(name), text::fold(&one.contestant.name));
        !name.is_empty() && (who == name || who.ends_with(&format!(" {name}")))
    };
    let heads = |code: &str| {
        let held = by.grants.iter().filter(|grant| grant.role == Role::VillageHead);
        held.into_iter().any(|grant| grant.territory == code)
    };
    let of_post = text::fold(&member.post).contains(&text::fold(&one.contestant.name));
    match () {
        () if named(&member.name) => Some(Ground::Own),
        () if heads(&one.contestant.subject) || of_post => Some(Ground::Unit),
        () if one.entered_by == by.account => Some(Ground::Proposer),
        () => None,
    }
}

/// Declares that the member keeps out of a dossier.
///
/// # Errors
/// [`Refusal::Forbidden`] for who is no member; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when the sitting is closed, votes on paper, or the member has voted on the dossier.
pub fn declare(
    app: &App,
    by: &Person,
    sitting: &str,
    nomination: &str,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::Vote)?;
    let frame = frame(app, by, sitting)?;
    let member = own(app, by, &frame)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let part = frame.part_of(nomination).ok_or_else(|| Refusal::rule("vote-unknown"))?;
    app.write(by, |tx| {
        hold(tx, sitting, frame.line.state, "sitting-moved-on")?;
        if frame.line.state == State::Closed {
            return Err(Refusal::rule("sitting-not-open"));
        }
        let voted = match frame.line.manner {
            Manner::Secret => sealed::handed_in(tx, &by.commune, &frame, &member)?.contains(&part),
            Manner::Named => ballots(tx, &by.commune, sitting)?
                .iter()
                .any(|one| one.member == member && one.nomination == nomination),
            Manner::Paper => false,
        };
        if voted {
            return Err(Refusal::rule("interest-late"));
        }
        let kept = Kept { nomination, member: &member, reason };
        let change = Change::create("interest", format!("{sitting}/{nomination}/{member}"), &kept)?;
        let at = tx.author().at;
        let row = [
            by.commune.as_str().into(),
            sitting.into(),
            nomination.into(),
            member.as_str().into(),
            reason.into(),
            at.into(),
        ];
        Ok(tx.change(change, sql::ADD_INTEREST, &row)?)
    })
}

/// The membership of the person in the council of a sitting, present or not.
fn own(app: &App, by: &Person, frame: &Frame) -> Result<String, Refusal> {
    let known = members(app, &by.commune, &frame.council.id)?;
    let own = known.into_iter().find(|member| member.account == by.account);
    own.map(|member| member.id).ok_or(Refusal::Forbidden)
}

impl SittingView {
    /// Names of the members who keep out of a dossier, with their reasons.
    pub fn keeping_out(&self, nomination: &str) -> Vec<(&str, &str)> {
        let of_dossier = self.interests.iter().filter(|one| one.nomination == nomination);
        let named = of_dossier.filter_map(|one| {
            let member = self.members.iter().find(|member| member.id == one.member)?;
            Some((member.name.as_str(), one.reason.as_str()))
        });
        named.collect()
    }
}
