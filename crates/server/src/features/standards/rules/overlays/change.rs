//! Laying an overlay, confirming it, taking it off.

use chungsuc_domain::standard::{Overlay, OverlayFault, OverlayLevel, Standard};
use chungsuc_store::{Author, Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::super::{rules, sql};
use super::{LaidOverlay, OVERLAY_RECORD, OverlayState, overlay};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::Paper;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// An overlay that somebody wants to lay.
#[derive(Clone, Debug)]
pub struct NewOverlay<'a> {
    /// Id of the standard.
    pub standard: &'a str,
    /// First day.
    pub from: Date,
    /// Last day, where the paper names one.
    pub to: Option<Date>,
    /// What should be known of it.
    pub note: &'a str,
    /// What it sets.
    pub levels: Vec<OverlayLevel>,
}

/// How an overlay comes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenOff {
    /// It holds up to this day.
    After(Date),
    /// It was entered by mistake and never held.
    Mistaken,
}

#[derive(Serialize)]
struct Kept<'a> {
    standard: &'a str,
    document: &'a str,
    issuer: &'a str,
    valid_from: Date,
    valid_to: Option<Date>,
    note: &'a str,
}

#[derive(Serialize)]
struct KeptLevel<'a> {
    indicator: &'a str,
    threshold: String,
    region_name: Option<&'a str>,
    year: Option<i16>,
}

#[derive(Serialize)]
struct KeptState<'a> {
    overlay_state: OverlayState,
    valid_to: Option<Date>,
    checked_on: Option<Date>,
    checked_paper: Option<&'a str>,
}

/// Lays an overlay of the person's commune by a paper of its registry; gives its id. It is unchecked
/// until somebody else confirms it.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard; [`Refusal::Invalid`] with
/// `from`, `to`, `paper`, `levels`, or `m-` and the code of a line whose value does not fit; of the
/// store.
pub fn lay(app: &App, by: &Person, paper: &Paper, new: &NewOverlay<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepStandards)?;
    if paper.withdrawn.is_some() {
        return Err(Refusal::field("paper", Message::new("overlay-paper-withdrawn")));
    }
    let drafted = drafted(app, &by.commune, new, (&paper.cited(), &paper.issuer));
    let drafted = LaidOverlay { paper: Some(paper.id.clone()), ..drafted };
    put(app, &app.author(by), &drafted)
}

/// Lays an overlay of any unit, in the name of whoever runs the command; `document` and `issuer` say
/// by which paper.
///
/// # Errors
/// As [`lay`], but it asks for no right.
pub fn put_overlay(
    app: &App,
    author: &Author,
    new: &NewOverlay<'_>,
    paper: (&str, &str),
) -> Result<String, Refusal> {
    let drafted = drafted(app, &author.commune, new, paper);
    put(app, author, &drafted)
}

fn drafted(
    app: &App,
    unit: &str,
    new: &NewOverlay<'_>,
    (document, issuer): (&str, &str),
) -> LaidOverlay {
    LaidOverlay {
        unit: unit.to_owned(),
        id: app.new_id(),
        standard: new.standard.to_owned(),
        issuer: issuer.to_owned(),
        document: document.to_owned(),
        paper: None,
        from: new.from,
        to: new.to,
        note: new.note.to_owned(),
        state: OverlayState::Laid,
        why: None,
        laid_by: String::new(),
        laid_on: app.today(),
        checked: None,
        version: 1,
        levels: new.levels.clone(),
    }
}

fn put(app: &App, author: &Author, new: &LaidOverlay) -> Result<String, Refusal> {
    let rules = rules(app, &author.commune, &new.standard)?;
    let errors = check(&rules.standard, new);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let standard = &rules.standard;
    app.store.write(author, |tx| {
        add(tx, standard, new)?;
        new.levels.iter().try_for_each(|level| add_level(tx, standard, new, level))
    })?;
    Ok(new.id.clone())
}

/// Everything that is wrong with an overlay, each with its field.
fn check(standard: &Standard, new: &LaidOverlay) -> Errors {
    let (head, mut errors) = (standard.head(), Errors::default());
    if new.to.is_some_and(|to| to < new.from) {
        errors.add("to", Message::new("overlay-days-turned"));
    }
    let before = new.to.is_some_and(|to| to < head.from);
    if before || head.to.is_some_and(|last| last < new.from) {
        errors.add("from", Message::new("overlay-outside"));
    }
    if new.levels.is_empty() {
        errors.add("levels", Message::new("overlay-empty"));
    }
    for level in &new.levels {
        let alone = LaidOverlay { levels: vec![level.clone()], ..new.clone() };
        if let Err(fault) = standard.with(alone.of_domain()) {
            errors.add(format!("m-{}", level.indicator), told(standard, &fault));
        }
    }
    // Two values for one line, region and year are seen only together.
    if errors.is_empty() {
        let together: Overlay = new.of_domain();
        if let Err(fault) = standard.with(together) {
            errors.add("levels", told(standard, &fault));
        }
    }
    errors
}

