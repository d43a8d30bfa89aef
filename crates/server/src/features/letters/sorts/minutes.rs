//! Biên bản họp: who was there, how each dossier was voted on, what the council carried.

use chungsuc_domain::date::show_long_date;
use chungsuc_press::template::Values;
use chungsuc_press::{Capacity, Cosigner, Signature};

use super::council::{
    award, holder, member, must_be_closed, needed, pass, posts, proposed, quorum, share_in_favour,
};
use super::heard::Hearing;
use crate::features::councils::{Item, Member, SittingView};
use crate::features::letters::Typed;
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::papers::Readers;
use crate::features::templates::sorts::MINUTES;
use crate::refusal::Refusal;
use crate::web::{Language, Message};

pub(super) static WRITING: Writing = Writing {
    sort: &MINUTES,
    issuer: Issuer::Council,
    abbreviation: "HĐTĐKT",
    readers: Readers::Council,
    capacity: "Chủ tọa",
    signer: Some("chair"),
    about: About::Sitting(Script { ask, fill }),
};

fn ask(_: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Question>, Refusal> {
    must_be_closed(sitting)?;
    let begins = Question::line("begins", Message::new("letter-ask-begins"));
    let ends = Question::line("ends", Message::new("letter-ask-ends"));
    let opinions = Question::lines("opinions", Message::new("letter-ask-opinions")).optional();
    let absences = absent(sitting).map(|one| {
        let label = Message::new("letter-ask-absent").arg("name", one.name.clone());
        Question::line(absence(one), label).optional()
    });
    Ok([begins].into_iter().chain(absences).chain([opinions, ends]).collect())
}

/// The secretary signs at the left.
fn by_hand(name: &str) -> Cosigner {
    let (capacity, name) = (Capacity::head("Thư ký"), name.to_owned());
    Cosigner::Secretary(Signature { capacity, name })
}

/// The field that holds why a member was not there.
fn absence(member: &Member) -> String {
    format!("absent-{}", member.id)
}

fn absent(sitting: &SittingView) -> impl Iterator<Item = &Member> {
    sitting.members.iter().filter(|one| !sitting.present.contains(&one.id))
}

fn fill(
    scene: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    must_be_closed(sitting)?;
    let secretary = holder(sitting, "secretary");
    let values = people(sitting, typed, common)
        .text("chủ tọa", typed.signer_name.clone())
        .text("chức vụ chủ tọa", post_of(sitting, &typed.signer_name))
        .text("thư ký", secretary.map(|one| one.name.clone()).unwrap_or_default())
        .text("chức vụ thư ký", secretary.map(posts).unwrap_or_default())
        .text("tên Hội đồng", sitting.council_name.clone())
        .text("giờ bắt đầu", typed.words.text("begins"))
        .text("ngày họp", show_long_date(sitting.held_on))
        .text("địa điểm", sitting.place.clone())
        .text("ý kiến", typed.words.text("opinions"))
        .text("giờ kết thúc", typed.words.text("ends"));
    Ok(Filled {
        values: results(scene, sitting, values)?,
        cosigner: secretary.map(|one| by_hand(&one.name)),
        not_before: Some(sitting.held_on),
        ..Filled::default()
    })
}

/// The post of the one who chaired, where a member of that name did.
fn post_of(sitting: &SittingView, name: &str) -> String {
    let found = sitting.members.iter().find(|member| member.name == name);
    found.map(posts).unwrap_or_default()
}

/// Who was there and who was not, with the reason.
fn people(sitting: &SittingView, typed: &Typed, values: Values) -> Values {
    let count = sitting.members.len();
    let there = sitting.members.iter().filter(|one| sitting.present.contains(&one.id));
    let missing = absent(sitting).map(|one| {
        let reason = typed.words.text(&absence(one));
        member(one).text("lý do", reason)
    });
    values
        .text("số thành viên", two_digits(count))
        .text("số có mặt", two_digits(sitting.present.len()))
        .text("số vắng", two_digits(count - sitting.present.len()))
        .rows("có mặt", there.map(member))
        .rows("vắng mặt", missing)
}

/// The rule, each dossier with its count, and what came of them.
fn results(scene: &Scene<'_>, sitting: &SittingView, values: Values) -> Result<Values, Refusal> {
    let rule = &sitting.council.rule;
    let hearing = Hearing::of(scene, sitting)?;
    let dossiers = sitting.items.iter().map(|item| dossier(scene, sitting, item));
    let dossiers = dossiers.collect::<Result<Vec<_>, Refusal>>()?;
    let carried = sitting.items.iter().filter(|item| item.carried == Some(true)).count();
    let refused = sitting.items.len() - carried;
    Ok(values
        .text("điều kiện họp", quorum(&rule.value))
        .text("điều kiện thông qua", pass(&rule.value))
        .text("văn bản quy định biểu quyết", rule.source.to_string())
        .text(
            "cách biểu quyết",
            Language::Vietnamese.word("minutes-manner-", sitting.manner.code()),
        )
        .rows("hồ sơ có tỷ lệ riêng", own_rules(scene, sitting)?)
        .rows("người không tham gia", kept_out(scene, sitting)?)
        .text("biểu quyết bằng văn bản", in_writing(sitting))
        .text("số hồ sơ", two_digits(sitting.items.len()))
        .rows("hồ sơ", dossiers)
        .rows("hồ sơ xét theo lý do", reasoned(scene, sitting)?)
        .rows("ý kiến các cơ quan", hearing.offices(scene, sitting)?)
        .rows("lấy ý kiến nhân dân", hearing.lists())
        .text("số hồ sơ thông qua", two_digits(carried))
        .text("số hồ sơ không thông qua", two_digits(refused))
        .flag("có hồ sơ thông qua", carried > 0)
        .flag("có hồ sơ không thông qua", refused > 0))
}

/// The dossiers for whose award the law sets shares of its own.
fn own_rules(scene: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Values>, Refusal> {
    let mut rows = Vec::new();
    for item in &sitting.items {
        if let Some(rule) = &item.law_rule {
            let row = Values::new()
                .text("đối tượng", proposed(scene, item)?.0)
                .text("hình thức khen thưởng", award(scene, item))
                .text("tỷ lệ tham gia", quorum(&rule.value))
                .text("tỷ lệ tán thành", pass(&rule.value))
                .text("văn bản", rule.source.to_string());
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Who kept out of which dossier, and why.
fn kept_out(scene: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Values>, Refusal> {
    let mut rows = Vec::new();
    for item in &sitting.items {
        for (name, reason) in sitting.keeping_out(&item.nomination.id) {
            let row = Values::new()
                .text("họ tên", name)
                .text("đối tượng", proposed(scene, item)?.0)
                .text("lý do", reason);
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The dossiers that did not meet a condition and came before the council with a written reason.
fn reasoned(scene: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Values>, Refusal> {
    let mut rows = Vec::new();
    for item in &sitting.items {
        if let Some(reason) = &item.nomination.waiver {
            let who = proposed(scene, item)?.0;
            rows.push(Values::new().text("đối tượng", who).text("lý do", reason.clone()));
        }
    }
    Ok(rows)
}

/// The absent members who were asked in writing.
fn in_writing(sitting: &SittingView) -> String {
    let asked = sitting.members.iter().filter(|one| sitting.written.contains(&one.id));
    asked.map(|one| one.name.clone()).collect::<Vec<_>>().join(", ")
}

fn dossier(scene: &Scene<'_>, sitting: &SittingView, item: &Item) -> Result<Values, Refusal> {
    let count = |votes: u32| format!("{votes:02}");
    let not_cast = item.tally.as_ref().map_or(0, |tally| tally.not_cast);
    let result = if item.carried == Some(true) { "Thông qua" } else { "Không thông qua" };
    Ok(Values::new()
        .text("đối tượng", proposed(scene, item)?.0)
        .text("hình thức khen thưởng", award(scene, item))
        .text("số tán thành", count(item.votes.in_favour))
        .text("số không tán thành", count(item.votes.against))
        .text("số ý kiến khác", count(item.votes.abstain))
        .text("số không hợp lệ", count(item.votes.invalid))
        .text("số không bỏ phiếu", count(not_cast))
        .text("tỷ lệ", share_in_favour(item))
        .text("tỷ lệ cần đạt", needed(sitting, item))
        .text("kết quả", result))
}
