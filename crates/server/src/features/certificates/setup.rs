//! The office's emblem, and how far its blanks want the words moved.

use chungsuc_press::{
    Capacity, Certificate, CertificateDesign, Gift, Imprint, Number, Shift, Signature, Stock,
};
use chungsuc_store::Change;
use serde::Serialize;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::certificate_design;
use crate::features::files::{self, NewFile};
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of the record in the journal; its id is the commune's code.
pub(super) const RECORD: &str = "certificate_setup";

/// How an office prints.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// The file with its emblem.
    pub emblem: Option<String>,
    /// How far words are moved on its blanks.
    pub shift: Shift,
    /// Which state of the record this is; 0 as long as nothing was set.
    pub version: i64,
}

/// What lies in the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    /// White paper.
    White,
    /// The office's own blanks.
    Blanks,
}

/// What the journal keeps: lengths in tenths of a millimetre.
#[derive(Serialize)]
struct Kept<'a> {
    has_emblem: bool,
    emblem_file: Option<&'a str>,
    right_tenths: i16,
    down_tenths: i16,
}

impl Setup {
    /// How the press is told what lies in the printer.
    pub fn stock(&self, sheets: Sheets) -> Stock {
        match sheets {
            Sheets::White => Stock::White,
            Sheets::Blanks => Stock::Blank(self.shift),
        }
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            has_emblem: self.emblem.is_some(),
            emblem_file: self.emblem.as_deref(),
            right_tenths: self.shift.right(),
            down_tenths: self.shift.down(),
        }
    }
}

/// How the person's office prints.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn setup(app: &App, by: &Person) -> Result<Setup, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let found = app.read(|r| {
        let row = r.first(sql::SETUP, &[by.commune.as_str().into()], |row| {
            let (right, down) = (row.get::<i64>(1)?, row.get::<i64>(2)?);
            let shift = i16::try_from(right).ok().zip(i16::try_from(down).ok());
            let shift = shift.and_then(|(right, down)| Shift::new(right, down));
            Ok(Setup {
                emblem: row.get(0)?,
                shift: shift.unwrap_or_default(),
                version: row.get(3)?,
            })
        });
        Ok::<_, Refusal>(row?)
    })?;
    Ok(found.unwrap_or_default())
}

/// The design with the office's emblem.
///
/// # Errors
/// Of the store and the press.
pub fn design(app: &App, by: &Person, setup: &Setup) -> Result<CertificateDesign, Refusal> {
    let design = certificate_design()?;
    match &setup.emblem {
        Some(file) => Ok(design.with_emblem(files::content(app, &by.commune, file)?)),
        None => Ok(design),
    }
}

/// Moves the words on blanks.
///
/// # Errors
/// [`Refusal::Forbidden`]; a conflict when the office changed its printing since `version`.
pub fn move_words(app: &App, by: &Person, shift: Shift, version: i64) -> Result<(), Refusal> {
    by.must_in_commune(Act::PrepareCertificates)?;
    let old = Setup { version, ..setup(app, by)? };
    keep(app, by, &old, None, |_| Setup { shift, ..old.clone() })
}

/// Puts an emblem on the certificates: a picture that the press can print for the archive.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `emblem`.
pub fn put_emblem(app: &App, by: &Person, file: &NewFile) -> Result<(), Refusal> {
    by.must_in_commune(Act::PrepareCertificates)?;
    try_out(app, file)?;
    let old = setup(app, by)?;
    keep(app, by, &old, Some(file), |emblem| Setup { emblem, ..old.clone() })
}

/// Takes the emblem off.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn take_emblem(app: &App, by: &Person) -> Result<(), Refusal> {
    by.must_in_commune(Act::PrepareCertificates)?;
    let old = setup(app, by)?;
    keep(app, by, &old, None, |_| Setup { emblem: None, ..old.clone() })
}

/// The page by which the printer is set to the blanks, as PDF.
///
/// # Errors
/// Of the store and the press.
pub fn calibration(app: &App, by: &Person) -> Result<Vec<u8>, Refusal> {
    let shift = setup(app, by)?.shift;
    let imprint = Imprint {
        title: "Trang căn chỉnh phôi giấy khen".to_owned(),
        author: by.commune_name.clone(),
        date: app.today(),
    };
    Ok(chungsuc_press::calibration(&certificate_design()?, shift, &imprint)?)
}

fn keep(
    app: &App,
    by: &Person,
    old: &Setup,
    picture: Option<&NewFile>,
    change: impl FnOnce(Option<String>) -> Setup,
) -> Result<(), Refusal> {
    app.write(by, |tx| {
        let file = picture.map(|picture| files::keep(app, tx, picture)).transpose()?;
        let new = change(file);
        let row = [
            new.emblem.as_deref().into(),
            i64::from(new.shift.right()).into(),
            i64::from(new.shift.down()).into(),
            by.commune.as_str().into(),
            old.version.into(),
        ];
        let (change, sql) = match old.version {
            0 => (Change::create(RECORD, &by.commune, &new.kept())?, sql::ADD_SETUP),
            _ => (Change::update(RECORD, &by.commune, &old.kept(), &new.kept())?, sql::SET),
        };
        Ok(tx.change(change, sql, &row)?)
    })
}

/// Prints a sheet with the picture: better refused now than when a thousand are to be printed.
fn try_out(app: &App, file: &NewFile) -> Result<(), Refusal> {
    let unusable = || Refusal::field("emblem", Message::new("certificates-emblem-unusable"));
    if !["image/png", "image/jpeg"].contains(&file.media()) {
        return Err(unusable());
    }
    let line = || "Thử".to_owned();
    let sheet = Certificate {
        decider: line(),
        gift: Gift::Award(line()),
        recipient: line(),
        address: line(),
        achievement: line(),
        decision: Number { serial: None, symbol: line() },
        date: app.today(),
        entry: Some(1),
        place: line(),
        signature: Signature { capacity: Capacity::head(line()), name: line() },
        check: None,
    };
    let imprint = Imprint { title: line(), author: line(), date: app.today() };
    let design = certificate_design()?.with_emblem(file.content().to_vec());
    let printed = chungsuc_press::certificates(&[sheet], &design, Stock::White, &imprint);
    printed.map(drop).map_err(|_| unusable())
}