/// What is wrong with a value, in words.
pub(in crate::features::standards) fn told(standard: &Standard, fault: &OverlayFault) -> Message {
    let line = |code: &str| {
        let name = standard.line(code).map_or(code, |line| line.name.as_str());
        format!("{code}. {name}")
    };
    match fault {
        OverlayFault::NoIndicator(code) => {
            Message::new("overlay-no-indicator").arg("line", code.clone())
        }
        OverlayFault::NoRegion(name) => {
            Message::new("overlay-no-region").arg("region", name.clone())
        }
        OverlayFault::NotMeasured(code) => {
            Message::new("overlay-not-measured").arg("line", line(code))
        }
        OverlayFault::OutOfReach(code, value) => Message::new("overlay-out-of-reach")
            .arg("line", line(code))
            .arg("value", value.to_string()),
        OverlayFault::SetTwice(code) => Message::new("overlay-set-twice").arg("line", line(code)),
        OverlayFault::OtherStandard(_) | OverlayFault::Twice(_) => {
            Message::new("overlay-laid-already")
        }
    }
}

fn add(tx: &mut Writer<'_>, standard: &Standard, new: &LaidOverlay) -> Result<(), Refusal> {
    let kept = Kept {
        standard: &standard.head().value.name,
        document: &new.document,
        issuer: &new.issuer,
        valid_from: new.from,
        valid_to: new.to,
        note: &new.note,
    };
    let actor = tx.author().actor.clone();
    let params = [
        new.unit.as_str().into(),
        new.id.as_str().into(),
        new.standard.as_str().into(),
        new.issuer.as_str().into(),
        new.document.as_str().into(),
        new.paper.as_deref().into(),
        new.from.into(),
        new.to.into(),
        new.note.as_str().into(),
        (&actor).into(),
        new.laid_on.into(),
    ];
    Ok(tx.change(Change::create(OVERLAY_RECORD, &new.id, &kept)?, sql::ADD_OVERLAY, &params)?)
}

/// Told in the overlay's own history.
fn add_level(
    tx: &mut Writer<'_>,
    standard: &Standard,
    of: &LaidOverlay,
    level: &OverlayLevel,
) -> Result<(), Refusal> {
    let OverlayLevel { indicator, region, year, value } = level;
    let (region, year) = (region.as_deref(), *year);
    let known = region.and_then(|code| standard.region(code));
    let region_name = known.map(|region| region.name.as_str());
    let kept = KeptLevel { indicator, threshold: value.to_string(), region_name, year };
    let params = [
        of.unit.as_str().into(),
        of.id.as_str().into(),
        indicator.as_str().into(),
        region.unwrap_or_default().into(),
        i64::from(year.unwrap_or_default()).into(),
        value.thousandths().into(),
    ];
    Ok(tx.change(Change::create(OVERLAY_RECORD, &of.id, &kept)?, sql::ADD_LEVEL, &params)?)
}

/// An overlay of the person's own commune that may still be changed, seen in state `version`.
fn open(app: &App, by: &Person, standard: &str, id: &str) -> Result<LaidOverlay, Refusal> {
    by.must_in_commune(Act::KeepStandards)?;
    let known = overlay(app, by, standard, id)?;
    if known.unit != by.commune {
        return Err(Refusal::rule("overlay-of-another"));
    }
    match known.state {
        OverlayState::Laid => Ok(known),
        _ => Err(Refusal::rule("overlay-off-already")),
    }
}

/// Confirms that the values of an overlay stand in a paper as they were typed.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, for one's own overlay, for one that is taken
/// off or confirmed; a conflict.
pub fn confirm_overlay(
    app: &App,
    by: &Person,
    (standard, id): (&str, &str),
    version: i64,
    paper: &Paper,
) -> Result<(), Refusal> {
    let known = open(app, by, standard, id)?;
    if known.laid_by == by.account {
        return Err(Refusal::rule("overlay-own"));
    }
    if known.checked.is_some() {
        return Err(Refusal::rule("overlay-confirmed-already"));
    }
    let (cited, today) = (paper.cited(), app.today());
    let (checked_on, checked_paper) = (Some(today), Some(cited.as_str()));
    let new = KeptState { checked_on, checked_paper, ..state(&known) };
    let change = Change::update(OVERLAY_RECORD, id, &state(&known), &new)?;
    let params = [
        by.account.as_str().into(),
        today.into(),
        cited.as_str().into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::CONFIRM_OVERLAY, &params)?))
}

/// Takes an overlay off. It stays to be read, and on the days on which it held it counts as ever.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with `last`, `why`; a rule for
/// one that is off already, or of a unit above; a conflict.
pub fn take_off(
    app: &App,
    by: &Person,
    (standard, id): (&str, &str),
    version: i64,
    (how, why): (TakenOff, &str),
) -> Result<(), Refusal> {
    let known = open(app, by, standard, id)?;
    let mut errors = Errors::default();
    let (overlay_state, valid_to) = match how {
        TakenOff::Mistaken => (OverlayState::Mistaken, known.to),
        TakenOff::After(last) => {
            if last < known.from || known.to.is_some_and(|to| to < last) {
                errors.add("last", Message::new("overlay-last-outside"));
            }
            (OverlayState::TakenOff, Some(last))
        }
    };
    if why.trim().is_empty() {
        errors.add("why", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let new = KeptState { overlay_state, valid_to, ..state(&known) };
    let change = Change::update(OVERLAY_RECORD, id, &state(&known), &new)?.because(why);
    let params = [
        overlay_state.code().into(),
        valid_to.into(),
        why.into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::TAKE_OFF, &params)?))
}

fn state(known: &LaidOverlay) -> KeptState<'_> {
    let checked = known.checked.as_ref();
    KeptState {
        overlay_state: known.state,
        valid_to: known.to,
        checked_on: checked.map(|one| one.on),
        checked_paper: checked.map(|one| one.paper.as_str()),
    }
}
