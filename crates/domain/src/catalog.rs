//! The law and the standards as dated data.
//!
//! No value of the law stands in code. It stands in the files of the catalog, each with the days on
//! which it holds, the article it comes from and whether somebody has read that article. What the
//! files do not say is unknown, never zero.

mod award;
mod entries;
mod fault;
mod hold;
mod load;
mod overlay;
mod requirement;
mod revocation;
mod sourced;
mod spelling;
mod timeline;

pub use award::{
    Award, AwardClass, AwardForm, Decider, DocumentForm, DossierPaper, Regime, ReportDue,
    SubjectFactor, TimeLimit,
};
pub use entries::Entry;
pub(crate) use fault::line_of;
pub use fault::{CatalogFault, CatalogRule};
pub use hold::HoldKind;
pub use overlay::{LawOverlay, LawOverlayHead};
pub use requirement::{Effect, Requirement, Requirements, Scope};
pub use revocation::{Ground, Revocation};
pub use sourced::{Checked, Source, Sourced, Standing};
pub use spelling::{AwardSpelling, IssuerSpelling, Spellings};
pub use timeline::{Overlap, Timeline};

use crate::ballot::BallotRule;
use crate::date::Date;
use crate::fund::{Exceeding, FundCeiling, FundSource, FundUse, OrganisingShare};
use crate::recognition::RecognitionRules;
use crate::standard::Standard;
use crate::standard::questions::QuestionRule;
use crate::submission::Holidays;
use crate::survey::{SurveyForm, SurveyRule};
use crate::{AwardMode, Decimal, HouseholdMark, SubjectKind, Vnd};
use std::collections::BTreeMap;

/// Everything the catalog says. Made once by [`Catalog::parse`] and then only asked.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    base_salary: Timeline<Vnd>,
    regimes: Timeline<Regime>,
    awards: BTreeMap<String, Award>,
    spellings: Spellings,
    holidays: Timeline<Holidays>,
    factors: BTreeMap<(AwardClass, SubjectKind), Timeline<SubjectFactor>>,
    rounding: Timeline<Vnd>,
    fund_sources: Timeline<Vec<FundSource>>,
    fund_ceilings: Timeline<FundCeiling>,
    fund_organising: Timeline<OrganisingShare>,
    fund_uses: Timeline<Vec<FundUse>>,
    fund_shortfalls: Timeline<Exceeding>,
    rewards_by_person: Timeline<Exceeding>,
    principles: Requirements,
    hold_kinds: Timeline<Vec<HoldKind>>,
    overlays: Vec<LawOverlay>,
    ballot_rules: Timeline<BallotRule>,
    revocations: Timeline<Revocation>,
    reports_due: Timeline<Vec<ReportDue>>,
    document_forms: BTreeMap<String, Timeline<DocumentForm>>,
    not_asked: Timeline<Vec<HouseholdMark>>,
    questions: Timeline<QuestionRule>,
    recognition: RecognitionRules,
    standards: BTreeMap<String, Standard>,
    survey_forms: Timeline<SurveyForm>,
    survey_rules: BTreeMap<String, Timeline<SurveyRule>>,
    survey_shares: Timeline<Decimal>,
    survey_wholes: Timeline<u32>,
}

