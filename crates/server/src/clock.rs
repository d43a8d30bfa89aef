//! The program's one clock. The day can be set (`--today`), so that due dates of the past come alive.

use chungsuc_domain::date;
use jiff::{SignedDuration, Timestamp, civil::Date};

/// A clock: the system's, perhaps moved to another day, or one that stands still.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock, moved.
    Running {
        /// What is added to the system's time.
        moved: SignedDuration,
    },
    /// A moment that does not pass: for the worked example and for tests.
    Still(Timestamp),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::Running { moved: SignedDuration::ZERO }
    }

    /// A running clock that stands at four in the afternoon of this day in Việt Nam as it starts: what
    /// people do on a day of the example has happened, whatever the hour outside.
    pub fn on(day: Date) -> Self {
        let start = date::end_of_day(day) - SignedDuration::from_hours(8);
        Self::Running { moved: start.duration_since(Timestamp::now()) }
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Running { moved } => Timestamp::now() + *moved,
            Self::Still(moment) => *moment,
        }
    }

    /// The day in Việt Nam.
    pub fn today(&self) -> Date {
        date::vietnam_day(self.now())
    }
}
