//! Rules that were read, each with the links of the journals that they hold for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Position, Rules};

/// How many are kept; beyond it all are forgotten, which costs one look each.
const MOST: usize = 500;

/// The commune and the standard.
type Key = (String, String);

/// By what communes are judged, as it was read last.
#[derive(Default)]
pub struct KeptRules(Mutex<HashMap<Key, (Position, Arc<Rules>)>>);

impl KeptRules {
    /// The rules of a commune and a standard, if they were read at these links.
    pub(super) fn at(&self, commune: &str, standard: &str, now: &Position) -> Option<Arc<Rules>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, rules) = kept.get(&(commune.to_owned(), standard.to_owned()))?;
        (then == now).then(|| Arc::clone(rules))
    }

    /// Keeps rules. `position` was read before them.
    pub(super) fn keep(
        &self,
        commune: &str,
        standard: &str,
        position: Position,
        rules: Arc<Rules>,
    ) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert((commune.to_owned(), standard.to_owned()), (position, rules));
    }
}
