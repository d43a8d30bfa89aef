//! The package of a dossier: one ZIP with its papers and a description that a machine reads. The same
//! dossier gives the same bytes; docs/package.md says what stands in it.

use chungsuc_press::zip;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{OTHER, Outcome, Submission, There, find, nominees, wanted};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements::{self, Contestant};
use crate::features::{files, letters, nominations};
use crate::refusal::Refusal;

/// The name of the description within the package.
const DESCRIPTION: &str = "ho-so.json";

/// A file of the package: its path and its bytes.
type Entry = (String, Vec<u8>);

/// A package.
#[derive(Clone, Debug)]
pub struct Package {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

#[derive(Serialize)]
struct Description<'a> {
    format: &'static str,
    version: u32,
    submission: &'a str,
    from: Named<'a>,
    to: Vec<&'static str>,
    award: Named<'a>,
    nominee: Nominee<'a>,
    movement: &'a str,
    achievement: &'a str,
    proposed_by: &'a str,
    proposed_on: String,
    nominees: Vec<Proposed<'a>>,
    papers: Vec<Paper>,
}

/// A nominee with where it came from; several where the dossier merges several nominations.
#[derive(Serialize)]
struct Proposed<'a> {
    nomination: &'a str,
    nominee: Nominee<'a>,
    achievement: &'a str,
    proposed_by: &'a str,
    proposed_on: String,
    outcome: Option<Outcome>,
}

#[derive(Serialize)]
struct Named<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Nominee<'a> {
    kind: &'static str,
    name: &'a str,
    village: Option<&'a str>,
}

#[derive(Serialize)]
struct Paper {
    code: String,
    name: String,
    title: String,
    files: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    path: String,
    bytes: usize,
    sha256: String,
}

/// Packs a dossier as it stands.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; of the store and the press.
pub fn package(app: &App, by: &Person, id: &str) -> Result<Package, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let one = find(app, by, id)?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut papers = Vec::new();
    for (number, line) in (1..).zip(wanted(app, by, &one)?) {
        let Some(there) = line.there else { continue };
        let start = format!("{number:02}-{}", line.code.replace('/', "-"));
        let (title, parts) = contents(app, by, &start, &there)?;
        let part = |(path, bytes): &Entry| Part {
            path: path.clone(),
            bytes: bytes.len(),
            sha256: HEXLOWER.encode(&Sha256::digest(bytes)),
        };
        let files = parts.iter().map(part).collect();
        let name = if line.code == OTHER { "Giấy tờ khác".to_owned() } else { line.name };
        papers.push(Paper { code: line.code, name, title, files });
        entries.extend(parts);
    }
    let description = describe(app, by, &one, papers)?;
    entries.insert(0, (DESCRIPTION.to_owned(), description));
    let parts = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let bytes = zip(parts)?;
    Ok(Package { name: format!("ho-so-{}-{}.zip", one.award, one.id), bytes })
}

/// The title of a paper and its files.
fn contents(
    app: &App,
    by: &Person,
    start: &str,
    there: &There,
) -> Result<(String, Vec<Entry>), Refusal> {
    match there {
        There::Letter { id, name } => {
            let docx = letters::docx_of(app, by, id)?.bytes;
            let pdf = letters::pdf_of(app, by, id)?.bytes;
            let parts = vec![(format!("{start}.docx"), docx), (format!("{start}.pdf"), pdf)];
            Ok((name.clone(), parts))
        }
        There::File { id, name } => {
            let ending = name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
            let ending = ending.to_lowercase();
            let plain = ending.chars().all(|sign| sign.is_ascii_alphanumeric());
            let ending = if plain { ending.as_str() } else { "bin" };
            let bytes = files::content(app, &by.commune, id)?;
            Ok((name.clone(), vec![(format!("{start}.{ending}"), bytes)]))
        }
    }
}

fn describe(
    app: &App,
    by: &Person,
    one: &Submission,
    papers: Vec<Paper>,
) -> Result<Vec<u8>, Refusal> {
    let nomination = nominations::find(app, by, &one.nomination)?;
    let movement = movements::find(app, by, &nomination.movement)?;
    let award = app.catalog.award(&one.award);
    let (contestant, nominees) = (&nomination.contestant, nominees(app, by, &one.id)?);
    let description = Description {
        format: "chungsuc-package",
        version: 1,
        submission: &one.id,
        from: Named { code: &by.commune, name: &by.commune_name },
        to: one.stations(app).into_iter().map(|level| level.code()).collect(),
        award: Named { code: &one.award, name: award.map_or("", |award| award.form.name.as_str()) },
        nominee: nominee(contestant),
        movement: &movement.name,
        achievement: &nomination.achievement,
        proposed_by: &nomination.proposed_by,
        proposed_on: nomination.proposed_on.to_string(),
        nominees: nominees.iter().map(proposed).collect(),
        papers,
    };
    let mut text = serde_json::to_vec_pretty(&description)
        .map_err(|error| Refusal::from(chungsuc_store::StoreError::from(error)))?;
    text.push(b'\n');
    Ok(text)
}

fn nominee(contestant: &Contestant) -> Nominee<'_> {
    Nominee {
        kind: contestant.kind.code(),
        name: &contestant.name,
        village: contestant.village_name.as_deref(),
    }
}

fn proposed(one: &super::Nominee) -> Proposed<'_> {
    let of = &one.nomination;
    Proposed {
        nomination: &of.id,
        nominee: nominee(&of.contestant),
        achievement: &of.achievement,
        proposed_by: &of.proposed_by,
        proposed_on: of.proposed_on.to_string(),
        outcome: one.outcome,
    }
}
