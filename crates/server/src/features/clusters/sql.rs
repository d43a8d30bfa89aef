//! The statements of clusters.

pub(super) const ONE: &str = "SELECT id, name, year, paper, sheet, members, peers, gap, ties, \
     opened_on, state, leader, reason, closed_on, version FROM cluster \
     WHERE commune = $1 AND id = $2";
pub(super) const OF_YEAR: &str = "SELECT id, name, year, paper, sheet, members, peers, gap, ties, \
     opened_on, state, leader, reason, closed_on, version FROM cluster \
     WHERE commune = $1 AND year = $2 ORDER BY id";
pub(super) const GOING_ON: &str = "SELECT id, name, year, paper, sheet, members, peers, gap, ties, \
     opened_on, state, leader, reason, closed_on, version FROM cluster \
     WHERE commune = $1 AND state IN ('own', 'peers', 'settling') ORDER BY id";
pub(super) const SCORES: &str = "SELECT scorer, member, points, note, version FROM cluster_score \
     WHERE commune = $1 AND cluster = $2 ORDER BY scorer, member";

pub(super) const ADD: &str = "INSERT INTO cluster (commune, id, name, year, paper, sheet, members, \
     peers, gap, ties, opened_on, state, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'own', 1)";
pub(super) const ADD_SCORE: &str = "INSERT INTO cluster_score (commune, cluster, scorer, member, \
     points, note, scored_on, scored_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";
pub(super) const SET_SCORE: &str = "UPDATE cluster_score SET points = $1, note = $2, \
     scored_on = $3, scored_by = $4, version = version + 1 \
     WHERE commune = $5 AND cluster = $6 AND scorer = $7 AND member = $8 AND version = $9";
/// Read in the transaction that keeps points, so that they fall into the step for which they were asked.
pub(super) const IN_STEP: &str = "SELECT version FROM cluster \
     WHERE commune = $1 AND id = $2 AND state = $3";
pub(super) const STEP: &str = "UPDATE cluster SET state = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3 AND version = $4 AND state = $5";
pub(super) const CLOSE: &str = "UPDATE cluster SET state = 'settled', leader = $1, reason = $2, \
     closed_on = $3, version = version + 1 \
     WHERE commune = $4 AND id = $5 AND version = $6 AND state = 'settling'";
pub(super) const DROP: &str = "UPDATE cluster SET state = 'dropped', reason = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3 AND version = $4 \
     AND state IN ('own', 'peers', 'settling')";
