//! Opening a survey: the households of the place are put into the order of a fresh random seed.

use chungsuc_domain::date::Date;
use chungsuc_domain::survey::{Answers, sample_size};
use chungsuc_store::{Change, Param, StoreError, Writer};
use rand::RngExt;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Line, RECORD, State, Survey, condition, current, place, places, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::directory;
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::Message;

/// A place in which a survey can be opened, and how many households it would ask.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The village, or the commune.
    pub unit: Unit,
    /// Households that the directory knows there.
    pub households: usize,
    /// How many of them would be asked; none while the catalog has no rule.
    pub sample: Option<usize>,
}

#[derive(Serialize)]
struct Kept<'a> {
    unit: &'a str,
    standard: &'a str,
    year: i16,
    seed: &'a str,
    households: usize,
    sample: usize,
    /// SHA-256 of the ids in their order, one a line: the draw was made from these and no others.
    frame: String,
}

/// The standards of a year that have a satisfaction condition with a form to ask by.
pub(super) fn standards(app: &App, year: i16) -> Vec<(String, String)> {
    let Ok(last) = Date::new(year, 12, 31) else { return Vec::new() };
    let day = last.min(app.today());
    let asks = |id: &str| app.catalog.survey_rule(&condition(id), day).is_some();
    let heads = app.catalog.standards().map(|standard| standard.head());
    let found = heads.filter(|head| head.holds_on(day) && asks(&head.id));
    found.map(|head| (head.id.clone(), head.value.name.clone())).collect()
}

/// The places of this person with their households.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn outlook(app: &App, by: &Person) -> Result<Vec<Outlook>, Refusal> {
    by.must_in_commune(Act::KeepSurveys)?;
    let all = directory::all_households(app, by, None)?;
    let count = |unit: &Unit| {
        let village = place(by, &unit.code).village;
        all.iter().filter(|one| village.is_none_or(|code| one.fields.village == code)).count()
    };
    let found = places(app, by, Act::KeepSurveys)?.into_iter().map(|unit| {
        let households = count(&unit);
        Outlook { unit, households, sample: size(app, households) }
    });
    Ok(found.collect())
}

fn size(app: &App, households: usize) -> Option<usize> {
    let today = app.today();
    let share = app.catalog.survey_share(today)?.value;
    // Without a rule for small places every place is drawn from.
    let whole = app.catalog.survey_whole(today).map_or(0, |rule| rule.value as usize);
    Some(sample_size(households, share, whole))
}

/// Opens a survey of a village or the commune, and draws its households; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `unit`, `standard`, `year`; a rule, when
/// the directory knows no household there, and when one is open or closed already.
pub fn open(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
    year: i16,
) -> Result<String, Refusal> {
    by.must(Act::KeepSurveys, place(by, unit))?;
    if !places(app, by, Act::KeepSurveys)?.iter().any(|known| known.code == unit) {
        return Err(Refusal::field("unit", Message::new("survey-unit-unknown")));
    }
    if year > app.today().year() {
        return Err(Refusal::field("year", Message::new("survey-year-to-come")));
    }
    if !standards(app, year).iter().any(|(id, _)| id == standard) {
        return Err(Refusal::field("standard", Message::new("survey-standard-unknown")));
    }
    let (id, drawn) = (app.new_id(), draw(app, by, unit, standard, year)?);
    let kept = Kept {
        unit,
        standard,
        year,
        seed: &drawn.seed,
        households: drawn.frame.len(),
        sample: drawn.sample,
        frame: fingerprint(&drawn.frame),
    };
    let change = Change::create(RECORD, &id, &kept)?;
    let added = app.write(by, |tx| {
        add(tx, by, &Survey { id: id.clone(), ..drawn }, change)?;
        // Asked after the row is there: whoever closes another one meanwhile has done so by now.
        let year = [by.commune.as_str().into(), standard.into(), i64::from(year).into()];
        let all = tx.all(sql::OF_YEAR, &year, Survey::read)?;
        match current(&all, unit) {
            Some(_) => Err(Refusal::rule("survey-closed-already")),
            None => Ok(()),
        }
    });
    match added {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("survey-open-already")),
        other => other.map(|()| id),
    }
}

fn draw(app: &App, by: &Person, unit: &str, standard: &str, year: i16) -> Result<Survey, Refusal> {
    let households = directory::all_households(app, by, place(by, unit).village)?;
    let frame: Vec<String> = households.into_iter().map(|one| one.id).collect();
    if frame.is_empty() {
        return Err(Refusal::rule("survey-no-household"));
    }
    let today = app.today();
    let form = app.catalog.survey_form(today).ok_or_else(|| Refusal::rule("survey-no-form"))?;
    let sample = size(app, frame.len()).ok_or_else(|| Refusal::rule("survey-no-form"))?;
    let contents = form.value.contents.iter().cloned();
    Ok(Survey {
        id: String::new(),
        unit: unit.to_owned(),
        standard: standard.to_owned(),
        year,
        organiser: form.value.organiser.clone(),
        seed: seed(),
        frame,
        sample,
        opened_on: today,
        lines: contents.map(|content| Line { content, answers: Answers::default() }).collect(),
        asked: None,
        counted_on: None,
        note: String::new(),
        entered_by: None,
        state: State::Open,
        reason: None,
        corrects: None,
        closed_on: None,
        version: 1,
    })
}

/// Chance itself: ten bytes that nobody can foresee or choose, in letters that can be read out.
fn seed() -> String {
    let bytes: [u8; 10] = rand::rng().random();
    data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase()
}

/// SHA-256 of the ids in their order, one a line.
pub(super) fn fingerprint(frame: &[String]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(frame.join("\n").as_bytes()))
}

/// Writes a survey as it was drawn, or as it is copied to be corrected.
pub(super) fn add(
    tx: &mut Writer<'_>,
    by: &Person,
    survey: &Survey,
    change: Change,
) -> Result<(), Refusal> {
    let (frame, lines) = (survey.frame.join("\n"), serde_json::to_string(&survey.lines));
    let lines = lines.map_err(StoreError::from)?;
    let params: [Param<'_>; 17] = [
        by.commune.as_str().into(),
        survey.id.as_str().into(),
        survey.unit.as_str().into(),
        survey.standard.as_str().into(),
        i64::from(survey.year).into(),
        survey.organiser.as_str().into(),
        survey.seed.as_str().into(),
        frame.as_str().into(),
        (survey.sample as i64).into(),
        survey.opened_on.into(),
        lines.as_str().into(),
        survey.asked.map(i64::from).into(),
        survey.counted_on.into(),
        survey.note.as_str().into(),
        survey.entered_by.as_deref().into(),
        survey.reason.as_deref().into(),
        survey.corrects.as_deref().into(),
    ];
    Ok(tx.change(change, sql::ADD, &params)?)
}
