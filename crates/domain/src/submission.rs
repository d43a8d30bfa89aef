//! The way of a dossier to whoever decides above: stations, steps, days.

use crate::UnitKind;
use crate::date::Date;
use jiff::ToSpan;
use jiff::civil::Weekday;

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

    /// Whether nothing more is waited for.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Awarded | Self::Refused)
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

/// The last of so many working days after a day. Saturdays and Sundays are none; public holidays are
/// not known here, so the true day may be later, never earlier.
pub fn working_days_after(day: Date, count: u32) -> Option<Date> {
    let mut last = day;
    for _ in 0..count {
        last = last.checked_add(1.day()).ok()?;
        while matches!(last.weekday(), Weekday::Saturday | Weekday::Sunday) {
            last = last.checked_add(1.day()).ok()?;
        }
    }
    Some(last)
}

/// The last day that lies before a day of the year, on or after `from`.
pub fn last_day_before((month, day): (i8, i8), from: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok()?.yesterday().ok();
    let this = in_year(from.year())?;
    if this >= from { Some(this) } else { in_year(from.year().checked_add(1)?) }
}
