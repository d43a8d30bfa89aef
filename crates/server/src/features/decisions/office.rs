//! What certificates call those who are commended, as it is first proposed.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::text::capital;

use super::OnPaper;
use crate::access::Person;
use crate::app::App;
use crate::features::directory::{self, Wanted};
use crate::features::movements::{Contestant, Movement};
use crate::features::office::{Office, split_kind};
use crate::refusal::Refusal;
use crate::web::{Form, Paging};

/// Kinds of villages that the national list puts before some names.
const VILLAGES: [&str; 7] = ["Làng ", "Thôn ", "Bản ", "Buôn ", "Ấp ", "Khu ", "Tổ dân phố "];

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
    let occasion = movement.occasion(&app.catalog, app.today());
    let achievement = format!("Đã có thành tích {occasion} năm {year}");
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
    fn the_kind_of_a_village_is_said_once() {
        assert_eq!(village_words("Sơ Tor"), "làng Sơ Tor");
        assert_eq!(village_words("Tổ dân phố 3"), "tổ dân phố 3");
    }
}
