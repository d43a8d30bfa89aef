//! The sheet: its size, its margins, the numbers of its pages.

use super::Findings;
use crate::check::finding::{Part, RuleId, Value};
use crate::check::paper::{Counter, Paper, Section};
use crate::origin::Bounded;

/// How far a length may lie from its rule, in millimetres: Word rounds to twips.
const SLACK_MM: f64 = 0.3;
/// From so many letters on a section takes more than one sheet.
const ONE_SHEET: usize = 3_500;

pub(super) fn check(paper: &Paper, out: &mut Findings<'_>) {
    for section in &paper.sections {
        sheet(section, out);
    }
    for (at, section) in paper.sections.iter().enumerate() {
        let own = paper.lines.iter().filter(|line| line.section == at);
        let letters: usize = own.map(|line| line.text.chars().count()).sum();
        numbered(section, letters > ONE_SHEET, out);
    }
}

fn sheet(section: &Section, out: &mut Findings<'_>) {
    let page = &out.book.layout.page;
    let (width, height) = (section.width_mm, section.height_mm);
    let (short, long) = (width.min(height), width.max(height));
    let fits = (short - page.width_mm).abs() < 1.0 && (long - page.height_mm).abs() < 1.0;
    let across = width > height;
    if !fits {
        let size = |a: f64, b: f64| Value::Words(format!("{a:.0} × {b:.0} mm"));
        let wanted = size(page.width_mm, page.height_mm);
        out.add(RuleId::Paper, Part::Page, size(width, height), wanted, None);
    }
    // The rule gives the margins of an upright sheet.
    let margins = [
        (RuleId::MarginTop, section.top_mm, page.top_mm),
        (RuleId::MarginBottom, section.bottom_mm, page.bottom_mm),
        (RuleId::MarginLeft, section.left_mm, page.left_mm),
        (RuleId::MarginRight, section.right_mm, page.right_mm),
    ];
    for (rule, found, wanted) in margins.into_iter().filter(|_| !across) {
        margin(rule, found, wanted, out);
    }
}

fn margin(rule: RuleId, found: f64, wanted: Bounded, out: &mut Findings<'_>) {
    let (least, most) = wanted.bounds();
    if found < least - SLACK_MM || found > most + SLACK_MM {
        let wanted = Value::Range(least, most, "mm");
        out.add(rule, Part::Page, Value::Measure(found, "mm"), wanted, None);
    }
}

fn numbered(section: &Section, several: bool, out: &mut Findings<'_>) {
    match (&section.above, &section.below) {
        (Some(number), _) => shown(number, section.own_first, out),
        (None, Some(_)) => {
            let (found, wanted) = (Value::Code("below"), Value::Code("center"));
            out.add(RuleId::PageNumberPlace, Part::PageNumber, found, wanted, None);
        }
        (None, None) if several => {
            out.add(
                RuleId::PageNumberMissing,
                Part::PageNumber,
                Value::Nothing,
                Value::Nothing,
                None,
            );
        }
        (None, None) => {}
    }
}

fn shown(number: &Counter, own_first: bool, out: &mut Findings<'_>) {
    if number.align != "center" {
        let found = super::side(&number.align);
        out.add(RuleId::PageNumberPlace, Part::PageNumber, found, Value::Code("center"), None);
    }
    if !own_first {
        out.add(RuleId::PageNumberFirst, Part::PageNumber, Value::Nothing, Value::Nothing, None);
    }
    super::look::letters(Part::PageNumber, &number.letters, None, out);
}
