//! Reading the catalog's files. Every fault is told with its file and line; a catalog with a fault
//! is not used at all, because half a law is worse than none.

mod awards;
mod recognition;
mod surveys;

use super::award::{AwardForm, Decider, DocumentForm, DossierPaper, Regime, ReportDue};
use super::award::{SubjectFactor, TimeLimit};
use super::fault::{Flaw, line_of};
use super::hold::HoldKind;
use super::mode::{ModeRule, Simplified};
use super::overlay::LawOverlayHead;
use super::requirement::Written;
use super::revocation::Revocation;
use super::spelling::{AwardSpelling, IssuerSpelling};
use super::{Catalog, CatalogFault, CatalogRule, Sourced, Timeline};
use crate::ballot::BallotRule;
use crate::fund::{Exceeding, FundCeiling, FundSource, FundUse, OrganisingShare};
use crate::standard::questions::QuestionRule;
use crate::standard::{Criterion, Indicator, Standard, StandardFault, StandardHead};
use crate::submission::Holidays;
use crate::survey::{SurveyForm, SurveyRule};
use crate::{AwardMode, Decimal, HouseholdMark, SubjectKind, Vnd};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Rows<T> = Vec<Spanned<Sourced<T>>>;

/// What a file may hold. A file about one award or one standard names it once, at its head.
#[derive(Default)]
struct File {
    base_salary: Rows<Vnd>,
    regime: Rows<Regime>,
    rounding: Rows<Vnd>,
    fund_sources: Rows<Vec<FundSource>>,
    fund_ceiling: Rows<FundCeiling>,
    fund_organising: Rows<OrganisingShare>,
    fund_uses: Rows<Vec<FundUse>>,
    fund_shortfall: Rows<Exceeding>,
    reward_by_person: Rows<Exceeding>,
    subject_factor: Rows<SubjectFactor>,
    ballot_rule: Rows<BallotRule>,
    revocation: Rows<Revocation>,
    hold_kinds: Rows<Vec<HoldKind>>,
    award_mode: Rows<ModeRule>,
    simplified: Rows<Simplified>,
    not_upward: Rows<Vec<AwardMode>>,
    reports_due: Rows<Vec<ReportDue>>,
    document_form: Rows<DocumentForm>,
    not_asked_for_money: Rows<Vec<HouseholdMark>>,
    question_rule: Rows<QuestionRule>,
    survey_form: Rows<SurveyForm>,
    survey_rule: Rows<SurveyRule>,
    survey_share: Rows<Decimal>,
    survey_whole: Rows<u32>,
    recognition: recognition::Parts,
    holidays: Rows<Holidays>,
    award_spelling: Vec<Spanned<AwardSpelling>>,
    issuer_spelling: Vec<Spanned<IssuerSpelling>>,
    award: Option<Spanned<AwardForm>>,
    deciders: Rows<Vec<Decider>>,
    multiple: Rows<Decimal>,
    given_to: Rows<Vec<SubjectKind>>,
    modes: Rows<Vec<AwardMode>>,
    requirement: Rows<Written>,
    dossier: Rows<Vec<DossierPaper>>,
    time_limit: Rows<TimeLimit>,
    overlay: Option<Spanned<Sourced<LawOverlayHead>>>,
    standard: Option<Spanned<Sourced<StandardHead>>>,
    criterion: Vec<Spanned<Criterion>>,
    indicator: Vec<Spanned<Indicator>>,
    condition: Vec<Spanned<Indicator>>,
}

/// See [`Catalog::parse`].
pub(super) fn load(files: &[(&str, &str)]) -> Result<Catalog, Vec<CatalogFault>> {
    let mut catalog = Catalog::default();
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    let mut references = Vec::new();
    for (name, text) in files {
        let mut reader =
            Reader { name, text, faults: &mut faults, ids: &mut ids, references: &mut references };
        if let Some(file) = reader.read() {
            reader.take(file, &mut catalog);
        }
    }
    // A set that could not be read would seem to be missing.
    if faults.iter().all(|fault| !matches!(fault.rule, CatalogRule::Syntax | CatalogRule::Shape)) {
        faults.extend(references.into_iter().filter_map(|reference| reference.broken(&catalog)));
    }
    if faults.is_empty() { Ok(catalog) } else { Err(faults) }
}

