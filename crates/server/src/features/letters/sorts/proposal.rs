//! Tờ trình đề nghị khen thưởng: what a sitting carried goes to the commune's chairman, who
//! decides.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::date::show_long_date;
use chungsuc_domain::decision::Verdict;
use chungsuc_press::template::Values;

use super::council::{award, must_be_closed, named, paper_of, proposed, share_in_favour};
use crate::features::councils::{Item, SittingView};
use crate::features::decisions::may_decide;
use crate::features::letters::Typed;
use crate::features::letters::counted::{kinds, two_digits};
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::movements;
use crate::features::papers::{Paper, Readers, Relation};
use crate::features::templates::sorts::{MINUTES, PROPOSAL};
use crate::refusal::Refusal;
use crate::web::Message;

pub(super) static WRITING: Writing = Writing {
    sort: &PROPOSAL,
    issuer: Issuer::Council,
    abbreviation: "HĐTĐKT",
    readers: Readers::Council,
    capacity: "TM. Hội đồng\nThường trực",
    signer: Some("secretary"),
    about: About::Sitting(Script { ask, fill }),
};

fn ask(scene: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Question>, Refusal> {
    list(scene, sitting, Decided::Here)?;
    Ok(vec![Question::lines("opinion", Message::new("letter-ask-opinion")).optional()])
}

/// Who decides what a list holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Decided {
    /// The commune's chairman.
    Here,
    /// Somebody above.
    Above,
}

/// What the sitting carried, as far as it is decided there by the law of the day.
pub(super) fn list<'a>(
    scene: &Scene<'_>,
    sitting: &'a SittingView,
    where_: Decided,
) -> Result<Vec<&'a Item>, Refusal> {
    must_be_closed(sitting)?;
    let verdict = |item: &Item| may_decide(scene.app, &item.nomination.award, scene.today).verdict;
    let belongs = |item: &&Item| {
        let here = verdict(item) == Verdict::Yes;
        item.carried == Some(true) && here == (where_ == Decided::Here)
    };
    let list: Vec<_> = sitting.items.iter().filter(belongs).collect();
    match (list.is_empty(), where_) {
        (false, _) => Ok(list),
        (true, Decided::Here) => Err(Refusal::rule("letter-nobody")),
        (true, Decided::Above) => Err(Refusal::rule("letter-nobody-above")),
    }
}

fn fill(
    scene: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    let list = list(scene, sitting, Decided::Here)?;
    filled(scene, sitting, typed, common.text("kính gửi", scene.office.decider()), &list)
}

/// The proposal of a list.
pub(super) fn filled(
    scene: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    values: Values,
    list: &[&Item],
) -> Result<Filled, Refusal> {
    let minutes = paper_of(scene, sitting, MINUTES.code)?;
    let of_kind: Vec<SubjectKind> =
        list.iter().map(|item| item.nomination.contestant.kind).collect();
    let rows = list.iter().map(|item| row(scene, item, sitting.members.len()));
    let rows = rows.collect::<Result<Vec<_>, Refusal>>()?;
    let law = scene.law().into_iter().map(|line| Values::new().text("văn bản", line));
    let values = values
        .text("tên Hội đồng", sitting.council_name.clone())
        .rows("căn cứ pháp luật", law)
        .text("biên bản", minutes.as_ref().map(named).unwrap_or_default())
        .text("ngày họp", show_long_date(sitting.held_on))
        .text("số thành viên", two_digits(sitting.members.len()))
        .text("số có mặt", two_digits(sitting.present.len()))
        .text("số hồ sơ", two_digits(sitting.items.len()))
        .text("số trường hợp", two_digits(list.len()))
        .text("gồm", kinds(&of_kind))
        .text("các hình thức", awards(scene, list))
        .rows("danh sách", rows)
        .text("ý kiến", typed.words.text("opinion"));
    Ok(Filled {
        values,
        relations: relations(scene, list, minutes)?,
        not_before: Some(sitting.held_on),
        ..Filled::default()
    })
}

/// It rests on the minutes, and carries out the plans of its movements.
fn relations(
    scene: &Scene<'_>,
    list: &[&Item],
    minutes: Option<Paper>,
) -> Result<Vec<(Relation, String)>, Refusal> {
    let mut movements: Vec<&str> =
        list.iter().map(|item| item.nomination.movement.as_str()).collect();
    movements.sort_unstable();
    movements.dedup();
    let plans = movements.into_iter().map(|id| movements::find(scene.app, scene.by, id));
    let plans = plans.map(|it| it.map(|it| (Relation::Implements, it.paper)));
    let basis = minutes.map(|paper| Ok((Relation::Basis, paper.id)));
    basis.into_iter().chain(plans).collect()
}

/// The awards of the list, each once.
fn awards(scene: &Scene<'_>, list: &[&Item]) -> String {
    let mut names: Vec<String> = Vec::new();
    for item in list {
        let name = award(scene, item);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn row(scene: &Scene<'_>, item: &Item, members: usize) -> Result<Values, Refusal> {
    let (who, address) = proposed(scene, item)?;
    Ok(Values::new()
        .text("đối tượng", who)
        .text("địa chỉ", address)
        .text("hình thức khen thưởng", award(scene, item))
        .text("thành tích", item.nomination.achievement.clone())
        .text("nơi đề nghị", item.nomination.proposed_by.clone())
        .text("số tán thành", format!("{:02}/{}", item.votes.in_favour, two_digits(members)))
        .text("tỷ lệ", share_in_favour(item)))
}
