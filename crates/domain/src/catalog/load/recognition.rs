//! The rules of recognition: one row may hold for several standards.

use super::{Reader, Rows, To};
use crate::catalog::fault::Flaw;
use crate::catalog::{CatalogRule, Timeline};
use crate::recognition::{
    DossierRule, OfStandards, Recogniser, RecognitionRules, RevocationRule, ValidityRule,
};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a file.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) recognisers: Rows<Recogniser>,
    pub(super) dossiers: Rows<DossierRule>,
    pub(super) validities: Rows<ValidityRule>,
    pub(super) revocations: Rows<RevocationRule>,
}

impl Reader<'_> {
    pub(super) fn take_recognition(&mut self, parts: Parts, rules: &mut RecognitionRules) {
        for row in &parts.dossiers {
            self.faults_of(row.span().start, dossier_flaw(&row.get_ref().value));
        }
        for row in &parts.validities {
            self.faults_of(row.span().start, validity_flaw(&row.get_ref().value));
        }
        for row in &parts.revocations {
            let (at, rule) = (row.span().start, &row.get_ref().value);
            self.faults_of(at, revocation_flaw(rule));
            for key in &rule.key_criteria {
                let names = rule.standards.iter().map(|set| format!("{set}#{key}"));
                self.refer(To::Criterion, at, &names.collect::<Vec<_>>());
            }
        }
        self.by_standard(parts.recognisers, &mut rules.recognisers);
        self.by_standard(parts.dossiers, &mut rules.dossiers);
        self.by_standard(parts.validities, &mut rules.validities);
        self.by_standard(parts.revocations, &mut rules.revocations);
    }

    fn faults_of(&mut self, at: usize, flaw: Option<Flaw>) {
        if let Some(flaw) = flaw {
            self.fault(at, flaw);
        }
    }

    fn by_standard<T: OfStandards + Clone>(
        &mut self,
        rows: Rows<T>,
        into: &mut BTreeMap<String, Timeline<T>>,
    ) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            self.refer(To::Standard, at, row.value.standards());
            if row.value.standards().is_empty() {
                self.fault(at, (CatalogRule::Shape, format!("{} names no standard", row.id)));
            }
            for standard in row.value.standards() {
                let timeline = into.entry(standard.clone()).or_default();
                self.file_under(at, row.clone(), timeline);
            }
        }
    }
}

fn dossier_flaw(rule: &DossierRule) -> Option<Flaw> {
    let mut seen = BTreeSet::new();
    let twice = rule.papers.iter().find(|paper| !seen.insert(paper.code.as_str()))?;
    Some((CatalogRule::NumberOnce, format!("the paper {} is listed twice", twice.code)))
}

fn validity_flaw(rule: &ValidityRule) -> Option<Flaw> {
    let message = "a recognition holds for a year at least".to_owned();
    (rule.years == Some(0)).then_some((CatalogRule::Reach, message))
}

fn revocation_flaw(rule: &RevocationRule) -> Option<Flaw> {
    let share = 1..=100;
    let in_order = rule.key_percent <= rule.any_percent;
    let good = share.contains(&rule.any_percent) && share.contains(&rule.key_percent) && in_order;
    let message = "shares lie between 1 and 100, that of key criteria not above the other";
    (!good).then(|| (CatalogRule::Reach, message.to_owned()))
}
