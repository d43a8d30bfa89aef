//! Thông báo: whoever proposed hears how the council voted on their own dossiers, and on no others.

use chungsuc_domain::date::show_long_date;
use chungsuc_press::template::Values;

use super::council::{award, must_be_closed, named, needed, paper_of, proposed, share_in_favour};
use super::heard::Hearing;
use crate::features::councils::{Item, SittingView};
use crate::features::letters::Typed;
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::papers::{Readers, Relation};
use crate::features::templates::sorts::{MINUTES, NOTICE};
use crate::refusal::Refusal;
use crate::web::Message;

pub(super) static WRITING: Writing = Writing {
    sort: &NOTICE,
    issuer: Issuer::Council,
    abbreviation: "HĐTĐKT",
    readers: Readers::Council,
    capacity: "TM. Hội đồng\nThường trực",
    signer: Some("secretary"),
    about: About::Sitting(Script { ask, fill }),
};

fn ask(_: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Question>, Refusal> {
    must_be_closed(sitting)?;
    let mut proposers: Vec<&str> =
        sitting.items.iter().map(|item| item.nomination.proposed_by.as_str()).collect();
    proposers.sort_by_cached_key(|name| chungsuc_domain::text::sort_key(name));
    proposers.dedup();
    let choices = proposers.iter().map(|name| ((*name).to_owned(), (*name).to_owned()));
    let to = Question::line("proposer", Message::new("letter-ask-proposer"));
    Ok(vec![
        Question { choices: choices.collect(), ..to },
        Question::lines("opinion", Message::new("letter-ask-opinion")).optional(),
    ])
}

fn fill(
    scene: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    must_be_closed(sitting)?;
    let proposer = typed.words.text("proposer");
    let own = sitting.items.iter().filter(|item| item.nomination.proposed_by == proposer);
    let own: Vec<&Item> = own.collect();
    let carried = own.iter().filter(|item| item.carried == Some(true)).count();
    let minutes = paper_of(scene, sitting, MINUTES.code)?;
    let hearing = Hearing::of(scene, sitting)?;
    let rows = own.iter().map(|item| row(scene, sitting, &hearing, item));
    let values = common
        .text("tên Hội đồng", sitting.council_name.clone())
        .text("nơi đề nghị", proposer)
        .text("ngày họp", show_long_date(sitting.held_on))
        .text("biên bản", minutes.as_ref().map(named).unwrap_or_default())
        .text("số hồ sơ", two_digits(own.len()))
        .rows("hồ sơ", rows.collect::<Result<Vec<_>, Refusal>>()?)
        .flag("có hồ sơ thông qua", carried > 0)
        .flag("có hồ sơ không thông qua", carried < own.len())
        .text("ý kiến", typed.words.text("opinion"));
    Ok(Filled {
        values,
        relations: minutes.into_iter().map(|paper| (Relation::Basis, paper.id)).collect(),
        not_before: Some(sitting.held_on),
        ..Filled::default()
    })
}

fn row(
    scene: &Scene<'_>,
    sitting: &SittingView,
    hearing: &Hearing,
    item: &Item,
) -> Result<Values, Refusal> {
    let members = sitting.members.len();
    let result = if item.carried == Some(true) { "Thông qua" } else { "Không thông qua" };
    Ok(Values::new()
        .text("đối tượng", proposed(scene, item)?.0)
        .text("hình thức khen thưởng", award(scene, item))
        .text("số tán thành", format!("{:02}/{}", item.votes.in_favour, two_digits(members)))
        .text("tỷ lệ", share_in_favour(item))
        .text("tỷ lệ cần đạt", needed(sitting, item))
        .text("ý kiến các cơ quan", hearing.counted(item))
        .text("ý kiến nhân dân", hearing.people(item))
        .text("lý do cho xét", item.nomination.waiver.clone().unwrap_or_default())
        .text("kết quả", result))
}
