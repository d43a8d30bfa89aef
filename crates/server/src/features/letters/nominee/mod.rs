//! The nominee who reports its own achievements: in whose name the report is, who signs and who
//! confirms it, and what the books of the commune say.

mod figures;
mod profile;

use chungsuc_domain::SubjectKind;
use chungsuc_domain::text::capital;
use chungsuc_press::{Capacity, Cosigner, Issuer, Number, Signature};

pub(super) use figures::figures;
pub(super) use profile::profile;

use super::Typed;
use super::scene::Scene;
use crate::features::decisions::village_words;
use crate::features::directory;
use crate::features::movements;
use crate::features::nominations::{Nomination, State};
use crate::refusal::{Refusal, capacity};
use crate::web::Message;

/// The largest number that the book of a body may have reached.
const LARGEST_NUMBER: u32 = 99_999;

/// Refuses where nobody is proposed any more.
pub(super) fn must_stand(nomination: &Nomination) -> Result<(), Refusal> {
    match nomination.state {
        State::Withdrawn => Err(Refusal::rule("letter-nomination-withdrawn")),
        _ => Ok(()),
    }
}

/// Persons and households sign for themselves; everybody else is a collective with a head.
pub(super) fn is_collective(kind: SubjectKind) -> bool {
    !matches!(kind, SubjectKind::Individual | SubjectKind::Household)
}

/// Whether a body may keep a book of numbers of its own.
pub(super) fn keeps_a_book(kind: SubjectKind) -> bool {
    use SubjectKind::{Collective, Cooperative, Enterprise};
    matches!(kind, Collective | Cooperative | Enterprise)
}

/// In whose name the report is; `ours` is the number of the commune's own book.
pub(super) fn issuer(
    scene: &Scene<'_>,
    nomination: &Nomination,
    typed: &Typed,
    ours: Option<Number>,
) -> Result<Issuer, Refusal> {
    let contestant = &nomination.contestant;
    let (name, number) = match contestant.kind {
        SubjectKind::Individual | SubjectKind::Household => return Ok(Issuer::Person),
        SubjectKind::Village => (capital(&village_words(&contestant.name)), None),
        SubjectKind::Commune => (scene.office.issuer(), ours),
        SubjectKind::Collective | SubjectKind::Enterprise | SubjectKind::Cooperative => {
            (contestant.name.clone(), own_number(typed.words.text("own_number"))?)
        }
    };
    let superior = typed.words.filled("superior").map(str::to_owned);
    Ok(Issuer::Body { superior, name, number })
}

/// “12/BC-HPN” from the book of the body itself.
fn own_number(typed: &str) -> Result<Option<Number>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.split_once('/').and_then(|(serial, symbol)| {
        let serial = serial.trim().parse::<u32>().ok()?;
        let symbol = symbol.trim();
        let plain = !symbol.is_empty() && !symbol.contains([' ', '/']);
        let fits = plain && (1..=LARGEST_NUMBER).contains(&serial);
        fits.then(|| Number { serial: Some(serial), symbol: symbol.to_owned() })
    });
    let wrong = || Refusal::field("own_number", Message::new("letter-own-number-wrong"));
    number.map(Some).ok_or_else(wrong)
}

/// As what and who usually signs.
pub(super) fn signer(scene: &Scene<'_>, nomination: &Nomination) -> (String, String) {
    let contestant = &nomination.contestant;
    let name = contestant.name.clone();
    match contestant.kind {
        SubjectKind::Individual => ("Người báo cáo".to_owned(), name),
        SubjectKind::Household => ("Đại diện hộ gia đình".to_owned(), name),
        SubjectKind::Village => {
            let words = village_words(&contestant.name);
            // “trưởng làng”, “trưởng thôn”: by the kind of village.
            let kind = words.strip_suffix(&contestant.name).unwrap_or(&words);
            let kind = kind.split_whitespace().next().unwrap_or("làng");
            (format!("Trưởng {kind}"), head_of_village(scene, nomination))
        }
        SubjectKind::Commune => ("TM. Ủy ban nhân dân\nChủ tịch".to_owned(), String::new()),
        SubjectKind::Collective | SubjectKind::Enterprise | SubjectKind::Cooperative => {
            ("Thủ trưởng đơn vị".to_owned(), String::new())
        }
    }
}

/// Who heads the village, where it is the one who writes.
fn head_of_village(scene: &Scene<'_>, nomination: &Nomination) -> String {
    let village = nomination.contestant.village.as_deref();
    let own = scene.by.grants.iter().any(|grant| Some(grant.territory.as_str()) == village);
    if own { scene.by.name.clone() } else { String::new() }
}

/// Which body usually confirms the report, and as what its head signs.
pub(super) fn confirmer(
    scene: &Scene<'_>,
    nomination: &Nomination,
) -> Result<(String, String), Refusal> {
    let committee = || (scene.office.issuer(), "Chủ tịch".to_owned());
    match nomination.contestant.kind {
        SubjectKind::Commune => {
            let movement = movements::find(scene.app, scene.by, &nomination.movement)?;
            Ok((movement.reports_to, String::new()))
        }
        SubjectKind::Individual => {
            let known = directory::person(scene.app, scene.by, &nomination.contestant.subject)?;
            let Some(body) = known.fields.body else { return Ok(committee()) };
            let body = directory::body(scene.app, scene.by, &body)?.fields.name;
            let own = body == scene.office.issuer();
            Ok(if own { committee() } else { (body, "Thủ trưởng đơn vị".to_owned()) })
        }
        _ => Ok(committee()),
    }
}

/// The place where the body above confirms the report.
pub(super) fn confirmation(typed: &Typed) -> Result<Option<Cosigner>, Refusal> {
    let Some(body) = typed.words.filled("confirmer") else { return Ok(None) };
    let read = Capacity::read(typed.words.text("confirmer_post"));
    let capacity = read.map_err(|error| Refusal::field("confirmer_post", capacity(error)))?;
    let name = typed.words.text("confirmer_name").to_owned();
    Ok(Some(Cosigner::Confirming {
        body: body.to_owned(),
        signature: Signature { capacity, name },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_body_is_read_or_refused() {
        let number = |serial, symbol: &str| Some(Number { serial, symbol: symbol.to_owned() });
        for (typed, read) in [
            ("", Some(None)),
            ("12/BC-HPN", Some(number(Some(12), "BC-HPN"))),
            ("07/BC-MTTQ", Some(number(Some(7), "BC-MTTQ"))),
            ("BC-HPN", None),
            ("0/BC-HPN", None),
            ("-3/BC-HPN", None),
            ("12/", None),
            ("12/BC HPN", None),
            ("12/2023/BC-HPN", None),
            ("100000/BC-HPN", None),
        ] {
            assert_eq!(own_number(typed).ok(), read, "{typed}");
        }
    }
}
