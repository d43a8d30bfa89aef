//! What a decision asks of the fund of emulation and commendation.

use chungsuc_domain::Vnd;
use jiff::civil::Date;

use super::{Decision, RewardSource, State, find, sums};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::fund::{self, Outlook, Promise, Promised};
use crate::refusal::Refusal;

impl Decision {
    /// Whether its rewards come from the fund.
    pub(super) fn takes_from_fund(&self) -> bool {
        self.wording.reward_source() == RewardSource::Fund
    }

    /// What it promises from the fund, once it is issued: the rewards that the law tells. What was taken
    /// back meanwhile is not promised.
    pub(super) fn promised<'a>(&'a self, reason: &'a str) -> Option<Promised<'a>> {
        let on = self.issued_on.filter(|_| self.takes_from_fund())?;
        let standing = self.awarded.iter().filter(|line| !line.standing.is_revoked());
        let promises = standing.filter_map(|line| {
            let (name, address) = (line.on_paper.recipient.clone(), line.on_paper.address.clone());
            line.reward.map(|amount| Promise { seq: line.seq, name, address, amount })
        });
        let (decision, promises) = (self.id.as_str(), promises.collect());
        Some(Promised { decision, number: self.full_number()?, on, promises, reason })
    }
}

/// How a draft stands to the fund if it were issued on a day; nothing of one that is paid elsewhere.
pub(super) fn outlook(
    app: &App,
    by: &Person,
    draft: &Decision,
    on: Date,
) -> Result<Option<Outlook>, Refusal> {
    if draft.state != State::Draft || !draft.takes_from_fund() {
        return Ok(None);
    }
    let total: Vnd =
        sums(&app.catalog, draft, on).map_err(|_| Refusal::rule("fund-too-large"))?.known;
    fund::outlook(app, by, on, total).map(Some)
}

/// Takes the rewards of an issued decision into the fund, which was not kept here when it was issued.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`], also for a draft and for one that is paid elsewhere; a
/// rule, when the fund holds it already.
pub fn into_fund(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let decision = find(app, by, id)?;
    fund::take_in(app, by, &decision.promised("").ok_or(Refusal::NotFound)?)
}
