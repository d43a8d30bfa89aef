//! Who may take the next step of a value: an officer in their own right or as the one in charge of the
//! criterion, the board in that officer's place, the board in its own step.

use chungsuc_domain::review::{self, Charge, Right, Stage};

use super::Value;
use super::charge::Charges;
use super::value::Judges;
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::names;
use crate::refusal::Refusal;
use crate::web::Message;

/// Whether this person takes the next step of a value.
///
/// # Errors
/// As [`Judging::may`].
pub fn may_judge(app: &App, by: &Person, value: &Value) -> Result<(), Refusal> {
    Judging::today(app, by)?.may(value)
}

/// A person before values that wait: who is in charge of what is read once for all of them.
pub struct Judging<'a> {
    app: &'a App,
    by: &'a Person,
    charges: Charges,
}

impl<'a> Judging<'a> {
    /// As things stand today.
    ///
    /// # Errors
    /// Of the store.
    pub fn today(app: &'a App, by: &'a Person) -> Result<Self, Refusal> {
        Ok(Self { app, by, charges: Charges::today(app, &by.commune)? })
    }

    /// Whether the person takes the next step of a value in their own right.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; a rule: nobody verifies what they entered, nobody accepts what they
    /// verified; a criterion in somebody's charge is theirs; and what somebody gave back they look at
    /// again themselves, while their account is open.
    pub fn may(&self, value: &Value) -> Result<(), Refusal> {
        self.right(value, None).map(drop)
    }

    /// Whether the person could verify a value in the place of the officer in charge.
    pub fn may_instead(&self, value: &Value) -> bool {
        value.review.is_with_officer() && matches!(self.right(value, Some("–")), Ok(Some(_)))
    }

    /// Whether the value waits for the officer, and the person is in charge of its criterion.
    pub fn is_mine(&self, value: &Value) -> bool {
        let charge = self.charges.charge(self.app, self.by, value);
        value.review.is_with_officer() && charge == Charge::Own
    }

    /// Name of the officer in charge of the criterion of a value.
    pub fn officer(&self, value: &Value) -> Option<&str> {
        self.charges.officer(self.app, value).map(|(_, name)| name.as_str())
    }

    /// The right to the next step; of the board in an officer's place, with the reason.
    pub(super) fn right(
        &self,
        value: &Value,
        why: Option<&str>,
    ) -> Result<Option<String>, Refusal> {
        match value.review.stage() {
            Stage::Sent | Stage::Questioned => self.right_to_verify(value, why),
            Stage::Verified => {
                let place = Place::village(&self.by.commune, &value.unit);
                self.by.must(Act::AcceptValues, place)?;
                let Judges { questioned_by, verified_by, .. } = &value.judges;
                self.not_own(verified_by.as_ref())?;
                self.asked(questioned_by.as_ref()).map(|()| None)
            }
            _ => Err(Refusal::rule("value-not-sent")),
        }
    }

    fn right_to_verify(&self, value: &Value, why: Option<&str>) -> Result<Option<String>, Refusal> {
        let place = Place::village(&self.by.commune, &value.unit);
        let [officer, board] =
            [Act::VerifyValues, Act::StandInForOfficer].map(|act| self.by.may(act, place));
        let charge = self.charges.charge(self.app, self.by, value);
        match review::right(charge, officer, board, why) {
            Err(review::Refusal::NoReason) if why.is_some() => {
                Err(Refusal::field("instead", Message::new("field-missing")))
            }
            Err(_) if charge == Charge::Another && (officer || board) => {
                let who = self.officer(value).unwrap_or("–").to_owned();
                Err(Refusal::Rule(Message::new("value-in-charge-of").arg("who", who)))
            }
            Err(_) => Err(Refusal::Forbidden),
            Ok(right) => {
                self.not_own(Some(&value.entered_by))?;
                match right {
                    Right::AnyOfficer => {
                        self.asked(value.judges.returned_by.as_ref()).map(|()| None)
                    }
                    Right::InCharge => Ok(None),
                    Right::Instead { reason } => Ok(Some(reason)),
                }
            }
        }
    }

    fn not_own(&self, account: Option<&String>) -> Result<(), Refusal> {
        match account == Some(&self.by.account) {
            true => Err(Refusal::rule("value-own")),
            false => Ok(()),
        }
    }

    /// What somebody gave back they look at again themselves, while their account is open.
    fn asked(&self, asked_by: Option<&String>) -> Result<(), Refusal> {
        let (app, commune) = (self.app, &self.by.commune);
        match asked_by.filter(|asked| **asked != self.by.account) {
            Some(asked) if !names::is_locked(app, commune, asked)? => {
                let people = names::of_accounts(app, commune)?;
                let who = people.get(asked).cloned().unwrap_or_else(|| "–".to_owned());
                Err(Refusal::Rule(Message::new("value-asked-by-another").arg("who", who)))
            }
            _ => Ok(()),
        }
    }
}
