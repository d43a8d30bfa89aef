//! What every decision of the domain answers: a verdict, and the reasons with their sources.

use crate::catalog::{Source, Standing};
use serde::{Deserialize, Serialize};

codes! {
    /// The outcome of a rule.
    Verdict {
        /// The rule is satisfied.
        Yes = "yes",
        /// The rule forbids it.
        No = "no",
        /// The catalog does not know enough; a person decides and says why.
        PersonMustDecide = "person_must_decide",
    }
}

codes! {
    /// Names the sentence by which a reason is explained; language files hold the sentences.
    TextKey {
        /// The level may decide the award.
        AuthorityHere = "authority-here",
        /// Another level decides the award.
        AuthorityElsewhere = "authority-elsewhere",
        /// Nobody may decide this award any more.
        AuthorityNobody = "authority-nobody",
        /// The catalog does not say who decides.
        AuthorityUnknown = "authority-unknown",
        /// The body of law of the day is known.
        RegimeKnown = "regime-known",
        /// The catalog has no body of law for the day.
        RegimeUnknown = "regime-unknown",
        /// The award is given to this kind of subject.
        SubjectFits = "subject-fits",
        /// The award is not given to this kind of subject.
        SubjectDoesNotFit = "subject-does-not-fit",
        /// The award is given for this type of commendation.
        ModeFits = "mode-fits",
        /// The award is not given for this type of commendation.
        ModeDoesNotFit = "mode-does-not-fit",
        /// A matter is open under which nobody is commended.
        HoldOpen = "hold-open",
        /// The catalog has no conditions of the award.
        StandardUnknown = "standard-unknown",
        /// The catalog has no such award.
        AwardUnknown = "award-unknown",
        /// The base salary of the day.
        RewardBaseSalary = "reward-base-salary",
        /// The multiple of the award.
        RewardMultiple = "reward-multiple",
        /// The factor of the subject.
        RewardFactor = "reward-factor",
        /// The rounding.
        RewardRounding = "reward-rounding",
        /// The value reaches the threshold.
        IndicatorMet = "indicator-met",
        /// The value misses the threshold.
        IndicatorNotMet = "indicator-not-met",
        /// The threshold is not known.
        IndicatorThresholdUnknown = "indicator-threshold-unknown",
        /// The value is of another kind than the indicator.
        IndicatorWrongKind = "indicator-wrong-kind",
        /// No value was reported.
        IndicatorNotReported = "indicator-not-reported",
        /// Enough members took part.
        BallotQuorum = "ballot-quorum",
        /// Too few members took part.
        BallotNoQuorum = "ballot-no-quorum",
        /// The share of votes in favour suffices.
        BallotPassed = "ballot-passed",
        /// The share of votes in favour does not suffice.
        BallotNotPassed = "ballot-not-passed",
        /// Each content of a survey reaches its share.
        SurveyEachMet = "survey-each-met",
        /// The catalog does not say what each content must reach.
        SurveyEachUnknown = "survey-each-unknown",
        /// A content misses its share.
        SurveyContentShort = "survey-content-short",
        /// Nobody answered a content.
        SurveyContentUnanswered = "survey-content-unanswered",
        /// Enough households were asked.
        SurveyAskedEnough = "survey-asked-enough",
        /// Too few households were asked to speak for all.
        SurveyAskedTooFew = "survey-asked-too-few",
        /// The catalog does not say how many households are to be asked.
        SurveyShareUnknown = "survey-share-unknown",
        /// Who recognises units by a standard.
        Recogniser = "recogniser",
        /// The catalog does not say who recognises.
        RecogniserUnknown = "recogniser-unknown",
        /// The catalog does not say what a dossier consists of.
        DossierRuleUnknown = "dossier-rule-unknown",
        /// A line of the standard is missed.
        DossierNotMet = "dossier-not-met",
        /// A line is missed, by a threshold that nobody has checked.
        DossierNotMetDoubtful = "dossier-not-met-doubtful",
        /// Nobody has judged a line whose threshold is not known.
        DossierNotJudged = "dossier-not-judged",
        /// Lines without an accepted figure.
        DossierNotReported = "dossier-not-reported",
        /// A condition without an accepted figure, of which nobody has read that it is asked for.
        DossierNotReportedDoubtful = "dossier-not-reported-doubtful",
        /// A paper of the dossier is not there.
        DossierPaper = "dossier-paper",
        /// The catalog does not say when a recognition is revoked.
        RevocationUnknown = "revocation-unknown",
        /// Criteria fail, fewer than a revocation asks for.
        RevocationBelow = "revocation-below",
        /// So many criteria fail, a key one among them, that a revocation has to be considered.
        RevocationKey = "revocation-key",
        /// So many criteria fail that a revocation has to be considered.
        RevocationMany = "revocation-many",
        /// From when on a revocation has to be considered.
        RevocationRule = "revocation-rule",
        /// The catalog does not say from when on.
        RevocationRuleUnknown = "revocation-rule-unknown",
        /// How long a recognition holds.
        ValidityYears = "validity-years",
        /// The catalog does not say how long one holds.
        ValidityUnknown = "validity-unknown",
        /// The standard has a last day.
        StandardEnds = "standard-ends",
        /// The standard's last day has passed.
        StandardEnded = "standard-ended",
        /// What the budget gives stays within its ceiling.
        FundWithinCeiling = "fund-within-ceiling",
        /// The budget would give more than its ceiling.
        FundAboveCeiling = "fund-above-ceiling",
        /// The catalog has no ceiling for the day or the area.
        FundCeilingUnknown = "fund-ceiling-unknown",
        /// The commune has not said what its ceiling is reckoned from.
        FundBaseUnknown = "fund-base-unknown",
        /// Organising stays within its share.
        FundWithinOrganising = "fund-within-organising",
        /// Organising would take more than its share.
        FundAboveOrganising = "fund-above-organising",
        /// The catalog has no share for organising on the day.
        FundOrganisingUnknown = "fund-organising-unknown",
        /// What is free covers it.
        FundCovers = "fund-covers",
        /// What is free does not cover it.
        FundShort = "fund-short",
    }
}

