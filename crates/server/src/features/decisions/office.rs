//! What documents call the commune, its offices and those who are commended.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::text::capital;

use super::OnPaper;
use crate::access::Person;
use crate::app::App;
use crate::features::directory::{self, Wanted};
use crate::features::movements::{Contestant, Movement};
use crate::refusal::Refusal;
use crate::web::{Form, Paging};

/// Kinds of units that the national list puts before some names.
const COMMUNES: [&str; 4] = ["Xã ", "Phường ", "Đặc khu ", "Thị trấn "];
const VILLAGES: [&str; 7] = ["Làng ", "Thôn ", "Bản ", "Buôn ", "Ấp ", "Khu ", "Tổ dân phố "];

/// The commune as its documents name it.
pub(crate) struct Office {
    /// “Tơ Tung”, for the line of the date.
    pub(crate) place: String,
    /// “xã Tơ Tung”.
    pub(crate) commune: String,
}

impl Office {
    /// From the name in the national list, with or without the kind in front.
    pub(crate) fn of(commune_name: &str) -> Self {
        match split_kind(commune_name, &COMMUNES) {
            Some((kind, name)) => {
                let commune = format!("{} {name}", kind.trim().to_lowercase());
                Self { place: name.to_owned(), commune }
            }
            None => Self { place: commune_name.to_owned(), commune: format!("xã {commune_name}") },
        }
    }

    /// “Ủy ban nhân dân xã Tơ Tung”.
    pub(crate) fn issuer(&self) -> String {
        format!("Ủy ban nhân dân {}", self.commune)
    }

    /// “Chủ tịch Ủy ban nhân dân xã Tơ Tung”.
    pub(crate) fn decider(&self) -> String {
        format!("Chủ tịch {}", self.issuer())
    }
}

fn split_kind<'a>(name: &'a str, kinds: &[&'a str]) -> Option<(&'a str, &'a str)> {
    kinds.iter().find_map(|kind| Some((*kind, name.strip_prefix(kind)?)))
}

/// “làng Sơ Tor”.
pub(crate) fn village_words(name: &str) -> String {
    match split_kind(name, &VILLAGES) {
        Some((kind, name)) => format!("{} {name}", kind.trim().to_lowercase()),
        None => format!("làng {name}"),
    }
}

/// The words of a certificate as they are first proposed; the secretary corrects them in the draft.
pub(crate) fn propose(
    app: &App,
    by: &Person,
    contestant: &Contestant,
    movement: &Movement,
    year: i16,
) -> Result<OnPaper, Refusal> {
    let office = Office::of(&by.commune_name);
    let village = contestant.village_name.as_deref().map(village_words);
    let lives = village.iter().chain([&office.commune]).cloned().collect::<Vec<_>>().join(", ");
    let (lives, commune) = (capital(&lives), capital(&office.commune));
    let (recipient, address) = match contestant.kind {
        SubjectKind::Individual => individual(app, by, contestant, &office, lives)?,
        SubjectKind::Household => (household(app, by, contestant)?, lives),
        SubjectKind::Village => {
            (format!("Nhân dân và cán bộ {}", village_words(&contestant.name)), commune)
        }
        SubjectKind::Commune => (format!("Nhân dân và cán bộ {}", office.commune), String::new()),
        SubjectKind::Collective | SubjectKind::Enterprise | SubjectKind::Cooperative => {
            let named = contestant.name.ends_with(&office.commune);
            (contestant.name.clone(), if named { String::new() } else { commune })
        }
    };
    let achievement =
        format!("Đã có thành tích trong Phong trào thi đua “{}” năm {year}", movement.name);
    Ok(OnPaper { recipient, address, achievement })
}

/// Who works for a body of the commune is named with the post, others with the village.
fn individual(
    app: &App,
    by: &Person,
    contestant: &Contestant,
    office: &Office,
    lives: String,
) -> Result<(String, String), Refusal> {
    let known = directory::person(app, by, &contestant.subject)?.fields;
    let post = known.occupation.trim();
    let address = match post.strip_suffix(" xã") {
        _ if known.body.is_none() || post.is_empty() => lives,
        Some(post) => format!("{post} {}", office.commune),
        None => format!("{post}, {}", office.commune),
    };
    Ok((capital(&titled(&known.gender, &contestant.name)), address))
}

/// “Hộ gia đình bà Vi Thị Hằng Nga”, where the directory knows the head of the household as a person.
fn household(app: &App, by: &Person, contestant: &Contestant) -> Result<String, Refusal> {
    let wanted = Wanted { text: contestant.name.clone(), village: None };
    let first = Paging::parse("", &Form::default(), &[]);
    let alike = directory::persons(app, by, wanted, &first)?.0;
    let head = alike.iter().map(|person| &person.fields).find(|person| {
        person.full_name == contestant.name
            && person.household.as_ref() == Some(&contestant.subject)
    });
    let gender = head.map_or("", |head| &head.gender);
    Ok(format!("Hộ gia đình {}", titled(gender, &contestant.name)))
}

/// “ông Đinh Bưch”; of somebody whose gender is not known, the name alone.
fn titled(gender: &str, name: &str) -> String {
    match gender {
        "female" => format!("bà {name}"),
        "male" => format!("ông {name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_unit_is_said_once() {
        for (name, commune, place) in [
            ("Tơ Tung", "xã Tơ Tung", "Tơ Tung"),
            ("Xã Tơ Tung", "xã Tơ Tung", "Tơ Tung"),
            ("Phường Diên Hồng", "phường Diên Hồng", "Diên Hồng"),
        ] {
            let office = Office::of(name);
            assert_eq!((office.commune.as_str(), office.place.as_str()), (commune, place));
        }
        assert_eq!(Office::of("Tơ Tung").decider(), "Chủ tịch Ủy ban nhân dân xã Tơ Tung");
        assert_eq!(village_words("Sơ Tor"), "làng Sơ Tor");
        assert_eq!(village_words("Tổ dân phố 3"), "tổ dân phố 3");
    }
}