impl Catalog {
    /// Reads the catalog from (file name, text) pairs, or tells every fault with file and line.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<CatalogFault>> {
        load::load(files)
    }

    /// The base salary (lương cơ sở) of a day, in đồng a month.
    pub fn base_salary(&self, day: Date) -> Option<&Sourced<Vnd>> {
        self.base_salary.on(day)
    }

    /// The body of law under which a decision of that day is made. The day of the decision counts,
    /// not that of the achievement.
    pub fn regime(&self, day: Date) -> Option<&Sourced<Regime>> {
        self.regimes.on(day)
    }

    /// An award by its code.
    pub fn award(&self, code: &str) -> Option<&Award> {
        self.awards.get(code)
    }

    /// All awards, by code.
    pub fn awards(&self) -> impl Iterator<Item = &Award> {
        self.awards.values()
    }

    /// How lists write awards and who gave them.
    pub fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// On which days of a year offices do not work.
    pub fn holidays(&self) -> &Timeline<Holidays> {
        &self.holidays
    }

    /// By how much the reward of a kind of subject exceeds that of an individual.
    pub fn subject_factor(
        &self,
        class: AwardClass,
        subject: SubjectKind,
        day: Date,
    ) -> Option<&Sourced<SubjectFactor>> {
        self.factors.get(&(class, subject))?.on(day)
    }

    /// The step to which a reward is rounded up; one đồng means that it is not rounded.
    pub fn rounding(&self, day: Date) -> Option<&Sourced<Vnd>> {
        self.rounding.on(day)
    }

    /// How much of a budget may go into the fund of emulation and commendation.
    pub fn fund_ceiling(&self, day: Date) -> Option<&Sourced<FundCeiling>> {
        self.fund_ceilings.on(day)
    }

    /// Where money of the fund may come from.
    pub fn fund_sources(&self, day: Date) -> Option<&Sourced<Vec<FundSource>>> {
        self.fund_sources.on(day)
    }

    /// How much of the fund may go into organising.
    pub fn fund_organising(&self, day: Date) -> Option<&Sourced<OrganisingShare>> {
        self.fund_organising.on(day)
    }

    /// What the fund may be spent on besides rewards.
    pub fn fund_uses(&self, day: Date) -> Option<&Sourced<Vec<FundUse>>> {
        self.fund_uses.on(day)
    }

    /// What follows when a decision would promise more than the fund has.
    pub fn fund_shortfall(&self, day: Date) -> Option<&Sourced<Exceeding>> {
        self.fund_shortfalls.on(day)
    }

    /// What follows where the law does not tell the reward of somebody: whether a person may say it, with
    /// a reason and a paper.
    pub fn reward_by_person(&self, day: Date) -> Option<&Sourced<Exceeding>> {
        self.rewards_by_person.on(day)
    }

    /// An award by its code or by its short name, "giay-khen-xa" or "GKX".
    pub fn award_called(&self, name: &str) -> Option<&Award> {
        let by_short = || self.awards().find(|it| it.form.short.eq_ignore_ascii_case(name));
        self.award(name).or_else(by_short)
    }

    /// What has to be true of a proposal on a day: what holds for every award first, then what the
    /// award itself asks.
    pub fn requirements<'a>(
        &'a self,
        award: &'a Award,
        subject: SubjectKind,
        mode: Option<AwardMode>,
        day: Date,
    ) -> Vec<&'a Sourced<Requirement>> {
        let mut rows: Vec<_> = self.overlaid(award, day).collect();
        rows.retain(|row| row.value.scope.covers(&award.form, subject, mode));
        rows
    }

    /// The rule of voting suggested to a council that has not set its own.
    pub fn ballot_rule(&self, day: Date) -> Option<&Sourced<BallotRule>> {
        self.ballot_rules.on(day)
    }

    /// The rule of voting that the law of a day sets for an award; without one the council's own
    /// holds.
    pub fn ballot_rule_of(&self, award: &str, day: Date) -> Option<&Sourced<BallotRule>> {
        self.award(award)?.ballot_rules.on(day)
    }

    /// When commendations are taken back, and what comes back with them.
    pub fn revocation(&self, day: Date) -> Option<&Sourced<Revocation>> {
        self.revocations.on(day)
    }

    /// Which statutory reports are due in a year, and when.
    pub fn reports_due(&self, day: Date) -> Option<&Sourced<Vec<ReportDue>>> {
        self.reports_due.on(day)
    }

    /// The form that the law of a day prescribes for a sort of document, where it is known.
    pub fn document_form(&self, sort: &str, day: Date) -> Option<&Sourced<DocumentForm>> {
        self.document_forms.get(sort)?.on(day)
    }

    /// Which households are never asked for money, by their marks.
    pub fn not_asked_for_money(&self, day: Date) -> Option<&Sourced<Vec<HouseholdMark>>> {
        self.not_asked.on(day)
    }

    /// From when on a reported figure raises a question.
    pub fn question_rule(&self, day: Date) -> Option<&Sourced<QuestionRule>> {
        self.questions.on(day)
    }

    /// What people are asked in a survey of their satisfaction.
    pub fn survey_form(&self, day: Date) -> Option<&Sourced<SurveyForm>> {
        self.survey_forms.on(day)
    }

    /// What each content must reach for a condition, "xa-ntm-2021-2025/hai-long".
    pub fn survey_rule(&self, condition: &str, day: Date) -> Option<&Sourced<SurveyRule>> {
        self.survey_rules.get(condition)?.on(day)
    }

    /// How many per cent of the households of a place are asked.
    pub fn survey_share(&self, day: Date) -> Option<&Sourced<Decimal>> {
        self.survey_shares.on(day)
    }

    /// Up to how many households a place is asked as a whole.
    pub fn survey_whole(&self, day: Date) -> Option<&Sourced<u32>> {
        self.survey_wholes.on(day)
    }

    /// The rules by which units are recognised.
    pub fn recognition(&self) -> &RecognitionRules {
        &self.recognition
    }

    /// Whether there is a criterion by its set and number, "xa-ntm-2021-2025#12".
    fn has_criterion(&self, name: &str) -> bool {
        let Some((set, code)) = name.split_once('#') else { return false };
        let criteria = self.standard(set).map(Standard::criteria).unwrap_or_default();
        criteria.iter().any(|one| one.code == code)
    }

    /// A set of criteria by its id.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards.get(id)
    }

    /// All sets of criteria, by id.
    pub fn standards(&self) -> impl Iterator<Item = &Standard> {
        self.standards.values()
    }

    /// The sets by which a kind of subject is judged on a day.
    pub fn standards_on(&self, subject: SubjectKind, day: Date) -> impl Iterator<Item = &Standard> {
        let judged = move |standard: &&Standard| {
            standard.head().value.subject == subject && standard.head().holds_on(day)
        };
        self.standards().filter(judged)
    }
}
