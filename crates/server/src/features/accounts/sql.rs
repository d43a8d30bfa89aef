//! The statements of accounts and sessions.

pub(super) const ADD: &str = "INSERT INTO account (commune, id, login, full_name, password_hash, \
     locked, created_at, version) VALUES ($1, $2, $3, $4, $5, FALSE, $6, 1)";
pub(super) const BY_LOGIN: &str =
    "SELECT commune, id, password_hash, locked FROM account WHERE login = $1";
pub(super) const ALL: &str =
    "SELECT id, login, full_name, locked, version FROM account WHERE commune = $1 ORDER BY login";
pub(super) const GRANTS: &str = "SELECT g.account, g.role, g.territory, u.name FROM role_grant g \
     JOIN unit u ON u.code = g.territory WHERE g.commune = $1 ORDER BY g.role, u.name";
pub(super) const HOLDERS: &str = "SELECT a.id, a.full_name, g.role FROM account a \
     JOIN role_grant g ON g.commune = a.commune AND g.account = a.id \
     WHERE a.commune = $1 AND NOT a.locked ORDER BY a.full_name, a.id";
pub(super) const GIVE_ROLE: &str =
    "INSERT INTO role_grant (commune, account, role, territory) VALUES ($1, $2, $3, $4)";
pub(super) const TAKE_ROLE: &str = "DELETE FROM role_grant \
     WHERE commune = $1 AND account = $2 AND role = $3 AND territory = $4";
pub(super) const LOCK: &str = "UPDATE account SET locked = $1, version = version + 1 \
     WHERE commune = $2 AND id = $3 AND version = $4";
pub(super) const PASSWORD_OF: &str =
    "SELECT login, password_hash FROM account WHERE commune = $1 AND id = $2";
pub(super) const SET_PASSWORD: &str = "UPDATE account SET password_hash = $1, \
     version = version + 1 WHERE commune = $2 AND id = $3";

pub(super) const FAILURE: &str = "SELECT failures, not_before FROM login_failure WHERE login = $1";
pub(super) const COUNT_FAILURE: &str = "INSERT INTO login_failure (login, failures, not_before) VALUES ($1, $2, $3) \
     ON CONFLICT (login) DO UPDATE SET failures = excluded.failures, \
     not_before = excluded.not_before";
pub(super) const FORGET_FAILURES: &str = "DELETE FROM login_failure WHERE login = $1";

pub(super) const START: &str = "INSERT INTO login_session (token_hash, id, commune, account, \
     started_at, seen_at, browser) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const SESSION: &str = "SELECT s.id, s.commune, s.account, s.started_at, s.seen_at, \
     a.full_name, u.name, g.role, g.territory FROM login_session s \
     JOIN account a ON a.commune = s.commune AND a.id = s.account \
     JOIN unit u ON u.code = s.commune \
     LEFT JOIN role_grant g ON g.commune = s.commune AND g.account = s.account \
     WHERE s.token_hash = $1 AND NOT a.locked";
pub(super) const SEEN: &str = "UPDATE login_session SET seen_at = $1 WHERE token_hash = $2";
pub(super) const END: &str = "DELETE FROM login_session WHERE commune = $1 AND account = $2 \
     AND id = $3";
pub(super) const END_ALL: &str = "DELETE FROM login_session WHERE commune = $1 AND account = $2 \
     AND id <> $3";
pub(super) const END_OLD: &str = "DELETE FROM login_session WHERE seen_at < $1 OR started_at < $2";
pub(super) const OPEN: &str = "SELECT id, started_at, seen_at, browser FROM login_session \
     WHERE commune = $1 AND account = $2 ORDER BY seen_at DESC, id";
