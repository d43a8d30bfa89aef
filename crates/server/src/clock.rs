//! The program's one clock. The day can be set (`--today`), so that due dates of the past come alive.

use chungsuc_domain::date;
use jiff::{SignedDuration, Timestamp, civil::Date};

/// A clock: the system's, perhaps moved to another day, or one that stands still.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock, moved by a number of days.
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

    /// A running clock on which it is now this day in Việt Nam.
    pub fn on(day: Date) -> Self {
        let now = Timestamp::now();
        let days = date::vietnam_day(now).until(day).map_or(0, |span| i64::from(span.get_days()));
        Self::Running { moved: SignedDuration::from_hours(24 * days) }
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
