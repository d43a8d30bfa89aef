//! Issuing a correction or a revocation: its number from the book of decisions, its files, and of a
//! correction a code for each new print, all at once.

use chungsuc_domain::date::show_date;
use chungsuc_domain::proof::PrivateKey;
use chungsuc_press::{docx, pdf};
use chungsuc_store::{Change, Writer};
use serde::Serialize;

use super::super::issue::{LARGEST_NUMBER, not_before_the_newest, statement};
use super::super::signers::capacity_on;
use super::super::{Decision, Issuing, REGISTER, State, basis, read_decision, shown_number};
use super::document::{About, about, file_name, printed, template};
use super::{Amendment, Kind, LINE_RECORD, Line, RECORD, find, law, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::layout;
use crate::features::certificates;
use crate::features::files::{self, NewFile};
use crate::features::fund::{self, TakenBack};
use crate::features::office::Office;
use crate::features::papers::{self, Basis, NewPaper, PaperKind, Readers, Relation};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

#[derive(Serialize)]
struct KeptCode<'a> {
    code: Option<&'a str>,
}

/// Issues a draft; gives its number. After this nothing of it changes, and its lines stand as it says.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `issued_on` and
/// `number`; a rule, when it is no draft, a line was taken back meanwhile, or a correction changes
/// nothing; a conflict when somebody was faster.
pub fn issue(app: &App, by: &Person, id: &str, how: &Issuing) -> Result<String, Refusal> {
    by.must_in_commune(Act::IssueDecisions)?;
    let draft = find(app, by, id)?;
    draft.must_be_draft()?;
    let around = about(app, by, &draft)?;
    check(app, &draft, &around, how)?;
    let template = template(app, by, draft.kind)?;
    let signed = Amendment { signer_post: capacity_on(app, by, how.on)?, ..draft.clone() };
    app.write(by, |tx| {
        let number = papers::next_number(tx, REGISTER, how.on.year(), how.number)?;
        not_before_the_newest(tx, how.on)?;
        let decision = read_decision(tx, &by.commune, &draft.decision)?.ok_or(Refusal::NotFound)?;
        must_stand(&decision, &draft)?;
        take_back(app, tx, &draft, how, number)?;
        let key = certificates::signer(tx, app.today())?;
        let mut issued = issued(by, &signed, &decision, how, number, &key)?;
        let paid = fund::paid(tx, &by.commune, &draft.decision)?;
        let around = About { decision, paid, ..around };
        let document = printed(app, by, &issued, &around, &template)?;
        let (name, layout) = (file_name(&issued), layout()?);
        let word = NewFile::made_docx(&format!("{name}.docx"), docx(&document, &layout)?);
        let to_sign = NewFile::made(&format!("{name}.pdf"), pdf(&document, &layout)?);
        let paper = register(app, tx, by, &issued, &document)?;
        papers::relate_made(tx, &paper, relation(issued.kind), &around.paper)?;
        let kept = files::keep(app, tx, &to_sign)?;
        let words = papers::text_of(word.content(), word.name());
        papers::attach_kept(tx, &paper, &kept, words.as_deref())?;
        issued.paper = Some(paper);
        issued.docx = Some(files::keep(app, tx, &word)?);
        issued.pdf = Some(kept);
        issued.lines.iter().try_for_each(|line| fix_line(tx, &draft, line))?;
        seal(tx, &draft, &issued, how)?;
        Ok(shown_number(number, &issued.symbol))
    })
}

/// What a revocation means to the fund: nothing of its lines is paid any more, and what was paid is to
/// come back.
fn take_back(
    app: &App,
    tx: &mut Writer<'_>,
    draft: &Amendment,
    how: &Issuing,
    number: i64,
) -> Result<(), Refusal> {
    if draft.kind == Kind::Correction {
        return Ok(());
    }
    let lines = draft.lines.iter().map(|line| line.seq).collect();
    let number = shown_number(number, &draft.symbol);
    let what = TakenBack { decision: &draft.decision, lines, number, on: how.on };
    fund::take_back(app, tx, &what)
}

/// A correction amends the decision; a revocation rests on it.
fn relation(kind: Kind) -> Relation {
    match kind {
        Kind::Correction => Relation::Amends,
        Kind::Revocation => Relation::Basis,
    }
}

fn check(app: &App, draft: &Amendment, around: &About, how: &Issuing) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    let decided = around.decision.issued_on.unwrap_or(how.on);
    if how.on > app.today() {
        errors.add("issued_on", Message::new("decision-day-ahead"));
    } else if how.on < decided {
        let day = show_date(decided);
        errors.add("issued_on", Message::new("amendment-day-early").arg("day", day));
    }
    if how.number.is_some_and(|number| !(1..=LARGEST_NUMBER).contains(&number)) {
        errors.add("number", Message::new("decision-number-range").arg("most", LARGEST_NUMBER));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    must_have_a_ground(app, draft, how)?;
    must_stand(&around.decision, draft)?;
    let same = |line: &&Line| {
        let old = around.decision.awarded.iter().find(|old| old.seq == line.seq);
        line.words.is_some() && line.words.as_ref() == old.map(|old| old.words())
    };
    match draft.lines.iter().find(same).and_then(|line| line.words.as_ref()) {
        Some(words) => {
            let message = Message::new("amendment-nothing-corrected");
            Err(Refusal::Rule(message.arg("name", words.recipient.clone())))
        }
        None => Ok(()),
    }
}

