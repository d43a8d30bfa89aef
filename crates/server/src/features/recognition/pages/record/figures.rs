//! What the figures of a dossier come to, line by line, each with its reason.

use maud::{Markup, html};

use super::super::super::{Dossier, Line};
use super::super::outcome_tag;
use crate::features::law;
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table};

pub(super) fn section(v: &Visit, of: &Dossier) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("indicator-name")),
        Column::new(l.t("indicator-value")),
        Column::new(l.t("indicator-outcome")),
    ];
    let (conditions, indicators): (Vec<&Line>, Vec<&Line>) =
        of.picture.lines.iter().partition(|line| line.is_condition);
    let rows = |lines: &[&Line]| lines.iter().map(|line| row(v, of, line)).collect();
    html! {
        (Table::new(l.t("recognition-figures"), &columns, rows(&indicators)).draw(l))
        @if !conditions.is_empty() {
            (Table::new(l.t("standing-conditions"), &columns, rows(&conditions)).draw(l))
        }
    }
}

fn row(v: &Visit, of: &Dossier, line: &Line) -> Cells {
    let l = v.l;
    let name = match line.is_condition {
        true => line.name.clone(),
        false => format!("{}. {}", line.code, line.name),
    };
    let reason = of.reasons.iter().find(|(code, _)| *code == line.code);
    let value = if line.value.is_empty() { "–" } else { line.value.as_str() };
    Cells::new().text(&name).text(value).markup(html! {
        (outcome_tag(v, line.outcome))
        @if let Some((_, reason)) = reason {
            details {
                summary { (l.t("verdict-why")) }
                (law::reasons(l, std::slice::from_ref(reason)))
                @if line.is_judged { p { (l.t("verdict-judged")) } }
            }
        }
    })
}
