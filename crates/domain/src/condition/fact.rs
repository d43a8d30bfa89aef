//! The facts that conditions may speak of: a closed list, each of one kind. `docs/award-check.md`
//! says in words what each means.

use serde::{Deserialize, Serialize};

/// What a fact can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactType {
    /// Yes or no.
    Bool,
    /// A whole number, never negative.
    Number,
    /// One of these codes.
    Code(&'static [&'static str]),
}

/// How a task of the year was completed.
const RESULTS: FactType = FactType::Code(&["excellent", "good", "done", "not_done"]);
/// How far an initiative reaches.
const REACHES: FactType = FactType::Code(&["none", "unit", "province", "country"]);
/// Who launched a movement.
const LEVELS: FactType = FactType::Code(&["commune", "district", "province", "country"]);
/// By what somebody lives.
const TRADES: FactType = FactType::Code(&["official", "worker", "farmer", "other"]);

macro_rules! facts {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $kind:expr,)+) => {
        codes! {
            /// Something known or not known of a proposal.
            Fact { $($(#[$doc])* $variant = $code,)+ }
        }

        impl Fact {
            /// What the fact can be.
            pub const fn kind(self) -> FactType {
                match self { $(Self::$variant => $kind,)+ }
            }
        }
    };
}

facts! {
    /// Gương mẫu chấp hành chủ trương, chính sách, pháp luật.
    Exemplary = "exemplary": FactType::Bool,
    /// Nội bộ đoàn kết.
    United = "united": FactType::Bool,
    /// Mức hoàn thành nhiệm vụ của năm xét.
    TaskResult = "task_result": RESULTS,
    /// Consecutive years of good completion or better, the year considered included.
    YearsGood = "years_good": FactType::Number,
    /// Consecutive years of excellent completion, the year considered included.
    YearsExcellent = "years_excellent": FactType::Number,
    /// How far the recognised initiative (sáng kiến, đề tài) reaches.
    InitiativeReach = "initiative_reach": REACHES,
    /// Recognised initiatives.
    Initiatives = "initiatives": FactType::Number,
    /// Labour, land or property given.
    Contribution = "contribution": FactType::Bool,
    /// An achievement out of the ordinary (thành tích đột xuất).
    SuddenAchievement = "sudden_achievement": FactType::Bool,
    /// Voted outstanding in the movement.
    MovementOutstanding = "movement_outstanding": FactType::Bool,
    /// Who launched the movement.
    MovementLevel = "movement_level": LEVELS,
    /// A midterm or closing review of the movement (sơ kết, tổng kết) is held.
    MovementReview = "movement_review": FactType::Bool,
    /// Full years from the movement's first to its last day.
    MovementLength = "movement_length": FactType::Number,
    /// Full years from the movement's first day to the day of the decision.
    MovementYears = "movement_years": FactType::Number,
    /// Leads its cluster or bloc (cụm, khối thi đua).
    LeadsCluster = "leads_cluster": FactType::Bool,
    /// By what the person lives.
    Trade = "trade": TRADES,
    /// Works and produces with good effect, helps others (workers, farmers).
    EffectiveWork = "effective_work": FactType::Bool,
    /// Years for which an effective model of production has stood.
    ModelYears = "model_years": FactType::Number,
    /// Titled Lao động tiên tiến for the year considered, or found worthy of it in the same round.
    AdvancedWorker = "advanced_worker": FactType::Bool,
    /// Months at work in the year considered; maternity leave counts.
    MonthsWorked = "months_worked": FactType::Number,
    /// Registered for emulation in time.
    Registered = "registered": FactType::Bool,
    /// Members of the collective.
    Members = "members": FactType::Number,
    /// Of them completed their tasks.
    MembersDone = "members_done": FactType::Number,
    /// Of them titled Lao động tiên tiến.
    MembersAdvanced = "members_advanced": FactType::Number,
    /// Of them titled Chiến sĩ thi đua cơ sở.
    MembersFighters = "members_fighters": FactType::Number,
    /// Of them disciplined with a warning (cảnh cáo) or more.
    MembersDisciplined = "members_disciplined": FactType::Number,
    /// Titled Lao động tiên tiến in the unit that year.
    UnitAdvanced = "unit_advanced": FactType::Number,
    /// Proposed for Chiến sĩ thi đua cơ sở in the unit that year, this one included.
    UnitFighters = "unit_fighters": FactType::Number,
    /// Meets the State's framework of the title, as judged by its own procedure.
    MeetsFramework = "meets_framework": FactType::Bool,
    /// Meets what the province has set for this award.
    MeetsProvincialStandard = "meets_provincial_standard": FactType::Bool,
    /// Days on which the list lay open for comment.
    CommentDays = "comment_days": FactType::Number,
    /// Discipline is being considered, or its period runs.
    UnderDiscipline = "under_discipline": FactType::Bool,
    /// Under criminal investigation.
    UnderInvestigation = "under_investigation": FactType::Bool,
    /// Under inspection or audit for signs of wrongdoing.
    UnderInspection = "under_inspection": FactType::Bool,
    /// A complaint or denunciation is being looked into.
    UnderComplaint = "under_complaint": FactType::Bool,
    /// What the press reported is being verified.
    UnderPressMatter = "under_press_matter": FactType::Bool,
    /// The unit is dissolved or has gone into another.
    Dissolved = "dissolved": FactType::Bool,
    /// This achievement has been commended already; follows from the earlier awards.
    AlreadyAwarded = "already_awarded": FactType::Bool,
}

impl Fact {
    /// Whether the program works it out from days and earlier awards and does not take it as told.
    pub const fn is_derived(self) -> bool {
        matches!(self, Self::MovementLength | Self::MovementYears | Self::AlreadyAwarded)
    }
}

/// A value of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(i64),
    /// A code.
    Code(String),
}

impl Value {
    /// Whether the fact can have this value.
    pub fn fits(&self, kind: FactType) -> bool {
        match (self, kind) {
            (Self::Bool(_), FactType::Bool) => true,
            (Self::Number(number), FactType::Number) => *number >= 0,
            (Self::Code(code), FactType::Code(known)) => known.contains(&code.as_str()),
            _ => false,
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Code(code) => f.write_str(code),
        }
    }
}
