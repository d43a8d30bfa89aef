//! Every sort of letter, a file each: what is asked for it, and how the records fill it.

mod achievements;
mod council;
mod heard;
mod invitation;
mod minutes;
mod notice;
mod plan;
mod proposal;
mod proposal_above;
mod recognition;
mod reminder;

use super::writing::Writing;

/// Every sort, in the order in which they are offered.
pub(super) static ALL: &[&Writing] = &[
    &invitation::WRITING,
    &minutes::WRITING,
    &proposal::WRITING,
    &proposal_above::WRITING,
    &notice::WRITING,
    &reminder::WRITING,
    &plan::WRITING,
    &achievements::COLLECTIVE,
    &achievements::INDIVIDUAL,
    &achievements::HOUSEHOLD,
    &achievements::THEMATIC,
    &recognition::PROPOSAL,
    &recognition::RESULTS,
];
