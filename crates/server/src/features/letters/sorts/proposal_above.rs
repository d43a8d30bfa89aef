//! Tờ trình cấp trên: what a sitting carried and the commune may not decide goes further up, in the
//! name of the People's Committee.

use chungsuc_press::template::Values;

use super::council::award;
use super::proposal::{Decided, filled, list};
use crate::features::councils::{Item, SittingView};
use crate::features::decisions::may_decide;
use crate::features::letters::Typed;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::papers::Readers;
use crate::features::templates::sorts::PROPOSAL_ABOVE;
use crate::refusal::Refusal;
use crate::web::Message;

pub(super) static WRITING: Writing = Writing {
    sort: &PROPOSAL_ABOVE,
    issuer: Issuer::Office,
    abbreviation: "UBND",
    readers: Readers::Council,
    capacity: "TM. Ủy ban nhân dân\nChủ tịch",
    signer: Some("chair"),
    about: About::Sitting(Script { ask, fill }),
};

fn ask(scene: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Question>, Refusal> {
    let list = list(scene, sitting, Decided::Above)?;
    let mut awards: Vec<(String, String)> = Vec::new();
    for item in &list {
        let code = &item.nomination.award;
        if !awards.iter().any(|(known, _)| known == code) {
            awards.push((code.clone(), award(scene, item)));
        }
    }
    let first = awards.first().map(|(code, _)| code.clone()).unwrap_or_default();
    let which = Question::line("award", Message::new("letter-ask-award")).usual(first);
    let decider = list.first().map(|item| decider(scene, item)).unwrap_or_default();
    Ok(vec![
        Question { choices: awards, ..which },
        Question::line("addressee", Message::new("letter-ask-addressee")).usual(decider),
        Question::lines("opinion", Message::new("letter-ask-opinion")).optional(),
    ])
}

/// Who decides an award, as the catalog names the posts: “Chủ tịch Ủy ban nhân dân tỉnh”.
fn decider(scene: &Scene<'_>, item: &Item) -> String {
    let answer = may_decide(scene.app, &item.nomination.award, scene.today);
    let facts = answer.reasons.into_iter().flat_map(|reason| reason.facts);
    let posts = facts.into_iter().find(|(name, _)| *name == "posts");
    posts.map(|(_, posts)| posts.to_string()).unwrap_or_default()
}

fn fill(
    scene: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    let mut list = list(scene, sitting, Decided::Above)?;
    // Each kind of award goes up with a proposal of its own (Nghị định 98/2023/NĐ-CP, Phụ lục).
    let which = typed.words.text("award");
    list.retain(|item| which.is_empty() || item.nomination.award == which);
    if list.is_empty() {
        return Err(Refusal::rule("letter-nobody-above"));
    }
    let values = common.text("kính gửi", typed.words.text("addressee"));
    filled(scene, sitting, typed, values, &list)
}
