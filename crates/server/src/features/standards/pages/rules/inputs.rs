//! A threshold for each measured line of a set, to be typed: to lay it, or only to try it.

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::{Indicator, Standard};
use maud::{Markup, html};

use super::{line_name, threshold};
use crate::features::standards::rules::Rules;
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table};
use crate::web::{Errors, Form, Message};
use jiff::civil::Date;

/// The name of the input of a line.
fn name(line: &Indicator) -> String {
    format!("m-{}", line.code)
}

/// The lines that have a threshold to set.
fn measured(standard: &Standard) -> impl Iterator<Item = &Indicator> {
    standard.lines().filter(|line| line.compare.is_some())
}

/// One row for each measured line: what applies on a day, and an input for another value.
pub(super) fn table(
    v: &Visit,
    rules: &Rules,
    (region, day): (Option<&str>, Date),
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("threshold-now")),
        Column::new(l.t("threshold-new")),
    ];
    let rows = measured(&rules.standard).map(|line| {
        let applied = rules.standard.threshold(line, region, day);
        Cells::new()
            .text(&line_name(line))
            .markup(html! { div { (threshold(v, line, applied.as_ref())) } })
            .markup(input(v, line, form, errors))
    });
    Table::new(l.t("threshold-inputs"), &columns, rows.collect()).draw(l)
}

fn input(v: &Visit, line: &Indicator, form: &Form, errors: &Errors) -> Markup {
    let (l, name) = (v.l, name(line));
    let label = l.with("threshold-of", &[("line", line_name(line).into())]);
    let error = errors.of(&name).map(|message| message.say(l));
    let about = error.as_ref().map(|_| format!("{name}-error"));
    html! {
        div.measured {
            input.short id=(name) name=(name) type="text" inputmode="decimal" aria-label=(label)
                value=[Some(form.raw(&name)).filter(|typed| !typed.is_empty())]
                aria-invalid=[error.as_ref().map(|_| "true")] aria-describedby=[about.as_ref()];
            @if let Some(measure) = line.measure() { span.unit { (measure.label()) } }
            @if let Some(error) = &error { p.error id=[about.as_ref()] { (error) } }
        }
    }
}

/// The values that were typed, as people write numbers; what cannot be read is told at its input.
pub(super) fn typed(
    standard: &Standard,
    form: &Form,
    errors: &mut Errors,
) -> Vec<(String, Decimal)> {
    let mut values = Vec::new();
    for line in measured(standard) {
        let name = name(line);
        let Some(text) = form.filled(&name) else { continue };
        match Decimal::parse(text.trim_end_matches('%').trim_end()) {
            Ok(value) => values.push((line.code.clone(), value)),
            Err(_) => {
                let wrong = Message::new("threshold-no-number").arg("line", line_name(line));
                errors.add(name, wrong);
            }
        }
    }
    values
}