/// Something that is named elsewhere: a set, a line or a criterion of a set ("xa-ntm-2021-2025/12.2",
/// "xa-ntm-2021-2025#12"), an award, a condition of an award ("giay-khen-xa/tieu-chuan-cua-tinh").
struct Reference {
    to: To,
    name: String,
    fault: CatalogFault,
}

#[derive(Clone, Copy)]
enum To {
    Standard,
    Criterion,
    Award,
    Requirement,
}

impl Reference {
    fn broken(self, catalog: &Catalog) -> Option<CatalogFault> {
        let found = match self.name.split_once('/') {
            _ if matches!(self.to, To::Award) => catalog.award(&self.name).is_some(),
            _ if matches!(self.to, To::Requirement) => catalog.has_requirement(&self.name),
            _ if matches!(self.to, To::Criterion) => catalog.has_criterion(&self.name),
            None => catalog.standard(&self.name).is_some(),
            Some((set, line)) => catalog.standard(set).is_some_and(|set| set.line(line).is_some()),
        };
        (!found).then_some(self.fault)
    }
}

/// One file being read.
struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    faults: &'a mut Vec<CatalogFault>,
    ids: &'a mut BTreeSet<String>,
    references: &'a mut Vec<Reference>,
}

/// What a file says of a standard besides its head.
struct Parts {
    criteria: Vec<Spanned<Criterion>>,
    indicators: Vec<Spanned<Indicator>>,
    conditions: Vec<Spanned<Indicator>>,
}

