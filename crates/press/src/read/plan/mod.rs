//! What a plan says besides what every document says: period, targets, who takes part, awards,
//! timetable, who does what, and when it is reported.

mod assignments;
mod awards;
mod columns;
mod groups;
mod movement;
mod period;
mod reporting;
mod subjects;
mod targets;
mod timeline;

pub use assignments::Duty;
pub use groups::Group;
pub use period::Period;
pub use targets::Target;
pub use timeline::Stage;

use super::found::Found;
use super::paper::Paper;
use super::parts::Parts;

/// A plan as a movement can be founded on it.
#[derive(Debug)]
pub struct Plan<'a> {
    /// What the plan says as a document.
    pub paper: Paper<'a>,
    /// When it runs.
    pub period: Option<Found<Period>>,
    /// The movement's name, without quotation marks; `None` where the plan is not of a movement.
    pub movement_name: Option<Found>,
    /// What is to be reached, and by when.
    pub targets: Vec<Found<Target>>,
    /// Who takes part.
    pub subjects: Vec<Found<Group>>,
    /// What can be given.
    pub award_forms: Vec<Found>,
    /// What is to be done when.
    pub timeline: Vec<Found<Stage>>,
    /// Who does what.
    pub assignments: Vec<Found<Duty>>,
    /// The wording of how often or by when is reported.
    pub reporting_cycle: Option<Found>,
    /// Where the money comes from.
    pub funding: Option<Found>,
    /// Other movements and campaigns that are named.
    pub related_movements: Vec<Found>,
}

/// Why a document was not read as a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPlan {
    /// It is a document of another type.
    #[error("a document of the type {0}, not a plan")]
    Other(String),
    /// It shows no type.
    #[error("no type of document is named")]
    Untyped,
}

impl<'a> Plan<'a> {
    /// What the parts of a plan say.
    ///
    /// # Errors
    /// [`NoPlan`] for a document of another type or of none.
    pub fn of(parts: &Parts<'a>) -> Result<Self, NoPlan> {
        let paper = Paper::of(parts);
        match &paper.doc_type {
            Some(kind) if kind.value == "Kế hoạch" => {}
            Some(kind) => return Err(NoPlan::Other(kind.value.clone())),
            None => return Err(NoPlan::Untyped),
        }
        let targets = targets::targets(parts);
        let movement_name = movement::name(parts);
        let related_movements = movement::others(parts, movement_name.as_ref());
        Ok(Self {
            period: period::period(parts),
            subjects: subjects::subjects(parts),
            award_forms: awards::forms(parts),
            timeline: timeline::timeline(parts, paper.date.as_ref().map(|date| date.value)),
            assignments: assignments::duties(parts),
            reporting_cycle: reporting::cycle(parts),
            funding: movement::funding(parts),
            related_movements,
            movement_name,
            targets,
            paper,
        })
    }
}
