//! Counts that hold until a commune's journal moves: a long list is not counted anew for each reader.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use crate::Param;

/// How many counts are kept; beyond it all are forgotten, which costs one count each.
const MOST: usize = 1_000;

/// What was counted, each with the link of the journal that it holds for.
#[derive(Default)]
pub(crate) struct Counts(Mutex<HashMap<String, (i64, i64)>>);

impl Counts {
    /// The count of a question, if it was asked at this link of the journal.
    pub(crate) fn at(&self, head: i64, question: &str) -> Option<i64> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(question).filter(|(then, _)| *then == head).map(|(_, count)| *count)
    }

    /// Keeps a count. `head` was read before it was counted: a write in between moves the journal, and
    /// nobody is told this count again.
    pub(crate) fn keep(&self, head: i64, question: String, count: i64) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(question, (head, count));
    }
}

/// A statement and its parameters as one text, unlike that of any other question.
pub(crate) fn question(sql: &str, params: &[Param<'_>]) -> String {
    let mut text = String::with_capacity(sql.len() + 200);
    text.push_str(sql);
    for param in params {
        // Writing to a text cannot fail.
        let _ = write!(text, "\u{0}{param:?}");
    }
    text
}
