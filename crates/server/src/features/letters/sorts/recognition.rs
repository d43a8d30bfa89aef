//! Tờ trình đề nghị công nhận and the report of results, from a dossier of recognition; when issued,
//! each becomes a part of it.

use chungsuc_domain::date::show_long_date;
use chungsuc_domain::standard::Outcome;
use chungsuc_press::template::Values;

use crate::features::decisions::village_words;
use crate::features::letters::Typed;
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::papers::Readers;
use crate::features::recognition::{self, Dossier, Line};
use crate::features::templates::sorts::{RECOGNITION_PROPOSAL, RECOGNITION_RESULTS};
use crate::refusal::Refusal;
use crate::web::Message;

pub(super) static PROPOSAL: Writing = Writing {
    sort: &RECOGNITION_PROPOSAL,
    issuer: Issuer::Office,
    abbreviation: "UBND",
    readers: Readers::Staff,
    capacity: "TM. Ủy ban nhân dân\nChủ tịch",
    signer: None,
    about: About::Recognition("to-trinh", Script { ask, fill }),
};

pub(super) static RESULTS: Writing = Writing {
    sort: &RECOGNITION_RESULTS,
    issuer: Issuer::Office,
    abbreviation: "UBND",
    readers: Readers::Staff,
    capacity: "TM. Ủy ban nhân dân\nChủ tịch",
    signer: None,
    about: About::Recognition("ket-qua", Script { ask, fill }),
};

fn ask(scene: &Scene<'_>, of: &Dossier) -> Result<Vec<Question>, Refusal> {
    if !recognition::is_open(&of.record) {
        return Err(Refusal::rule("recognition-closed"));
    }
    let who = recognition::recogniser(scene.app, &of.record.standard, scene.today);
    Ok(vec![
        Question::line("addressee", Message::new("letter-ask-recogniser"))
            .usual(who.unwrap_or_default()),
        Question::lines("opinion", Message::new("letter-ask-recognition-opinion")).optional(),
    ])
}

fn fill(scene: &Scene<'_>, of: &Dossier, typed: &Typed, common: Values) -> Result<Filled, Refusal> {
    let record = &of.record;
    let standard = scene.app.catalog.standard(&record.standard).ok_or(Refusal::NotFound)?;
    let picture = &of.picture;
    let rows = |conditions: bool| {
        let lines = picture.lines.iter().filter(move |line| line.is_condition == conditions);
        lines.map(line).collect::<Vec<_>>()
    };
    let values = common
        .text("kính gửi", typed.words.text("addressee"))
        .text("đơn vị đề nghị", unit(scene, of))
        .text("tên bộ tiêu chí", standard.head().value.name.clone())
        .text("ngày xét", show_long_date(record.as_of))
        .text("số tiêu chí đạt", two_digits(picture.met))
        .text("tổng số tiêu chí", two_digits(picture.total))
        .flag("đạt cả bộ", picture.met == picture.total)
        .rows("kết quả tiêu chí", rows(false))
        .rows("điều kiện công nhận", rows(true))
        .rows("giấy tờ kèm theo", enclosed(of))
        .text("ý kiến", typed.words.text("opinion"));
    Ok(Filled { values, not_before: Some(record.as_of), ..Filled::default() })
}

/// “làng Sơ Tor”; the commune as its documents call it.
fn unit(scene: &Scene<'_>, of: &Dossier) -> String {
    match of.record.unit == scene.by.commune {
        true => scene.office.commune.clone(),
        false => village_words(&of.record.unit_name),
    }
}

fn line(of: &Line) -> Values {
    let number = if of.is_condition { "" } else { of.code.as_str() };
    Values::new()
        .text("số tiêu chí", number)
        .text("tên tiêu chí", of.name.clone())
        .text("mức phải đạt", of.wanted.clone())
        .text("kết quả thực hiện", of.value.clone())
        .text("đánh giá", outcome(of.outcome))
}

/// Documents are Vietnamese whatever the language of the screen.
fn outcome(of: Outcome) -> &'static str {
    match of {
        Outcome::Met => "Đạt",
        Outcome::NotMet => "Chưa đạt",
        Outcome::PersonMustDecide => "Chưa kết luận",
        Outcome::NotReported => "Chưa có số liệu",
    }
}

/// The parts of the dossier that are there, but for the two that are written from it.
fn enclosed(of: &Dossier) -> Vec<Values> {
    let asked = of.parts.iter().filter(|part| part.attached.iter().any(|one| !one.is_withdrawn));
    let asked = asked.filter_map(|part| part.asked.as_ref());
    let others = asked.filter(|asked| !["to-trinh", "ket-qua"].contains(&asked.code.as_str()));
    others.map(|asked| Values::new().text("tên", asked.name.clone())).collect()
}
