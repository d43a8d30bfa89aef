//! When a commendation is taken back, and what comes back with it.

use serde::{Deserialize, Serialize};

/// What the law of a day says of taking commendations back (thu hồi).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// The certificate or other object is handed back.
    pub object: bool,
    /// The reward is paid back.
    pub money: bool,
    /// Why a commendation may be taken back.
    pub grounds: Vec<Ground>,
}

/// Why a commendation may be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Stable code, "khai-man".
    pub code: String,
    /// The ground as the law words it, shortened, in Vietnamese.
    pub text: String,
}

impl Revocation {
    /// The ground of a code.
    pub fn ground(&self, code: &str) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.code == code)
    }
}
