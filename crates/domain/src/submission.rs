//! The way of a dossier to whoever decides above: stations, steps, days.

use crate::UnitKind;
use crate::catalog::{Sourced, Timeline};
use crate::date::Date;
use jiff::ToSpan;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// Levels from the bottom up.
const UPWARD: [UnitKind; 5] = [
    UnitKind::Village,
    UnitKind::Commune,
    UnitKind::District,
    UnitKind::Province,
    UnitKind::Country,
];

codes! {
    /// How far a dossier that goes up is.
    Stage {
        /// Being put together.
        Draft = "draft",
        /// On its way to a level.
        Sent = "sent",
        /// The level has taken it in.
        Received = "received",
        /// Given back for papers; only those may change.
        Returned = "returned",
        /// The award was given.
        Awarded = "awarded",
        /// The award was not given.
        Refused = "refused",
        /// Given up before it was sent.
        GivenUp = "given_up",
    }
}

codes! {
    /// What happens to it.
    Move {
        /// It is sent, for the first time or with what was missing.
        Sent = "sent",
        /// The level says that it has it.
        Received = "received",
        /// The level sends it further up.
        PassedOn = "passed_on",
        /// The level asks for papers.
        Returned = "returned",
        /// Whoever decides gives the award.
        Awarded = "awarded",
        /// It is not given.
        Refused = "refused",
    }
}

impl Stage {
    /// Where it is after a step, if the step can follow; `decides` says whether it lies where the award
    /// is decided.
    pub fn after(self, step: Move, decides: bool) -> Option<Self> {
        match (self, step) {
            (Self::Draft | Self::Returned, Move::Sent) => Some(Self::Sent),
            (Self::Sent, Move::Received) => Some(Self::Received),
            (Self::Sent | Self::Received, Move::PassedOn) if !decides => Some(Self::Sent),
            (Self::Sent | Self::Received, Move::Returned) => Some(Self::Returned),
            (Self::Sent | Self::Received, Move::Awarded) if decides => Some(Self::Awarded),
            (Self::Sent | Self::Received, Move::Refused) => Some(Self::Refused),
            _ => None,
        }
    }

    /// Where it is after a step, whatever was before.
    pub fn of(step: Move) -> Self {
        match step {
            Move::Sent | Move::PassedOn => Self::Sent,
            Move::Received => Self::Received,
            Move::Returned => Self::Returned,
            Move::Awarded => Self::Awarded,
            Move::Refused => Self::Refused,
        }
    }

    /// Whether nothing more is waited for.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Awarded | Self::Refused | Self::GivenUp)
    }
}

fn rank(level: UnitKind) -> usize {
    UPWARD.iter().position(|known| *known == level).unwrap_or_default()
}

/// The stations of a dossier from a commune to whoever decides, by the levels that act on a day.
pub fn stations(levels: &[UnitKind], decides: UnitKind) -> Vec<UnitKind> {
    let above = |level: &&UnitKind| rank(**level) > rank(UnitKind::Commune);
    let mut found: Vec<UnitKind> = levels.iter().filter(above).copied().collect();
    found.retain(|level| rank(*level) <= rank(decides));
    found.sort_by_key(|level| rank(*level));
    found
}

/// The station after a level, which itself may act no more.
pub fn next_station(stations: &[UnitKind], at: UnitKind) -> Option<UnitKind> {
    stations.iter().copied().find(|level| rank(*level) > rank(at))
}

/// The days of a year on which offices differ from the week: weekdays off, and ends of the week worked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Days off besides Saturdays and Sundays.
    pub off: Vec<Date>,
    /// Saturdays and Sundays that are worked instead of another day.
    #[serde(default)]
    pub working: Vec<Date>,
}

impl Holidays {
    /// Whether offices work that day.
    fn is_working(&self, day: Date) -> bool {
        if is_end_of_week(day) { self.working.contains(&day) } else { !self.off.contains(&day) }
    }
}

/// A day counted in working days, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted<'a> {
    /// The last day.
    pub last: Date,
    /// The holidays that were looked at, by year.
    pub by: Vec<&'a Sourced<Holidays>>,
    /// Years whose holidays are not known: of them only the ends of the week are left out.
    pub unknown: Vec<i16>,
}

/// The last of so many working days after a day. Where the holidays of a year are not known, the true
/// day may be later, never earlier but for a Saturday that is worked.
pub fn working_days_after(
    day: Date,
    count: u32,
    holidays: &Timeline<Holidays>,
) -> Option<Counted<'_>> {
    let mut counted = Counted { last: day, by: Vec::new(), unknown: Vec::new() };
    for _ in 0..count {
        loop {
            counted.last = counted.last.checked_add(1.day()).ok()?;
            if counted.works(holidays) {
                break;
            }
        }
    }
    Some(counted)
}

impl<'a> Counted<'a> {
    /// Whether offices work on the last day so far; remembers what says so.
    fn works(&mut self, holidays: &'a Timeline<Holidays>) -> bool {
        let day = self.last;
        let Some(known) = holidays.on(day) else {
            if !self.unknown.contains(&day.year()) {
                self.unknown.push(day.year());
            }
            return !is_end_of_week(day);
        };
        if self.by.iter().all(|row| row.id != known.id) {
            self.by.push(known);
        }
        known.value.is_working(day)
    }
}

fn is_end_of_week(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The last day that lies before a day of the year, on or after `from`.
pub fn last_day_before((month, day): (i8, i8), from: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok()?.yesterday().ok();
    let this = in_year(from.year())?;
    if this >= from { Some(this) } else { in_year(from.year().checked_add(1)?) }
}
