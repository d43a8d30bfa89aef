//! The rules that hold together from a day on: measures, types of documents, looks and clauses.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::Error;

use super::finding::{Part, RuleId, Severity};
use crate::origin::{Bounded, Origin};
use crate::{Kinds, Layout, PressError};

/// The rules of one decree: how paper must look.
#[derive(Debug, Clone)]
pub struct Rulebook {
    pub(super) layout: Layout,
    pub(super) kinds: Kinds,
    rules: Rules,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    titles: Vec<String>,
    origin: Origin,
    look: Vec<PartLook>,
    rules: BTreeMap<RuleId, Rule>,
}

/// How the letters of a part must look; `None` where the rule does not say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartLook {
    part: Part,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    #[serde(default)]
    pub(super) capitals: bool,
    pub(super) align: Option<Side>,
    at: String,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Side {
    Left,
    Center,
    Both,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    at: String,
    severity: Severity,
}

impl Rulebook {
    /// Reads a rule set from the TOML texts of the catalog: layout, kinds and rules. Texts that hold
    /// on different days are refused.
    pub fn parse(layout: &str, kinds: &str, rules: &str) -> Result<Self, PressError> {
        let (layout, kinds) = (Layout::parse(layout)?, Kinds::parse(kinds)?);
        let rules: Rules = toml::from_str(rules)?;
        let days = |origin: &Origin| (origin.from, origin.to);
        let own = days(&rules.origin);
        if days(layout.origin()) != own || days(kinds.origin()) != own {
            let fault = "layout, kinds and rules hold on different days";
            return Err(toml::de::Error::custom(fault).into());
        }
        Ok(Self { layout, kinds, rules })
    }

    /// The rule set that holds on a day: the latest that has begun and not ended.
    pub fn on(books: &[Self], day: Date) -> Option<&Self> {
        let holds = |book: &&Self| {
            let origin = book.origin();
            origin.from <= day && origin.to.is_none_or(|last| day <= last)
        };
        books.iter().filter(holds).max_by_key(|book| book.origin().from)
    }

    /// Where the rules come from.
    pub fn origin(&self) -> &Origin {
        &self.rules.origin
    }

    /// The types of documents of this rule set.
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    pub(super) fn titles(&self) -> &[String] {
        &self.rules.titles
    }

    pub(super) fn look(&self, part: Part) -> Option<&PartLook> {
        self.rules.look.iter().find(|look| look.part == part)
    }

    /// The clause of a rule for a part, and how heavy it weighs. A rule of the looks is the
    /// part's own.
    pub(super) fn source(&self, rule: RuleId, part: Part) -> (String, Severity) {
        let cited = |at: &str| format!("{}, {at}", self.rules.origin.document);
        match (self.rules.rules.get(&rule), self.look(part)) {
            (Some(rule), _) => (cited(&rule.at), rule.severity),
            (None, Some(look)) => (cited(&look.at), Severity::Must),
            (None, None) => (self.rules.origin.document.clone(), Severity::Must),
        }
    }

    /// The size of a part's letters, in points; `None` where it is the body's or not ruled.
    pub(super) fn size(&self, part: Part) -> Option<Bounded> {
        let size = &self.layout.size_pt;
        Some(match part {
            Part::Nation => size.nation,
            Part::Motto => size.motto,
            Part::Superior | Part::Issuer => size.issuer,
            Part::Number => size.number,
            Part::Dateline => size.dateline,
            Part::Kind | Part::Abstract => size.kind,
            Part::Subject => size.subject,
            Part::Addressee | Part::Basis | Part::Body | Part::AnnexReference => size.body,
            Part::Capacity | Part::Signer => size.signer,
            Part::RecipientsTitle => size.recipients_title,
            Part::Recipients => size.recipients,
            Part::PageNumber => size.page_number,
            Part::AnnexLabel | Part::AnnexTitle => size.annex,
            Part::Page | Part::Article => return None,
        })
    }
}
