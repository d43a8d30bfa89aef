//! What a person says of a new unit where no rule gives its figure.

use std::collections::BTreeMap;

use chungsuc_store::{Change, Row, StoreError};
use serde::Serialize;

use super::{ANSWER, params, read_figure, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards::{Figure, understand};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A figure that a person gave.
#[derive(Clone, Debug)]
pub struct Given {
    /// The figure; its note is the reason.
    pub figure: Figure,
    /// Id of the account.
    pub by: String,
    step: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    indicator: &'a str,
    #[serde(flatten)]
    figure: &'a Figure,
}

/// What was said of a unit under a standard, by indicator; the last word counts.
pub(super) fn answers(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
) -> Result<BTreeMap<String, Given>, Refusal> {
    let params = [by.commune.as_str().into(), unit.into(), standard.into()];
    let read = |row: &Row<'_>| -> Result<(String, Given), StoreError> {
        Ok((
            row.get(0)?,
            Given { figure: read_figure(row, 1)?, by: row.get(7)?, step: row.get(8)? },
        ))
    };
    let said = app.read(|r| r.all(sql::ANSWERS, &params, read).map_err(Refusal::from))?;
    Ok(said.into_iter().collect())
}

/// Says what the figures of a new unit are, as they are typed, with one reason for all of them; gives
/// how many. Only where the rules give none.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason` and a
/// field of the name of each indicator; a rule, when nothing was typed.
pub fn answer(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
    typed: &[(String, String)],
    reason: &str,
) -> Result<usize, Refusal> {
    let succession = super::find(app, by, unit, standard)?;
    by.must(Act::EnterValues, Place::village(&by.commune, unit))?;
    let outlook = super::outlook(app, by, &succession, standard, None)?;
    let mut errors = Errors::default();
    let mut figures = Vec::new();
    for (code, text) in typed.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let line = outlook.lines.iter().find(|line| line.indicator.code == *code);
        let line = line.filter(|line| line.merged.figure.is_err()).ok_or(Refusal::NotFound)?;
        match understand(line.indicator.kind, text) {
            Ok(said) => {
                let figure = Figure::of(said, app.today(), reason.trim().into());
                let step = line.given.as_ref().map_or(0, |given| given.step) + 1;
                figures.push((code, step, figure));
            }
            Err(unread) => errors.add(code.clone(), unread.message()),
        }
    }
    if reason.trim().is_empty() {
        errors.add("reason", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    if figures.is_empty() {
        return Err(Refusal::rule("succession-nothing-said"));
    }
    app.write(by, |tx| {
        for (indicator, step, figure) in &figures {
            let mut values = vec![
                by.commune.as_str().into(),
                unit.into(),
                standard.into(),
                indicator.as_str().into(),
                // Of two who say something at once the second is told: the step is part of the key.
                (*step).into(),
            ];
            values.extend(params(figure));
            values.push(by.account.as_str().into());
            let kept = Kept { indicator, figure };
            let change = Change::create(ANSWER, format!("{unit}/{standard}"), &kept)?;
            tx.change(change.because(reason.trim()), sql::ANSWER, &values)?;
        }
        Ok(figures.len())
    })
}
