//! Opening a cluster for a year: its regulation, and who is compared.

use chungsuc_domain::cluster::{Criterion, Sort};
use chungsuc_domain::{Decimal, SubjectKind, text};
use chungsuc_store::{Change, StoreError};
use serde::Serialize;

use super::{Member, RECORD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::directory::{self, Wanted};
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Contents that a sheet may have.
const MOST_CRITERIA: usize = 60;
/// Members that a cluster may have.
const MOST_MEMBERS: usize = 60;

/// A cluster about to be opened.
#[derive(Clone, Debug)]
pub struct NewCluster<'a> {
    /// Its name.
    pub name: &'a str,
    /// The year that is compared.
    pub year: i16,
    /// The paper of its regulation.
    pub paper: &'a str,
    /// What is scored: a line each, as [`read_sheet`] reads it.
    pub sheet: &'a str,
    /// Code of each member's unit, or id of its body.
    pub members: &'a [String],
    /// How many others score each member; none is one way of doing it.
    pub peers: usize,
    /// How far own and others' points may lie apart.
    pub gap: Decimal,
    /// Numbers of the contents that tell equals apart, in their order: “1, 3”.
    pub ties: &'a str,
}

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    year: i16,
    paper: &'a str,
    /// The contents, a line each with its most points.
    sheet: &'a str,
    members: String,
    peers: usize,
    gap: String,
    ties: &'a str,
}

/// Who can be a member: the villages of today and the bodies of the directory.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn candidates(app: &App, by: &Person) -> Result<Vec<Member>, Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let today = app.today();
    let villages = units::villages(app, &by.commune)?.into_iter();
    let mut found: Vec<Member> = villages
        .filter(|unit| unit.exists_on(today))
        .map(|unit| Member {
            kind: SubjectKind::Village,
            subject: unit.code.clone(),
            name: unit.name,
            village: Some(unit.code),
        })
        .collect();
    for body in directory::bodies(app, by, &Wanted::default())? {
        // One that ended is compared no more.
        if body.fields.valid_to.is_none_or(|last| last >= today) {
            let directory::Subject { kind, id, name, village } = body.into_subject();
            found.push(Member { kind, subject: id, name, village });
        }
    }
    Ok(found)
}

/// Opens a cluster; gives its id. From now on its members score themselves.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `name`, `year`, `paper`, `sheet`,
/// `members`, `ties`; of the store.
pub fn open(app: &App, by: &Person, new: &NewCluster<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let (sheet, ties, members) = check(app, by, new)?;
    let (id, today) = (app.new_id(), app.today());
    let names: Vec<_> = members.iter().map(|one| one.name.as_str()).collect();
    let kept = Kept {
        name: new.name,
        year: new.year,
        paper: new.paper,
        sheet: new.sheet,
        members: names.join(", "),
        peers: new.peers,
        gap: new.gap.to_string(),
        ties: new.ties,
    };
    let (sheet, members, ties) = (json(&sheet)?, json(&members)?, json(&ties)?);
    let change = Change::create(RECORD, &id, &kept)?;
    let params = [
        by.commune.as_str().into(),
        id.as_str().into(),
        new.name.into(),
        i64::from(new.year).into(),
        new.paper.into(),
        sheet.as_str().into(),
        members.as_str().into(),
        i64::try_from(new.peers).unwrap_or(i64::MAX).into(),
        new.gap.thousandths().into(),
        ties.as_str().into(),
        today.into(),
    ];
    match app.write(by, |tx| Ok(tx.change(change, sql::ADD, &params)?)) {
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::field("name", Message::new("cluster-name-taken")))
        }
        other => other.map(|()| id),
    }
}

fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}

type Checked = (Vec<Criterion>, Vec<usize>, Vec<Member>);

fn check(app: &App, by: &Person, new: &NewCluster<'_>) -> Result<Checked, Refusal> {
    let mut errors = Errors::default();
    for (field, value) in [("name", new.name), ("paper", new.paper)] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    if !(2000..=app.today().year()).contains(&new.year) {
        errors.add("year", Message::new("cluster-year-wrong"));
    }
    let mut members = candidates(app, by)?;
    members.retain(|one| new.members.contains(&one.subject));
    if members.len() < 2 || members.len() > MOST_MEMBERS || members.len() < new.members.len() {
        errors.add("members", Message::new("cluster-members-few").arg("most", MOST_MEMBERS));
    }
    if new.gap < Decimal::ZERO {
        errors.add("gap", Message::new("cluster-no-points"));
    }
    if new.peers >= members.len().max(1) {
        errors.add("peers", Message::new("cluster-peers-many"));
    }
    let sheet = read_sheet(new.sheet);
    let known = sheet.as_ref().map_or(0, Vec::len);
    let ties = read_ties(new.ties, known);
    if let (Ok(_), None) = (&sheet, &ties) {
        errors.add("ties", Message::new("cluster-ties-wrong").arg("most", known));
    }
    match (sheet, ties) {
        (Ok(sheet), Some(ties)) if errors.is_empty() => Ok((sheet, ties, members)),
        (sheet, _) => {
            if let Err(wrong) = sheet {
                errors.add("sheet", wrong);
            }
            Err(errors.into())
        }
    }
}

/// Reads what is scored, a line each: “Nội dung | 20”, “Thưởng: … | 5”, “Trừ: … | 5”.
///
/// # Errors
/// What is wrong with which line.
pub fn read_sheet(text: &str) -> Result<Vec<Criterion>, Message> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(place, line)| {
        let wrong = || Message::new("cluster-line-wrong").arg("line", place + 1);
        criterion(line).ok_or_else(wrong)
    };
    let sheet: Vec<Criterion> = lines.map(read).collect::<Result<_, _>>()?;
    match sheet.len() {
        0 => Err(Message::new("field-missing")),
        known if known > MOST_CRITERIA => {
            Err(Message::new("cluster-lines-many").arg("most", MOST_CRITERIA))
        }
        _ => Ok(sheet),
    }
}

fn criterion(line: &str) -> Option<Criterion> {
    let (words, most) = line.rsplit_once('|')?;
    let most = Decimal::parse(most).ok().filter(|most| *most > Decimal::ZERO)?;
    let words = text::nfc(words.trim());
    let (head, rest) = words.split_once(':').unwrap_or(("", &words));
    let (sort, words) = match text::fold(head).as_str() {
        "thuong" => (Sort::Bonus, rest.trim()),
        "tru" => (Sort::Penalty, rest.trim()),
        _ => (Sort::Points, words.as_str()),
    };
    let text = Some(words.to_owned()).filter(|words| !words.is_empty())?;
    Some(Criterion { text, sort, most: most.thousandths() })
}

/// “1, 3” as places from 0, each once; nothing when one is none of so many contents.
fn read_ties(text: &str, known: usize) -> Option<Vec<usize>> {
    let numbers = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let place = |part: &str| part.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < known);
    let places: Vec<usize> = numbers.map(place).collect::<Option<_>>()?;
    let repeated = places.iter().enumerate().any(|(at, one)| places[..at].contains(one));
    (!repeated).then_some(places)
}