/// The place in the catalog on which a reason rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The id in the catalog.
    pub id: String,
    /// Where it is written.
    pub source: Source,
    /// How far it can be trusted on the day of the decision.
    pub standing: Standing,
    /// What an officer should know about it.
    pub note: Option<String>,
    /// Whether it is in force on that day. A set of criteria can be asked outside its days, and the
    /// answer must say so.
    #[serde(default = "in_force")]
    pub in_force: bool,
}

/// Reasons that were kept before a rule said it.
const fn in_force() -> bool {
    true
}

/// One reason of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The sentence that explains it.
    pub text_key: TextKey,
    /// The rule; none where the catalog is silent.
    pub rule: Option<Rule>,
    /// What the sentence needs: named values, ready to show or codes to name.
    pub facts: Vec<(&'static str, String)>,
}

impl Reason {
    /// A reason that rests on a rule of the catalog.
    pub(crate) fn by(rule: Rule, text_key: TextKey) -> Self {
        Self { text_key, rule: Some(rule), facts: Vec::new() }
    }

    /// A reason that no rule of the catalog carries.
    pub(crate) fn without_rule(text_key: TextKey) -> Self {
        Self { text_key, rule: None, facts: Vec::new() }
    }

    /// The same reason with one more fact.
    pub(crate) fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// Whether the reason rests on law that somebody has read.
    pub fn is_settled(&self) -> bool {
        self.rule.as_ref().is_some_and(|rule| rule.standing.is_settled())
    }
}

/// A verdict with its reasons; there is always at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What follows.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Answer {
    /// Whether every reason rests on law that somebody has read; if not, pages mark the doubt.
    pub fn is_settled(&self) -> bool {
        self.reasons.iter().all(Reason::is_settled)
    }
}
