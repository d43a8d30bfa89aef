//! What is wrong with a template, in words: where, what the line says, and what to type instead.

use chungsuc_press::template::{Draft, Edited, Fault, FaultKind, Place, RemarkKind};
use maud::{Markup, html};

use crate::web::Language;
use crate::web::ui::{Cells, Column, Table, Tone, notice};

/// All faults, in the order of the document.
pub(super) fn table(l: Language, draft: &Draft, faults: &[Fault]) -> Markup {
    let columns = [
        Column::new(l.t("template-fault-place")),
        Column::new(l.t("template-fault-line")),
        Column::new(l.t("template-fault-what")),
    ];
    let row = |fault: &Fault| {
        Cells::new()
            .text(&place(l, fault.place))
            .text(&draft.line(fault.place).unwrap_or_default())
            .markup(what(l, &fault.kind))
    };
    Table::new(l.t("template-faults"), &columns, faults.iter().map(row).collect()).draw(l)
}

/// What of the file is not printed; nothing where all of it is.
pub(super) fn remarks(l: Language, edited: &Edited) -> Markup {
    let lost = |kind| match kind {
        RemarkKind::Emphasis => l.t("template-lost-emphasis"),
        RemarkKind::Merged => l.t("template-lost-merged"),
        RemarkKind::Picture => l.t("template-lost-picture"),
        RemarkKind::Note => l.t("template-lost-note"),
    };
    html! {
        @if !edited.remarks.is_empty() {
            (notice(Tone::Warning, &html! {
                p { (l.t("template-lost")) }
                ul {
                    @for remark in &edited.remarks {
                        li { (place(l, remark.place)) ": " (lost(remark.kind)) }
                    }
                }
            }))
        }
    }
}

/// “Nội dung, đoạn 7”.
fn place(l: Language, place: Place) -> String {
    let counted = |at: usize| [("at", at.into())];
    match place {
        Place::Abstract => l.t("template-place-abstract").to_owned(),
        Place::Addressee(at) => l.with("template-place-addressee", &counted(at)),
        Place::Basis(at) => l.with("template-place-basis", &counted(at)),
        Place::Body(at) => l.with("template-place-body", &counted(at)),
        Place::Recipient(at) => l.with("template-place-recipient", &counted(at)),
        Place::AnnexTitle(annex) => l.with("template-place-annex-title", &counted(annex)),
        Place::Annex(annex, at) => {
            l.with("template-place-annex", &[("annex", annex.into()), ("at", at.into())])
        }
    }
}

fn what(l: Language, kind: &FaultKind) -> Markup {
    let say = |key, typed: &str| html! { (l.with(key, &[("typed", typed.into())])) };
    match kind {
        FaultKind::UnknownField { typed, nearest, known } => html! {
            div {
                (say("template-fault-unknown", typed))
                @if let Some(nearest) = nearest { " " (say("template-fault-nearest", nearest)) }
                details {
                    summary { (l.t("template-fault-known")) }
                    ul { @for name in known { li { "{{" (name) "}}" } } }
                }
            }
        },
        FaultKind::NotWords(typed) => say("template-fault-not-words", typed),
        FaultKind::NotRows(typed) => say("template-fault-not-rows", typed),
        FaultKind::Unclosed(typed) => unclosed(l, typed),
        FaultKind::Unopened(typed) => say("template-fault-unopened", typed),
        FaultKind::Unended(typed) => say("template-fault-unended", typed),
        FaultKind::Empty => html! { (l.t("template-fault-empty")) },
        FaultKind::Ragged { cells, columns } => {
            let counts = [("cells", (*cells).into()), ("columns", (*columns).into())];
            html! { (l.with("template-fault-ragged", &counts)) }
        }
        FaultKind::NoColumns => html! { (l.t("template-fault-no-columns")) },
    }
}

/// A repetition wants another closing mark than a choice.
fn unclosed(l: Language, typed: &str) -> Markup {
    let close = if typed.starts_with("lặp") { "hết lặp" } else { "hết nếu" };
    let said = [("typed", typed.into()), ("close", close.into())];
    html! { (l.with("template-fault-unclosed", &said)) }
}
