//! Finishing a report of achievements: it takes no number of the commune's books, for it is the
//! nominee's own paper; its bytes are kept from then on.

use chungsuc_domain::date::show_date;
use chungsuc_store::Change;
use jiff::civil::Date;

use super::printed::Printed;
use super::scene::{Matter, Scene};
use super::text::{Written, written};
use super::{Letter, RECORD, find, nominee, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::files;
use crate::features::movements;
use crate::refusal::Refusal;
use crate::web::Message;

/// How a draft is to be finished.
#[derive(Clone, Copy, Debug)]
pub struct Finishing {
    /// The day that stands on it.
    pub on: Date,
    /// The state in which the draft was read.
    pub version: i64,
}

/// Finishes a draft. After this nothing of it changes; it may be withdrawn.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `issued_on`; a
/// rule, when it is no draft any more, takes a number, nobody is named to sign, or the nomination
/// was withdrawn; a conflict when somebody was faster.
pub fn finish(app: &App, by: &Person, id: &str, how: &Finishing) -> Result<(), Refusal> {
    let letter = find(app, by, id)?;
    letter.must_be_written_by(by)?;
    letter.must_be_draft()?;
    if letter.takes_a_number() {
        return Err(Refusal::rule("letter-takes-a-number"));
    }
    // It says what holds on its own day.
    let scene = Scene { today: how.on, ..Scene::new(app, by) };
    let matter = Matter::read(app, by, &letter.subject)?;
    check(app, by, &letter, &matter, how.on)?;
    let Written { document, .. } = written(&scene, letter.writing()?, &matter, &letter.typed)?;
    let printed = Printed::of(&letter, &document, None, how.on)?;
    let change = Change::update(RECORD, id, &letter.kept(), &printed.letter.kept())?;
    app.write(by, |tx| {
        let docx = files::keep(app, tx, &printed.docx)?;
        let pdf = files::keep(app, tx, &printed.pdf)?;
        let row = [
            (&printed.letter.title).into(),
            how.on.into(),
            (&docx).into(),
            (&pdf).into(),
            by.commune.as_str().into(),
            id.into(),
            how.version.into(),
        ];
        Ok(tx.change(change, sql::FINISH, &row)?)
    })
}

/// The day lies in the movement and has come; somebody signs; the nomination stands.
fn check(
    app: &App,
    by: &Person,
    letter: &Letter,
    matter: &Matter,
    on: Date,
) -> Result<(), Refusal> {
    if let Matter::Nomination(nomination) = matter {
        nominee::must_stand(nomination)?;
        let first = movements::find(app, by, &nomination.movement)?.period.from();
        if on < first {
            let early = Message::new("letter-report-day-early").arg("day", show_date(first));
            return Err(Refusal::field("issued_on", early));
        }
    }
    if on > app.today() {
        return Err(Refusal::field("issued_on", Message::new("letter-report-day-ahead")));
    }
    match letter.typed.signer_name.is_empty() {
        true => Err(Refusal::rule("letter-report-no-signer")),
        false => Ok(()),
    }
}
