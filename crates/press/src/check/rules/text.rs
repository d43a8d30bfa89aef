//! The text: its paragraphs, the bases above it and the mark after it.

use super::{Findings, is_running};
use crate::check::finding::{Part, RuleId, Value};
use crate::check::look::Spacing;
use crate::check::paper::Line;
use crate::check::parts::Parts;

/// How far an indent may lie from its rule, in millimetres.
const SLACK_MM: f64 = 0.3;
/// A single line of Times New Roman, as a share of the letters' size.
const SINGLE: f64 = 1.15;

pub(super) fn check(parts: &Parts<'_>, out: &mut Findings<'_>) {
    closed(&parts.bases, RuleId::BasisEnd, Part::Basis, out);
    let first = parts.addressees.first();
    if let Some(line) = first.filter(|line| !line.text.starts_with("Kính gửi:")) {
        let (found, wanted) = (Value::Words(line.text.clone()), Value::Words("Kính gửi:".into()));
        out.add(RuleId::AddresseeColon, Part::Addressee, found, wanted, Some(line));
    }
    let running = parts.body.iter().filter(|line| is_running(line) && line.piece == 0);
    running.clone().for_each(|line| paragraph(line, out));
    // The distance between two paragraphs is the larger of what both ask for.
    let lines: Vec<&&Line> = running.collect();
    for pair in lines.windows(2).filter(|pair| pair[1].paragraph == pair[0].paragraph + 1) {
        gap(pair[0], pair[1], out);
    }
    if let Some(last) = parts.body.last().filter(|last| !last.text.ends_with("./.")) {
        let tail: Vec<&str> = last.text.rsplit(' ').take(3).collect();
        let tail = tail.into_iter().rev().collect::<Vec<_>>().join(" ");
        let wanted = Value::Words("./.".to_owned());
        out.add(RuleId::EndMark, Part::Body, Value::Words(tail), wanted, Some(last));
    }
}

/// ";" after each line of a list, "." after the last.
pub(super) fn closed(lines: &[&Line], rule: RuleId, part: Part, out: &mut Findings<'_>) {
    for (at, line) in lines.iter().enumerate() {
        let wanted = if at + 1 == lines.len() { "." } else { ";" };
        if !line.text.ends_with(wanted) {
            let found = line.text.chars().last().map(String::from).unwrap_or_default();
            let wanted = Value::Words(wanted.to_owned());
            out.add(rule, part, Value::Words(found), wanted, Some(line));
        }
    }
}

fn paragraph(line: &Line, out: &mut Findings<'_>) {
    let body = &out.book.layout.body;
    let (least, most) = body.first_line_mm.bounds();
    let found = line.stand.first_mm;
    // A list that Word numbers itself has the indents of its numbering.
    if !line.stand.listed && !(least - SLACK_MM..=most + SLACK_MM).contains(&found) {
        let (found, wanted) = (Value::Measure(found, "mm"), Value::Range(least, most, "mm"));
        out.add(RuleId::FirstLine, Part::Body, found, wanted, Some(line));
    }
    let (least, most) = body.line.bounds();
    let found = lines(line);
    if found < least - 0.03 || found > most + 0.03 {
        let (found, wanted) = (Value::Measure(found, "lines"), Value::Range(least, most, "lines"));
        out.add(RuleId::LineSpacing, Part::Body, found, wanted, Some(line));
    }
}

/// The distance of lines, 1 being single.
fn lines(line: &Line) -> f64 {
    let sizes = line.runs.iter().map(|(_, letters)| letters.size_pt);
    let size = sizes.fold(1.0, f64::max);
    match line.stand.spacing {
        Spacing::Lines(lines) => lines,
        Spacing::Points(points) => points / (size * SINGLE),
    }
}

fn gap(above: &Line, below: &Line, out: &mut Findings<'_>) {
    let (least, _) = out.book.layout.body.paragraph_pt.bounds();
    let found = above.stand.after_pt.max(below.stand.before_pt);
    if found < least - 0.05 {
        let (found, wanted) = (Value::Measure(found, "pt"), Value::Measure(least, "pt"));
        out.add(RuleId::ParagraphGap, Part::Body, found, wanted, Some(below));
    }
}
