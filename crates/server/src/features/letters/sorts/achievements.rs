//! Báo cáo thành tích: written by or for a nominee in its own name. What the books know is filled;
//! what only the nominee knows is typed.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::catalog::AwardClass;
use chungsuc_domain::date::show_long_date;
use chungsuc_domain::eligibility::{Likeness, likeness};
use chungsuc_press::template::Values;

use crate::features::decisions::addressed;
use crate::features::honours::name_alone;
use crate::features::letters::Typed;
use crate::features::letters::nominee::{
    confirmation, confirmer, figures, is_collective, keeps_a_book, must_stand, profile,
};
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{
    About, Filled, Issuer, Nominees, Question, Script, Writing,
};
use crate::features::movements::{self, Contestant};
use crate::features::nominations::Nomination;
use crate::features::papers::Readers;
use crate::features::registers::{self, Origin};
use crate::features::templates::Sort;
use crate::features::templates::sorts::{
    COLLECTIVE_REPORT, HOUSEHOLD_REPORT, INDIVIDUAL_REPORT, THEMATIC_REPORT,
};
use crate::refusal::Refusal;
use crate::web::Message;

/// How a title of a person is written at the beginning of a line.
const TITLES: [&str; 3] = ["Ông ", "Bà ", "Hộ gia đình "];

pub(super) static COLLECTIVE: Writing = report(&COLLECTIVE_REPORT, Nominees::Collectives);
pub(super) static INDIVIDUAL: Writing = report(&INDIVIDUAL_REPORT, Nominees::Persons);
pub(super) static HOUSEHOLD: Writing = report(&HOUSEHOLD_REPORT, Nominees::Households);
pub(super) static THEMATIC: Writing = report(&THEMATIC_REPORT, Nominees::All);

const fn report(sort: &'static Sort, of: Nominees) -> Writing {
    Writing {
        sort,
        issuer: Issuer::Nominee,
        abbreviation: "UBND",
        readers: Readers::Council,
        capacity: "",
        signer: None,
        about: About::Nomination(of, Script { ask, fill }),
    }
}

fn ask(scene: &Scene<'_>, nomination: &Nomination) -> Result<Vec<Question>, Refusal> {
    must_stand(nomination)?;
    let kind = nomination.contestant.kind;
    let (body, post) = confirmer(scene, nomination)?;
    let line = |name, label| Question::line(name, Message::new(label));
    let lines = |name, label| Question::lines(name, Message::new(label));
    let about = match kind {
        SubjectKind::Individual => "letter-ask-profile-individual",
        SubjectKind::Household => "letter-ask-profile-household",
        _ => "letter-ask-profile-collective",
    };
    let mut all = vec![
        lines("profile", about).usual(profile(scene, nomination)?.join("\n")),
        lines("achievements", "letter-ask-achievements").usual(nomination.achievement.clone()),
        Question {
            choices: vec![
                ("yes".to_owned(), "Ghi số liệu trong sổ của xã".to_owned()),
                ("no".to_owned(), "Không ghi".to_owned()),
            ],
            ..line("figures", "letter-ask-figures").usual("yes")
        },
        lines("other_awards", "letter-ask-other-awards").optional(),
    ];
    if is_collective(kind) {
        all.push(
            line("superior", "letter-ask-superior").optional().usual(superior(scene, nomination)?),
        );
    }
    if keeps_a_book(kind) {
        all.push(line("own_number", "letter-ask-own-number").optional());
    }
    all.push(line("confirmer", "letter-ask-confirmer").optional().usual(body));
    all.push(lines("confirmer_post", "letter-ask-confirmer-post").optional().usual(post));
    all.push(line("confirmer_name", "letter-ask-confirmer-name").optional());
    Ok(all)
}

/// The body above a collective, where the program knows it.
fn superior(scene: &Scene<'_>, nomination: &Nomination) -> Result<String, Refusal> {
    match nomination.contestant.kind {
        SubjectKind::Village => Ok(scene.office.issuer()),
        SubjectKind::Commune => {
            Ok(movements::find(scene.app, scene.by, &nomination.movement)?.reports_to)
        }
        _ => Ok(String::new()),
    }
}