impl Reader<'_> {
    /// Row by row, so that one bad row does not hide the faults of the others. A file that is not
    /// TOML has nothing to say beyond its syntax.
    fn read(&mut self) -> Option<File> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            self.refuse(CatalogRule::Syntax, 0, error);
        }
        if !errors.is_empty() {
            return None;
        }
        let mut file = File::default();
        for (key, value) in root.into_inner() {
            let at = key.span().start;
            match key.get_ref().as_ref() {
                "base_salary" => self.rows(value, &mut file.base_salary),
                "regime" => self.rows(value, &mut file.regime),
                "rounding" => self.rows(value, &mut file.rounding),
                "fund_sources" => self.rows(value, &mut file.fund_sources),
                "fund_ceiling" => self.rows(value, &mut file.fund_ceiling),
                "fund_organising" => self.rows(value, &mut file.fund_organising),
                "fund_uses" => self.rows(value, &mut file.fund_uses),
                "fund_shortfall" => self.rows(value, &mut file.fund_shortfall),
                "reward_by_person" => self.rows(value, &mut file.reward_by_person),
                "subject_factor" => self.rows(value, &mut file.subject_factor),
                "ballot_rule" => self.rows(value, &mut file.ballot_rule),
                "revocation" => self.rows(value, &mut file.revocation),
                "hold_kinds" => self.rows(value, &mut file.hold_kinds),
                "award_mode" => self.rows(value, &mut file.award_mode),
                "simplified" => self.rows(value, &mut file.simplified),
                "not_upward" => self.rows(value, &mut file.not_upward),
                "reports_due" => self.rows(value, &mut file.reports_due),
                "document_form" => self.rows(value, &mut file.document_form),
                "not_asked_for_money" => self.rows(value, &mut file.not_asked_for_money),
                "question_rule" => self.rows(value, &mut file.question_rule),
                "survey_form" => self.rows(value, &mut file.survey_form),
                "survey_rule" => self.rows(value, &mut file.survey_rule),
                "survey_share" => self.rows(value, &mut file.survey_share),
                "survey_whole" => self.rows(value, &mut file.survey_whole),
                "recognised_by" => self.rows(value, &mut file.recognition.recognisers),
                "recognition_dossier" => self.rows(value, &mut file.recognition.dossiers),
                "recognition_validity" => self.rows(value, &mut file.recognition.validities),
                "recognition_revocation" => self.rows(value, &mut file.recognition.revocations),
                "holidays" => self.rows(value, &mut file.holidays),
                "award_spelling" => self.rows(value, &mut file.award_spelling),
                "issuer_spelling" => self.rows(value, &mut file.issuer_spelling),
                "award" => file.award = self.row(value),
                "deciders" => self.rows(value, &mut file.deciders),
                "multiple" => self.rows(value, &mut file.multiple),
                "given_to" => self.rows(value, &mut file.given_to),
                "modes" => self.rows(value, &mut file.modes),
                "requirement" => self.rows(value, &mut file.requirement),
                "dossier" => self.rows(value, &mut file.dossier),
                "time_limit" => self.rows(value, &mut file.time_limit),
                "overlay" => file.overlay = self.row(value),
                "standard" => file.standard = self.row(value),
                "criterion" => self.rows(value, &mut file.criterion),
                "indicator" => self.rows(value, &mut file.indicator),
                "condition" => self.rows(value, &mut file.condition),
                other => {
                    let message = format!("the catalog knows no {other}");
                    self.fault(at, (CatalogRule::UnknownTable, message));
                }
            }
        }
        Some(file)
    }

    fn rows<T: DeserializeOwned>(
        &mut self,
        value: Spanned<DeValue<'_>>,
        into: &mut Vec<Spanned<T>>,
    ) {
        let at = value.span().start;
        match value.into_inner() {
            DeValue::Array(rows) => {
                into.extend(rows.into_iter().filter_map(|row| self.row(row)));
            }
            other => {
                let message = format!("a list of rows is wanted, not {}", other.type_str());
                self.fault(at, (CatalogRule::Shape, message));
            }
        }
    }

    fn row<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<Spanned<T>> {
        let at = value.span().start;
        let read = Spanned::<T>::deserialize(value.into_deserializer());
        read.map_err(|error| self.refuse(CatalogRule::Shape, at, &error)).ok()
    }

    fn refuse(&mut self, rule: CatalogRule, otherwise: usize, error: &toml::de::Error) {
        let at = error.span().map_or(otherwise, |span| span.start);
        self.fault(at, (rule, error.message().to_owned()));
    }

    fn take(&mut self, mut file: File, catalog: &mut Catalog) {
        self.take_awards(&mut file, catalog);
        self.add(file.base_salary, &mut catalog.base_salary);
        self.add(file.regime, &mut catalog.regimes);
        self.take_holidays(file.holidays, &mut catalog.holidays);
        self.add(file.rounding, &mut catalog.rounding);
        self.add(file.fund_sources, &mut catalog.fund_sources);
        self.add(file.fund_ceiling, &mut catalog.fund_ceilings);
        self.add(file.fund_organising, &mut catalog.fund_organising);
        self.add(file.fund_uses, &mut catalog.fund_uses);
        self.add(file.fund_shortfall, &mut catalog.fund_shortfalls);
        self.add(file.reward_by_person, &mut catalog.rewards_by_person);
        self.add(file.ballot_rule, &mut catalog.ballot_rules);
        self.add(file.revocation, &mut catalog.revocations);
        self.take_modes(file.award_mode, catalog);
        self.add(file.simplified, &mut catalog.simplified);
        self.add(file.not_upward, &mut catalog.not_upward);
        self.take_hold_kinds(file.hold_kinds, catalog);
        self.add(file.reports_due, &mut catalog.reports_due);
        self.add(file.not_asked_for_money, &mut catalog.not_asked);
        self.add(file.question_rule, &mut catalog.questions);
        self.add(file.survey_form, &mut catalog.survey_forms);
        self.look_at_shares(&file.survey_share, &file.survey_rule);
        self.add(file.survey_share, &mut catalog.survey_shares);
        self.add(file.survey_whole, &mut catalog.survey_wholes);
        self.take_survey_rules(file.survey_rule, catalog);
        self.take_forms(file.document_form, &mut catalog.document_forms);
        self.take_recognition(file.recognition, &mut catalog.recognition);
        self.take_spellings(file.award_spelling, file.issuer_spelling, catalog);
        let parts = Parts {
            criteria: file.criterion,
            indicators: file.indicator,
            conditions: file.condition,
        };
        self.take_standard(file.standard, parts, &mut catalog.standards);
    }

    fn add<T>(&mut self, rows: Rows<T>, timeline: &mut Timeline<T>) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            self.file_under(at, row, timeline);
        }
    }

    fn file_under<T>(&mut self, at: usize, row: Sourced<T>, timeline: &mut Timeline<T>) {
        let id = row.id.clone();
        if let Err(overlap) = timeline.add(row) {
            self.fault(at, overlap.flaw(&id));
        }
    }

    /// What must be true of every value of the law.
    fn inspect<T>(&mut self, at: usize, row: &Sourced<T>) {
        if !self.ids.insert(row.id.clone()) {
            self.fault(at, (CatalogRule::IdOnce, format!("the id {} is used twice", row.id)));
        }
        for flaw in row.flaws() {
            self.fault(at, flaw);
        }
    }

    fn take_forms(
        &mut self,
        rows: Rows<DocumentForm>,
        forms: &mut BTreeMap<String, Timeline<DocumentForm>>,
    ) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            let timeline = forms.entry(row.value.sort.clone()).or_default();
            self.file_under(at, row, timeline);
        }
    }

    fn take_standard(
        &mut self,
        head: Option<Spanned<Sourced<StandardHead>>>,
        parts: Parts,
        standards: &mut BTreeMap<String, Standard>,
    ) {
        let Parts { criteria, indicators, conditions } = parts;
        let Some(head) = head else {
            let lines = indicators.first().or(conditions.first()).map(Spanned::span);
            if let Some(span) = criteria.first().map(Spanned::span).or(lines) {
                self.orphan(span.start, "parts of a standard need a [standard] in their file");
            }
            return;
        };
        let at = head.span().start;
        let head = head.into_inner();
        self.inspect(at, &head);
        self.refer(To::Standard, at, head.value.successor.as_ref());
        let mut standard = Standard::new(head);
        self.parts(criteria, |part| standard.add_criterion(part));
        for line in indicators.iter().chain(&conditions) {
            self.refer(To::Standard, line.span().start, &line.get_ref().same_as);
        }
        self.parts(indicators, |part| standard.add_indicator(part));
        self.parts(conditions, |part| standard.add_condition(part));
        if standard.exceeds_its_size() {
            let message = "the set has more criteria or indicators than its size says".to_owned();
            self.fault(at, (CatalogRule::Size, message));
        }
        standards.insert(standard.head().id.clone(), standard);
    }

    fn parts<T>(
        &mut self,
        parts: Vec<Spanned<T>>,
        mut add: impl FnMut(T) -> Result<(), StandardFault>,
    ) {
        for part in parts {
            let at = part.span().start;
            if let Err(refusal) = add(part.into_inner()) {
                self.fault(at, (CatalogRule::from(&refusal), refusal.to_string()));
            }
        }
    }

    fn refer<'n>(&mut self, to: To, at: usize, names: impl IntoIterator<Item = &'n String>) {
        for name in names {
            let flaw = (CatalogRule::Reference, format!("there is no {name}"));
            let reference = Reference { to, name: name.clone(), fault: self.made(at, flaw) };
            self.references.push(reference);
        }
    }

    fn orphan(&mut self, at: usize, message: &str) {
        self.fault(at, (CatalogRule::Head, message.to_owned()));
    }

    fn fault(&mut self, at: usize, flaw: Flaw) {
        let fault = self.made(at, flaw);
        self.faults.push(fault);
    }

    fn made(&self, at: usize, (rule, message): Flaw) -> CatalogFault {
        CatalogFault { file: self.name.to_owned(), line: line_of(self.text, at), rule, message }
    }
}
