//! What was understood of files lately. To read a file costs far more than to show what it says, and
//! the same bytes say the same at every look; so the meaning of a few is held, by their SHA-256. Who
//! may see a file is asked before, every time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The meanings of the files that were asked for last.
pub struct Recent<T> {
    most: usize,
    held: Mutex<VecDeque<(String, Arc<T>)>>,
}

impl<T> Recent<T> {
    /// Room for so many.
    pub fn new(most: usize) -> Self {
        Self { most, held: Mutex::default() }
    }

    /// What is known of the file with this mark, else what is read of it now. Nothing is held of a
    /// file that cannot be read.
    ///
    /// # Errors
    /// Those of reading.
    pub fn of<E>(&self, mark: &str, read: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        if let Some(known) = self.find(mark) {
            return Ok(known);
        }
        let new = Arc::new(read()?);
        let mut held = self.held();
        held.push_front((mark.to_owned(), new.clone()));
        held.truncate(self.most);
        Ok(new)
    }

    /// What is held under a mark, which is the last to go now.
    fn find(&self, mark: &str) -> Option<Arc<T>> {
        let mut held = self.held();
        let at = held.iter().position(|(known, _)| known == mark)?;
        let found = held.remove(at)?;
        let meaning = found.1.clone();
        held.push_front(found);
        Some(meaning)
    }

    /// Nothing is half done while it is held, so a panic elsewhere spoils nothing.
    fn held(&self) -> MutexGuard<'_, VecDeque<(String, Arc<T>)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once_and_those_not_asked_for_go() {
        let (recent, mut reads) = (Recent::new(2), Vec::new());
        for mark in ["a", "b", "a", "c", "a", "b"] {
            let read = || {
                reads.push(mark);
                Ok::<_, ()>(mark.to_owned())
            };
            assert_eq!(recent.of(mark, read).map(|known| known.to_string()), Ok(mark.to_owned()));
        }
        assert_eq!(reads, ["a", "b", "c", "b"]);
    }

    #[test]
    fn what_cannot_be_read_is_tried_again() {
        let recent = Recent::new(2);
        assert_eq!(recent.of("a", || Err::<u8, _>("torn")), Err("torn"));
        assert_eq!(recent.of("a", || Ok::<_, &str>(1)).as_deref(), Ok(&1));
    }
}