fn fill(
    scene: &Scene<'_>,
    nomination: &Nomination,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    let contestant = &nomination.contestant;
    let movement = movements::find(scene.app, scene.by, &nomination.movement)?;
    let year = nomination.proposed_on.year();
    let words = addressed(scene.app, scene.by, contestant, &movement, year)?;
    let figures = match typed.words.text("figures") {
        "no" => String::new(),
        _ => figures(scene, nomination)?.join("\n"),
    };
    let has_office = contestant.kind == SubjectKind::Commune
        || keeps_a_book(contestant.kind) && !typed.words.text("own_number").is_empty();
    let values = common
        .flag("tập thể", is_collective(contestant.kind))
        .text("hình thức khen", award(scene, &nomination.award))
        .text("người viết", in_a_sentence(&words.recipient))
        .text("chức vụ địa chỉ", words.address)
        .text("sơ lược", typed.words.text("profile"))
        .text("thành tích", typed.words.text("achievements"))
        .text("số liệu", figures)
        .text("ngày tính", show_long_date(scene.today))
        .rows("khen thưởng đã nhận", received(scene, nomination)?)
        .text("khen thưởng khác", typed.words.text("other_awards"))
        .flag("có văn thư", has_office);
    Ok(Filled { values, cosigner: confirmation(typed)?, ..Filled::default() })
}

/// What was received by now, from the commune and from elsewhere, under every name. The award that is
/// asked for is none of it, also when it has been given since.
fn received(scene: &Scene<'_>, nomination: &Nomination) -> Result<Vec<Values>, Refusal> {
    let (app, by) = (scene.app, scene.by);
    let contestant = &nomination.contestant;
    let all = registers::received(app, by, contestant.kind, &contestant.subject, scene.today)?;
    let other = |one: &registers::Line| one.nomination.as_ref() != Some(&nomination.id);
    let row = |one: registers::Line| {
        Values::new()
            .text("năm nhận", one.year.to_string())
            .text("danh hiệu hình thức", one.award_name.clone())
            .text("quyết định", paper_of(scene, contestant, &one))
    };
    Ok(all.into_iter().filter(other).map(row).collect())
}

/// “Quyết định số 118/QĐ-UBND ngày 21 tháng 12 năm 2020 của Chủ tịch UBND huyện Kbang”; with the name on
/// the paper, where it is another one.
fn paper_of(scene: &Scene<'_>, contestant: &Contestant, one: &registers::Line) -> String {
    let giver = match one.origin {
        Origin::Decision => scene.office.decider(),
        Origin::Honour => one.issuer.clone(),
    };
    let number = match one.number.as_str() {
        "" => "Quyết định".to_owned(),
        number => format!("Quyết định số {number}"),
    };
    let day = match one.issued_on {
        Some(day) => show_long_date(day),
        None => format!("năm {}", one.year),
    };
    let giver = if giver.is_empty() { giver } else { format!(" của {giver}") };
    let own = [&contestant.name, &one.listed].map(|name| name_alone(contestant.kind, name));
    let other_name = likeness(own[0], own[1]) == Likeness::Other;
    let name = if other_name {
        format!(" (tên trên quyết định: {})", one.name)
    } else {
        String::new()
    };
    format!("{number} {day}{giver}{name}")
}

/// “Giấy khen của Chủ tịch Ủy ban nhân dân xã”, “danh hiệu Lao động tiên tiến”.
fn award(scene: &Scene<'_>, code: &str) -> String {
    let name = name_of(scene, code);
    let class = scene.app.catalog.award(code).map(|award| award.form.class);
    match class {
        Some(AwardClass::Title) if !name.starts_with("Cờ ") => format!("danh hiệu {name}"),
        _ => name,
    }
}

fn name_of(scene: &Scene<'_>, code: &str) -> String {
    scene.app.catalog.award(code).map(|award| award.form.name.clone()).unwrap_or_default()
}

/// “ông Đinh Bưch” from “Ông Đinh Bưch”; names of bodies stay as they are.
fn in_a_sentence(recipient: &str) -> String {
    match TITLES.iter().find_map(|title| Some((title, recipient.strip_prefix(title)?))) {
        Some((title, name)) => format!("{}{name}", title.to_lowercase()),
        None => recipient.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_small_within_a_sentence_and_names_are_not() {
        for (alone, within) in [
            ("Ông Đinh Bưch", "ông Đinh Bưch"),
            ("Hộ gia đình bà Vi Thị Nga", "hộ gia đình bà Vi Thị Nga"),
            ("Nhân dân và cán bộ làng Sơ Tor", "Nhân dân và cán bộ làng Sơ Tor"),
            ("Bàn Văn Mẫu", "Bàn Văn Mẫu"),
        ] {
            assert_eq!(in_a_sentence(alone), within);
        }
    }
}
