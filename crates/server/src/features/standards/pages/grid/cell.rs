//! One cell: there are hundreds on a page, so each has as few letters as it can.
//!
//! The name of an input is `village/indicator/version/what stood there`: the page itself says from
//! what it was made, so that only what a person changed is saved, and not over somebody else's figure.

use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::{Indicator, IndicatorKind};
use maud::{Markup, html};

use super::super::super::Value;
use super::super::super::grid::Cell;
use super::super::super::value::cell_text;
use super::{Sheet, Typed};
use crate::web::Form;

/// The place of a cell, as the summary of errors leads to it.
pub(super) fn id(unit: &str, indicator: &str) -> String {
    format!("{unit}/{indicator}")
}

/// The cells of a form; other fields have no such names.
pub(super) fn sent(form: &Form) -> Vec<Cell> {
    form.pairs().iter().filter_map(|(name, typed)| read(name, typed)).collect()
}

fn read(name: &str, typed: &str) -> Option<Cell> {
    let mut parts = name.splitn(4, '/');
    let (unit, indicator) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    let seen = parts.next()?.parse().ok()?;
    let was = parts.next()?.to_owned();
    Some(Cell { unit, indicator, seen, was, typed: typed.trim().to_owned() })
}

/// A cell to type into, or what stands there while it waits for somebody else; `labels` are the ids
/// of the heads of its row and its column.
pub(super) fn draw(sheet: &Sheet<'_>, unit: &str, indicator: &Indicator, labels: &str) -> Markup {
    let value = sheet.grid.value(unit, &indicator.code);
    let left = match sheet.typed.is_empty() {
        true => None,
        false => sheet.typed.get(&id(unit, &indicator.code)),
    };
    match value.filter(|value| !value.review.may_edit() && left.is_none()) {
        Some(value) => fixed(sheet, value, indicator.kind),
        None => input(unit, indicator, value, labels, left),
    }
}

fn input(
    unit: &str,
    indicator: &Indicator,
    value: Option<&Value>,
    labels: &str,
    left: Option<&Typed>,
) -> Markup {
    let was = value.map(|value| cell_text(&value.figure, indicator.kind)).unwrap_or_default();
    let version = value.map_or(0, |value| value.version);
    let returned = value.is_some_and(|value| value.review.stage() == Stage::Returned);
    let shown = left.map_or(was.as_str(), |left| left.text.as_str());
    let is_bad = left.is_some_and(|left| left.is_bad);
    html! {
        td.back[returned] .new[left.is_some() && !is_bad] {
            input name={ (unit) "/" (indicator.code) "/" (version) "/" (was) }
                aria-labelledby={ (labels) @if returned { " returned" } }
                value=[(!shown.is_empty()).then_some(shown)]
                id=[left.map(|_| id(unit, &indicator.code))]
                aria-invalid=[is_bad.then_some("true")];
        }
    }
}

/// The figure with the shape of its state, and the way to its page.
fn fixed(sheet: &Sheet<'_>, value: &Value, kind: IndicatorKind) -> Markup {
    let class = match value.review.stage() {
        Stage::Accepted => "accepted",
        Stage::Verified => "verified",
        _ => "sent",
    };
    html! {
        td class=(class) {
            a href=(relative(sheet, &value.unit, &value.indicator)) { (cell_text(&value.figure, kind)) }
        }
    }
}

/// The page of a value, from beside it: shorter by what both addresses begin with.
pub(super) fn relative(sheet: &Sheet<'_>, unit: &str, indicator: &str) -> String {
    format!("{unit}/{indicator}?bo={}&ky={}", sheet.standard, sheet.period)
}

/// “ (m)”, behind the name of an indicator that is measured in something.
pub(super) fn unit(indicator: &Indicator) -> Markup {
    html! { @if let Some(unit) = indicator.unit { " (" (unit.label()) ")" } }
}
