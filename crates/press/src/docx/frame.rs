//! What stands around the text: issuer and nation above, recipients and signatures below.

use maud::{Markup, html};

use super::units::from_mm;
use super::{paragraph, run, table};
use crate::Layout;
use crate::document::printed::{Printed, PrintedSignature};
use crate::typeset::{Face, width_mm};

/// The head of the first page, down to those addressed.
pub(super) fn head(printed: &Printed, layout: &Layout) -> Markup {
    html! {
        @if printed.issuer.is_empty() {
            (nation(printed, layout, layout.text_width_mm()))
            (alone(printed, layout))
        } @else {
            (sides(printed, layout))
        }
        @if let Some([kind, about]) = &printed.heading {
            (paragraph("Title", kind))
            @if !about.is_empty() {
                (paragraph("Subtitle", about))
                (share_rule(about, layout.size_pt.kind.get(), layout.text_width_mm(), layout))
            }
        }
        @if let Some(authority) = &printed.authority { (paragraph("Authority", authority)) }
        (gap())
        (addressees(&printed.addressees, layout))
    }
}

/// A body's head: its name and the nation's side by side, its number and the day under them.
fn sides(printed: &Printed, layout: &Layout) -> Markup {
    let (left, right) = columns(layout);
    let rows = [
        (issuer(printed, layout, left), nation(printed, layout, right)),
        (numbering(printed), line("Dateline", printed.dateline.as_deref())),
    ];
    table::pair(left, right, &rows)
}

/// The day of what a person writes, where it stands in other papers too.
fn alone(printed: &Printed, layout: &Layout) -> Markup {
    let (left, _) = columns(layout);
    html! {
        @if let Some(dateline) = &printed.dateline {
            w:p {
                w:pPr { w:pStyle w:val="Dateline" {} w:ind w:left=(from_mm(left)) {} }
                (run(dateline))
            }
        }
    }
}

/// The foot: recipients left and signature right; of two signers, the recipients stand below.
pub(super) fn foot(printed: &Printed, layout: &Layout) -> Markup {
    let (left, right) = columns(layout);
    let half = layout.text_width_mm() / 2.0;
    html! {
        (gap())
        @if let Some(cosigner) = &printed.cosigner {
            (table::pair(half, half, &[(signature(cosigner), signature(&printed.signature))]))
            (gap())
            (recipients(printed))
        } @else {
            (table::pair(left, right, &[(recipients(printed), signature(&printed.signature))]))
        }
    }
}

/// A little air, where a paragraph of text would bring too much.
pub(super) fn gap() -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="Rule" {}
                w:keepNext {}
                w:spacing w:before="0" w:line="120" w:lineRule="exact" {}
            }
        }
    }
}

fn columns(layout: &Layout) -> (f64, f64) {
    let width = layout.text_width_mm();
    let left = width * layout.frame.left.get();
    (left, width - left)
}

fn issuer(printed: &Printed, layout: &Layout, column_mm: f64) -> Markup {
    let last = printed.issuer.last().map(String::as_str).unwrap_or_default();
    html! {
        @for name in &printed.superior { (paragraph("Superior", name)) }
        @for name in &printed.issuer { (paragraph("Issuer", name)) }
        (share_rule(last, layout.size_pt.issuer.get(), column_mm, layout))
    }
}

fn nation(printed: &Printed, layout: &Layout, column_mm: f64) -> Markup {
    let words = width_mm(printed.motto, Face::Bold, layout.size_pt.motto.get());
    html! {
        (paragraph("Nation", printed.nation))
        (paragraph("Motto", printed.motto))
        (rule(words, column_mm))
    }
}

fn numbering(printed: &Printed) -> Markup {
    html! {
        (line("Number", printed.number.as_deref()))
        @if let Some(subject) = &printed.subject { (paragraph("Subject", subject)) }
    }
}

/// A cell needs a paragraph even when it says nothing.
fn line(style: &str, text: Option<&str>) -> Markup {
    paragraph(style, text.unwrap_or_default())
}

fn addressees(texts: &[String], layout: &Layout) -> Markup {
    let start = layout.text_width_mm() / 6.0;
    let label = width_mm("Kính gửi: ", Face::Regular, layout.size_pt.body.get());
    let indented = |mm: f64, text: &str| {
        html! {
            w:p {
                w:pPr { w:pStyle w:val="Addressee" {} w:ind w:left=(from_mm(mm)) {} }
                (run(text))
            }
        }
    };
    match texts {
        [] => html! {},
        [one] => indented(start, &format!("Kính gửi: {one}")),
        several => html! {
            (indented(start, "Kính gửi:"))
            @for text in several { (indented(start + label, text)) }
        },
    }
}

fn recipients(printed: &Printed) -> Markup {
    if printed.recipients.is_empty() {
        return paragraph("Recipients", "");
    }
    html! {
        (paragraph("RecipientsTitle", "Nơi nhận:"))
        @for text in &printed.recipients { (paragraph("Recipients", text)) }
    }
}

fn signature(signature: &PrintedSignature) -> Markup {
    html! {
        @for post in &signature.capacity { (paragraph("Post", post)) }
        (paragraph("Signer", &signature.name))
    }
}

/// A line under a name, as long as the rule's share of its words.
fn share_rule(words: &str, size_pt: f64, column_mm: f64, layout: &Layout) -> Markup {
    let length = width_mm(words, Face::Bold, size_pt).min(column_mm);
    rule(length * layout.frame.rule.get(), column_mm)
}

/// A centred line: the upper border of a paragraph without words, drawn in from both sides.
fn rule(length_mm: f64, column_mm: f64) -> Markup {
    let side = from_mm((column_mm - length_mm).max(0.0) / 2.0);
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="Rule" {}
                w:keepNext {}
                w:pBdr { w:top w:val="single" w:sz="6" w:space="1" w:color="000000" {} }
                w:spacing w:before="40" w:line="40" w:lineRule="exact" {}
                w:ind w:left=(side) w:right=(side) {}
            }
        }
    }
}
