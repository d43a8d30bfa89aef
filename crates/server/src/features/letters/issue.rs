//! Issuing a letter: it takes its number, its bytes are kept, its paper is registered, all at once.

use chungsuc_domain::date::show_date;
use chungsuc_press::Kind;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;

use super::printed::Printed;
use super::scene::{Matter, Scene};
use super::text::{Written, written};
use super::writing::About;
use super::{Letter, RECORD, find, shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::kinds;
use crate::features::decisions::basis;
use crate::features::files;
use crate::features::papers::{self, Basis, NewPaper, PaperKind};
use crate::features::recognition;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// The largest number that a paper book may have reached.
const LARGEST_NUMBER: i64 = 99_999;

/// How a draft is to be issued.
#[derive(Clone, Copy, Debug)]
pub struct Issuing {
    /// Its day.
    pub on: Date,
    /// The number to take where the paper book went on by itself; else the next one.
    pub number: Option<i64>,
    /// The state in which the draft was read.
    pub version: i64,
}

/// The number that a letter of that day would take: each symbol has its own book, for a council
/// that uses the committee's seal numbers apart (Nghị định 30/2020/NĐ-CP, Phụ lục I).
///
/// # Errors
/// Of the store.
pub fn coming_number(app: &App, by: &Person, letter: &Letter, on: Date) -> Result<i64, Refusal> {
    papers::coming_number(app, &by.commune, &letter.symbol, on.year())
}

/// Issues a draft; gives its number. After this nothing of it changes.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `issued_on`
/// and `number`; a rule, when it is no draft any more or nobody is named to sign; a conflict when
/// somebody was faster.
pub fn issue(app: &App, by: &Person, id: &str, how: &Issuing) -> Result<String, Refusal> {
    by.must_in_commune(Act::IssueLetters)?;
    let letter = find(app, by, id)?;
    letter.must_be_draft()?;
    if !letter.takes_a_number() {
        return Err(Refusal::rule("letter-takes-no-number"));
    }
    // It says what holds on its own day.
    let scene = Scene { today: how.on, ..Scene::new(app, by) };
    let matter = Matter::read(app, by, &letter.subject)?;
    let written = written(&scene, letter.writing()?, &matter, &letter.typed)?;
    let about = &letter.writing()?.about;
    check(app, &letter, &written, how)?;
    let there = written
        .relations
        .iter()
        .map(|(relation, paper)| Ok::<_, Refusal>((*relation, papers::find(app, by, paper)?)));
    let there: Vec<_> = there.collect::<Result<_, _>>()?;
    app.write(by, |tx| {
        let number = papers::next_number(tx, &letter.symbol, how.on.year(), how.number)?;
        not_before_the_newest(tx, &letter, how.on)?;
        let issued = Printed::of(&letter, &written.document, Some(number), how.on)?;
        let paper = register(app, tx, &issued)?;
        for (relation, other) in &there {
            papers::relate_made(tx, &paper, *relation, other)?;
        }
        seal(app, tx, &letter, &issued, &paper, how)?;
        let shown = shown_number(number, &letter.symbol);
        if let (About::Recognition(part, _), Matter::Recognition(dossier)) = (about, &matter) {
            recognition::attach_made(app, tx, &dossier.record, part, &paper, &shown)?;
        }
        Ok(shown)
    })
}

fn check(app: &App, letter: &Letter, written: &Written, how: &Issuing) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    let day = |key, day: Date| Message::new(key).arg("day", show_date(day));
    if how.on > app.today() {
        errors.add("issued_on", Message::new("letter-day-ahead"));
    } else if let Some(first) = written.not_before.filter(|first| how.on < *first) {
        errors.add("issued_on", day("letter-day-early", first));
    } else if let Some(last) = written.not_after.filter(|last| how.on > *last) {
        errors.add("issued_on", day("letter-day-late", last));
    }
    if how.number.is_some_and(|number| !(1..=LARGEST_NUMBER).contains(&number)) {
        errors.add("number", Message::new("letter-number-range").arg("most", LARGEST_NUMBER));
    }
    match letter.typed.signer_name.is_empty() {
        _ if !errors.is_empty() => Err(errors.into()),
        true => Err(Refusal::rule("letter-no-signer")),
        false => Ok(()),
    }
}

/// Numbers follow the days (Nghị định 30/2020/NĐ-CP Điều 15): the register is locked, so this stays
/// true until the commit.
fn not_before_the_newest(tx: &mut Writer<'_>, letter: &Letter, on: Date) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let book = [commune.as_str().into(), (&letter.symbol).into(), i64::from(on.year()).into()];
    let newest: Option<(i64, Date)> =
        tx.first(sql::NEWEST, &book, |row| Ok((row.get(0)?, row.get(1)?)))?;
    match newest {
        Some((number, day)) if on < day => {
            let number = shown_number(number, &letter.symbol);
            let message = Message::new("letter-day-before-newest").arg("number", number);
            Err(Refusal::field("issued_on", message.arg("day", show_date(day))))
        }
        _ => Ok(()),
    }
}

fn register(app: &App, tx: &mut Writer<'_>, issued: &Printed) -> Result<String, Refusal> {
    let Printed { letter, document, .. } = issued;
    let kinds = kinds()?;
    let kind = kinds.named(letter.sort.kind).map(Kind::filed_as).and_then(PaperKind::named);
    let bases: Vec<Basis> = document.bases.iter().filter_map(|line| basis(line)).collect();
    let recipients: Vec<String> =
        document.addressees.iter().chain(&document.recipients).cloned().collect();
    let number = letter.full_number();
    let paper = NewPaper {
        kind: kind.ok_or(Refusal::NotFound)?,
        number: number.as_deref(),
        issued_on: letter.issued_on,
        issuer: document.header.issuer.name().unwrap_or_default(),
        place: document.header.place.as_deref().unwrap_or_default(),
        title: &document.abstract_,
        signer_post: &letter.typed.signer_post,
        signer_name: &letter.typed.signer_name,
        bases: &bases,
        recipients: &recipients,
        readers: letter.readers,
    };
    papers::register(app, tx, &paper)
}

/// Keeps the bytes, the PDF as the paper's file too, and closes the letter.
fn seal(
    app: &App,
    tx: &mut Writer<'_>,
    draft: &Letter,
    issued: &Printed,
    paper: &str,
    how: &Issuing,
) -> Result<(), Refusal> {
    let (commune, letter) = (tx.author().commune.clone(), &issued.letter);
    let (docx, pdf) = (files::keep(app, tx, &issued.docx)?, files::keep(app, tx, &issued.pdf)?);
    let words = papers::text_of(issued.docx.content(), issued.docx.name());
    papers::attach_kept(tx, paper, &pdf, words.as_deref())?;
    let row = [
        (&letter.title).into(),
        i64::from(how.on.year()).into(),
        letter.number.into(),
        how.on.into(),
        paper.into(),
        (&docx).into(),
        (&pdf).into(),
        commune.as_str().into(),
        (&letter.id).into(),
        how.version.into(),
    ];
    let change = Change::update(RECORD, &letter.id, &draft.kept(), &letter.kept())?;
    Ok(tx.change(change, sql::ISSUE, &row)?)
}
