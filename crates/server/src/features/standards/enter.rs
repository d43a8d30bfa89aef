//! Entering a value with its evidence, and sending it.

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::{Indicator, IndicatorKind, Share, ShareError};
use chungsuc_store::{Change, Param, Writer};

use super::period::is_period;
use super::{Figure, RECORD, Value, indicator, judged_units, may_see, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Which value: a unit, an indicator of a standard, a period.
#[derive(Clone, Debug)]
pub struct Key<'a> {
    /// Code of the unit.
    pub unit: &'a str,
    /// Id of the standard.
    pub standard: &'a str,
    /// Number of the indicator.
    pub indicator: &'a str,
    /// The year, `2023`, or a half of it, `2023-H1`.
    pub period: &'a str,
}

/// Enters or corrects a value as a draft; gives its id. `version` is that of the value that was seen,
/// 0 when there was none.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `amount`,
/// `numerator`, `denominator`, `met`, `measured_on`; a rule, when the value was sent or accepted.
pub fn enter(
    app: &App,
    by: &Person,
    key: &Key<'_>,
    figure: &Figure,
    evidence: &[NewFile],
    version: i64,
) -> Result<String, Refusal> {
    let indicator = indicator(app, key.standard, key.indicator)?;
    let unit = judged_unit(app, by, key.standard, key.unit)?;
    by.must(Act::EnterValues, Place::village(&by.commune, &unit.code))?;
    let mut errors = check(app, indicator, key.period, figure);
    if !unit.exists_on(figure.measured_on) {
        errors.add("measured_on", Message::new("value-unit-not-there"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let known = find(app, by, key)?;
    if known.as_ref().is_some_and(|value| !value.review.may_edit()) {
        return Err(Refusal::rule("value-not-editable"));
    }
    let id = known.as_ref().map_or_else(|| app.new_id(), |value| value.id.clone());
    app.write(by, |tx| {
        match &known {
            None => add(tx, by, &id, key, figure, None)?,
            Some(value) => correct(tx, by, value, figure, version)?,
        }
        evidence.iter().try_for_each(|file| back(app, tx, &id, file))
    })?;
    Ok(id)
}

/// The unit that values are entered for.
pub(super) fn judged_unit(
    app: &App,
    by: &Person,
    standard: &str,
    unit: &str,
) -> Result<Unit, Refusal> {
    let standard = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let known = judged_units(app, &by.commune, standard)?;
    known.into_iter().find(|known| known.code == unit).ok_or(Refusal::NotFound)
}

/// The value of a key, if there is one.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, key: &Key<'_>) -> Result<Option<Value>, Refusal> {
    may_see(by, key.unit)?;
    let commune = by.commune.as_str();
    let params = [commune.into(), key.unit.into(), key.standard.into(), key.indicator.into()];
    let all =
        app.read(|r| r.all(sql::OF_INDICATOR, &params, Value::read).map_err(Refusal::from))?;
    Ok(all.into_iter().find(|value| value.period == key.period))
}

pub(super) fn add(
    tx: &mut Writer<'_>,
    by: &Person,
    id: &str,
    key: &Key<'_>,
    figure: &Figure,
    why: Option<&str>,
) -> Result<(), Refusal> {
    let mut params = params(figure);
    params.extend([
        by.account.as_str().into(),
        by.commune.as_str().into(),
        id.into(),
        key.unit.into(),
        key.standard.into(),
        key.indicator.into(),
        key.period.into(),
    ]);
    let change = Change::create(RECORD, id, figure)?;
    let change = match why {
        Some(why) => change.because(why),
        None => change,
    };
    Ok(tx.change(change, sql::ADD, &params)?)
}

pub(super) fn correct(
    tx: &mut Writer<'_>,
    by: &Person,
    known: &Value,
    figure: &Figure,
    version: i64,
) -> Result<(), Refusal> {
    let mut params = params(figure);
    params.extend([
        by.account.as_str().into(),
        by.commune.as_str().into(),
        known.id.as_str().into(),
        version.into(),
    ]);
    let change = Change::update(RECORD, &known.id, &known.figure, figure)?;
    Ok(tx.change(change, sql::CORRECT, &params)?)
}

fn params(figure: &Figure) -> Vec<Param<'_>> {
    let number = |value: Option<Decimal>| value.map(|value| value.thousandths()).into();
    vec![
        number(figure.amount),
        number(figure.numerator),
        number(figure.denominator),
        figure.met.into(),
        figure.measured_on.into(),
        figure.note.as_str().into(),
    ]
}

fn back(app: &App, tx: &mut Writer<'_>, value: &str, file: &NewFile) -> Result<(), Refusal> {
    let id = files::keep(app, tx, file)?;
    let commune = tx.author().commune.clone();
    let params = [commune.as_str().into(), value.into(), (&id).into(), "".into()];
    // Told in the value's own history.
    let change = Change::create(RECORD, value, &serde_json::json!({ "evidence": file.name() }))?;
    Ok(tx.change(change, sql::ADD_EVIDENCE, &params)?)
}

/// What is wrong with a figure of this indicator.
fn check(app: &App, indicator: &Indicator, period: &str, figure: &Figure) -> Errors {
    let mut errors = Errors::default();
    if !is_period(period) {
        errors.add("period", Message::new("value-period-wrong"));
    }
    if figure.measured_on > app.today() {
        errors.add("measured_on", Message::new("day-to-come"));
    }
    match indicator.kind {
        IndicatorKind::YesNo if figure.met.is_none() => {
            errors.add("met", Message::new("field-missing"));
        }
        IndicatorKind::YesNo => {}
        IndicatorKind::Ratio => check_share(figure, &mut errors),
        IndicatorKind::Amount | IndicatorKind::Count => match figure.amount {
            None => errors.add("amount", Message::new("field-missing")),
            Some(amount) if amount < Decimal::ZERO => {
                errors.add("amount", Message::new("value-negative"));
            }
            Some(_) => {}
        },
    }
    errors
}

/// A share is two counts; where only its percentage is known, that is kept as the amount.
fn check_share(figure: &Figure, errors: &mut Errors) {
    if let (None, None, Some(percent)) = (figure.numerator, figure.denominator, figure.amount) {
        if percent > Decimal::from_thousandths(100_000) {
            errors.add("amount", Message::new("value-over-hundred"));
        }
        return;
    }
    let (Some(part), Some(whole)) = (figure.numerator, figure.denominator) else {
        if figure.numerator.is_none() {
            errors.add("numerator", Message::new("field-missing"));
        }
        if figure.denominator.is_none() {
            errors.add("denominator", Message::new("field-missing"));
        }
        return;
    };
    match Share::new(part, whole) {
        Ok(_) => {}
        Err(ShareError::NoWhole) => errors.add("denominator", Message::new("value-no-whole")),
        Err(ShareError::Negative) => errors.add("numerator", Message::new("value-negative")),
        Err(ShareError::PartExceedsWhole) => {
            errors.add("numerator", Message::new("value-part-exceeds"));
        }
    }
}
