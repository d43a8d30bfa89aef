//! The papers of a dossier, part by part, with the ways to add and to take off.

use chungsuc_domain::date::show_date;
use chungsuc_domain::recognition::Need;
use maud::{Markup, html};

use super::super::super::attach::OTHER;
use super::super::super::{Attached, Dossier, Part};
use super::super::address;
use crate::access::Act;
use crate::features::papers::Readers;
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table, Tone, tag_of};
use crate::web::{PageError, csrf};

pub(super) fn section(v: &Visit, of: &Dossier) -> Result<Markup, PageError> {
    let l = v.l;
    let may = v.may(Act::PrepareRecognition) && of.record.state.may_change();
    let reads_all = v.person()?.must_in_commune(Act::ReadCouncil).is_ok();
    let mut columns =
        vec![Column::new(l.t("recognition-part")), Column::new(l.t("recognition-there"))];
    if may {
        columns.push(Column::new(l.t("column-act")));
    }
    let shown =
        of.parts.iter().filter(|part| part.asked.is_some() || may || !part.attached.is_empty());
    let rows = shown.map(|part| row(v, of, part, may, reads_all)).collect();
    Ok(Table::new(l.t("recognition-papers"), &columns, rows).draw(l))
}

fn row(v: &Visit, of: &Dossier, part: &Part, may: bool, reads_all: bool) -> Cells {
    let l = v.l;
    let (code, name) = match &part.asked {
        Some(asked) => (asked.code.as_str(), asked.name.as_str()),
        None => (OTHER, l.t("recognition-part-other")),
    };
    let need = part.asked.as_ref().map(|asked| asked.need).unwrap_or(Need::Optional);
    let there = html! {
        @if part.attached.is_empty() {
            @match need {
                Need::Optional => span.quiet { (l.t("recognition-optional")) },
                _ => (tag_of(Tone::Warning, "▲", l.t("recognition-lacking"))),
            }
        } @else {
            ul.plain {
                @for one in &part.attached { li { (attached(v, of, one, may, reads_all)) } }
            }
        }
    };
    let cells = Cells::new().text(name).markup(there);
    if !may {
        return cells;
    }
    let href = format!("{}/giay-to/{code}", address(&of.record.id));
    cells.markup(html! {
        a href=(href) { (l.t("recognition-attach")) span.hidden { ": " (name) } }
    })
}

/// A paper with its way, for who may read it; and how it is taken off.
fn attached(v: &Visit, of: &Dossier, one: &Attached, may: bool, reads_all: bool) -> Markup {
    let l = v.l;
    let day = one.issued_on.unwrap_or(one.attached_on);
    let opens = one.readers.is_none_or(|readers| readers == Readers::Staff || reads_all);
    let is_picture = one.media.as_deref().is_some_and(|media| media.starts_with("image/"));
    html! {
        @match (&one.paper, &one.file) {
            (Some(paper), _) if opens => a href={ "/van-ban/" (paper) } { (one.name) },
            (None, Some(file)) if is_picture => {
                a.evidence href={ "/cong-nhan/tep/" (file) } {
                    img src={ "/cong-nhan/tep/" (file) } alt=(one.name) width="160" height="120"
                        loading="lazy";
                }
            }
            (None, Some(file)) => a href={ "/cong-nhan/tep/" (file) } { (one.name) },
            _ => (l.t("recognition-paper-hidden")),
        }
        " " span.quiet { (show_date(day)) }
        @if one.is_withdrawn {
            " " (tag_of(Tone::Warning, "▲", l.t("recognition-decision-withdrawn")))
        }
        @if !one.note.is_empty() { " – " (one.note) }
        @if may {
            form method="post" action={ (address(&of.record.id)) "/go/" (one.id) } {
                (csrf::token_field(v.form_token()))
                button.button.second type="submit" {
                    (l.t("recognition-detach")) span.hidden { ": " (one.name) }
                }
            }
        }
    }
}