/// A revocation has a ground of the law of its own day, or a basis where the catalog is silent.
fn must_have_a_ground(app: &App, draft: &Amendment, how: &Issuing) -> Result<(), Refusal> {
    if draft.kind == Kind::Correction {
        return Ok(());
    }
    let grounded = match (law(app, how.on), &draft.words.ground) {
        (Some(law), Some(code)) => law.value.ground(code).is_some(),
        (Some(_), None) => false,
        (None, _) => !draft.words.bases.is_empty(),
    };
    match grounded {
        true => Ok(()),
        false => Err(Refusal::Rule(
            Message::new("amendment-ground-of-day").arg("day", show_date(how.on)),
        )),
    }
}

/// What was taken back is neither corrected nor taken back again.
fn must_stand(decision: &Decision, draft: &Amendment) -> Result<(), Refusal> {
    let ours = |seq| draft.lines.iter().any(|line| line.seq == seq);
    let gone = decision.awarded.iter().find(|line| ours(line.seq) && line.standing.is_revoked());
    match gone {
        Some(gone) => {
            let message = Message::new("amendment-revoked-already");
            Err(Refusal::Rule(message.arg("name", gone.words().recipient.clone())))
        }
        None => Ok(()),
    }
}

/// As it is from its issue on. The code of a new print names both decisions, so that it is another one
/// even where the name stays.
fn issued(
    by: &Person,
    draft: &Amendment,
    decision: &Decision,
    how: &Issuing,
    number: i64,
    key: &PrivateKey,
) -> Result<Amendment, Refusal> {
    let own = shown_number(number, &draft.symbol);
    let (Some(decided), Some(day)) = (decision.full_number(), decision.issued_on) else {
        return Err(Refusal::NotFound);
    };
    let both = format!("{decided} (đính chính {own})");
    let line = |line: &Line| {
        let old = decision.awarded.iter().find(|old| old.seq == line.seq);
        let (Some(words), Some(old)) = (&line.words, old) else { return line.clone() };
        let told = statement(by, old, words, &both, day);
        Line { code: Some(key.sign(&told).to_string()), ..line.clone() }
    };
    Ok(Amendment {
        state: State::Issued,
        number: Some(number),
        issued_on: Some(how.on),
        signer_name: by.name.clone(),
        lines: draft.lines.iter().map(line).collect(),
        ..draft.clone()
    })
}

fn register(
    app: &App,
    tx: &mut Writer<'_>,
    by: &Person,
    issued: &Amendment,
    document: &chungsuc_press::Document,
) -> Result<String, Refusal> {
    let office = Office::of(&by.commune_name);
    let bases: Vec<Basis> = document.bases.iter().filter_map(|line| basis(line)).collect();
    let number = issued.full_number();
    let paper = NewPaper {
        kind: PaperKind::DECISION,
        number: number.as_deref(),
        issued_on: issued.issued_on,
        issuer: &office.decider(),
        place: &office.place,
        title: &document.abstract_,
        signer_post: &issued.signer_post,
        signer_name: &issued.signer_name,
        bases: &bases,
        recipients: &document.recipients,
        readers: Readers::Staff,
    };
    papers::register(app, tx, &paper)
}

fn fix_line(tx: &mut Writer<'_>, draft: &Amendment, line: &Line) -> Result<(), Refusal> {
    let Some(code) = line.code.as_deref() else { return Ok(()) };
    let commune = tx.author().commune.clone();
    let (old, new) = (KeptCode { code: None }, KeptCode { code: Some(code) });
    let change = Change::update(LINE_RECORD, format!("{}/{}", draft.id, line.seq), &old, &new)?;
    let row = [code.into(), commune.as_str().into(), (&draft.id).into(), line.seq.into()];
    Ok(tx.change(change, sql::FIX_LINE, &row)?)
}

fn seal(
    tx: &mut Writer<'_>,
    draft: &Amendment,
    issued: &Amendment,
    how: &Issuing,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let row = [
        i64::from(how.on.year()).into(),
        issued.number.into(),
        how.on.into(),
        (&issued.signer_post).into(),
        (&issued.signer_name).into(),
        issued.paper.as_deref().into(),
        issued.docx.as_deref().into(),
        issued.pdf.as_deref().into(),
        commune.as_str().into(),
        (&issued.id).into(),
        how.version.into(),
    ];
    let change = Change::update(RECORD, &draft.id, &draft.kept(), &issued.kept())?;
    Ok(tx.change(change, sql::ISSUE, &row)?)
}
