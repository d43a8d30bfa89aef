//! The rules, a file for each matter.

mod foot;
mod head;
mod look;
mod page;
mod text;

use super::finding::{Finding, Part, Place, RuleId, Value};
use super::paper::{Line, Paper};
use super::parts::Parts;
use super::rulebook::Rulebook;

/// How many letters of a line are shown to find it again.
const SHOWN: usize = 60;

/// What departs from the rules, in the order of the document.
pub(super) fn findings(paper: &Paper, parts: &Parts<'_>, book: &Rulebook) -> Vec<Finding> {
    let mut out = Findings { book, all: Vec::new() };
    page::check(paper, &mut out);
    head::check(parts, &mut out);
    look::check(parts, &mut out);
    text::check(parts, &mut out);
    foot::check(parts, &mut out);
    let mut all = out.all;
    // Stable: what concerns one place stays in the order of the rules.
    all.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.paragraph));
    all
}

/// What was found until now.
pub(super) struct Findings<'a> {
    pub(super) book: &'a Rulebook,
    all: Vec<Finding>,
}

impl Findings<'_> {
    /// Adds a finding. What departs in the same way in many lines of a part is told once, and
    /// counted.
    fn add(&mut self, rule: RuleId, part: Part, found: Value, wanted: Value, line: Option<&Line>) {
        let mut known =
            self.all.iter_mut().filter(|known| known.rule == rule && known.part == part);
        if let Some(known) = known.find(|known| counted(rule) || known.found == found) {
            known.times += 1;
            return;
        }
        let (source, severity) = self.book.source(rule, part);
        let place = line.map(|line| Place {
            paragraph: line.paragraph,
            words: line.text.chars().take(SHOWN).collect(),
        });
        self.all.push(Finding { rule, part, severity, found, wanted, place, times: 1, source });
    }
}

/// Whether each line would say something of its own about one and the same habit.
fn counted(rule: RuleId) -> bool {
    matches!(rule, RuleId::Capitals | RuleId::RecipientsDash)
}

/// A paragraph of running text: not of a table, not a heading, not a line in the middle.
fn is_running(line: &Line) -> bool {
    line.cell.is_none() && !line.is_bold() && !line.is_centred()
}

/// Where lines stand, as a code that both languages have a word for.
fn side(align: &str) -> Value {
    Value::Code(match align {
        "center" => "center",
        "right" => "right",
        "both" => "both",
        _ => "left",
    })
}
