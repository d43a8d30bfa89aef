//! What documents about a sitting say of the council, its members and its dossiers.

use chungsuc_domain::ballot::{BallotRule, Base, Fraction};
use chungsuc_domain::date::show_long_date;
use chungsuc_domain::text::capital;
use chungsuc_press::template::Values;

use crate::features::councils::{Item, Member, SittingView};
use crate::features::decisions::addressed;
use crate::features::letters::scene::Scene;
use crate::features::movements;
use crate::features::papers::{self, Paper};
use crate::refusal::Refusal;
use crate::web::Language;

/// A member as a row: name, post, part in the council.
pub(super) fn member(one: &Member) -> Values {
    Values::new()
        .text("họ tên", one.name.clone())
        .text("chức vụ", one.post.clone())
        .text("vai trò", part(one))
}

/// “Chủ tịch Hội đồng”; documents are Vietnamese whatever the language of the screen.
fn part(one: &Member) -> &'static str {
    Language::Vietnamese.word("part-", &one.part)
}

/// The member who has this part in the council.
pub(super) fn holder<'a>(sitting: &'a SittingView, part: &str) -> Option<&'a Member> {
    sitting.members.iter().find(|member| member.part == part)
}

/// “Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng”.
pub(super) fn posts(one: &Member) -> String {
    let both = [one.post.as_str(), part(one)];
    both.into_iter().filter(|post| !post.is_empty()).collect::<Vec<_>>().join(", ")
}

/// “ít nhất 2/3 tổng số thành viên dự họp”.
pub(super) fn quorum(rule: &BallotRule) -> String {
    format!("ít nhất {} tổng số thành viên dự họp", share(rule.quorum))
}

/// “số phiếu tán thành đạt ít nhất 70% tổng số thành viên”.
pub(super) fn pass(rule: &BallotRule) -> String {
    let reach = if rule.more_than { "trên" } else { "ít nhất" };
    let of = match rule.base {
        Base::Members => "tổng số thành viên",
        Base::Present => "số thành viên có mặt",
    };
    format!("số phiếu tán thành đạt {reach} {} {of}", share(rule.pass))
}

/// “70%”, or “2/3” where it is no whole number of per cent.
fn share(fraction: Fraction) -> String {
    let (part, whole): (u32, u32) = fraction.into();
    match (part * 100).checked_rem(whole) {
        Some(0) => format!("{}%", part * 100 / whole),
        _ => fraction.to_string(),
    }
}

/// Who is proposed, as documents address them, and where they live or work.
pub(super) fn proposed(scene: &Scene<'_>, item: &Item) -> Result<(String, String), Refusal> {
    let nomination = &item.nomination;
    let movement = movements::find(scene.app, scene.by, &nomination.movement)?;
    let year = movement.year(nomination.proposed_on);
    let words = addressed(scene.app, scene.by, &nomination.contestant, &movement, year)?;
    Ok((capital(&words.recipient), words.address))
}

/// The name of the award that is proposed.
pub(super) fn award(scene: &Scene<'_>, item: &Item) -> String {
    let award = scene.app.catalog.award(&item.nomination.award);
    award.map_or_else(String::new, |award| award.form.name.clone())
}

/// “85,71%”, once it is counted.
pub(super) fn share_in_favour(item: &Item) -> String {
    item.tally.as_ref().map(|tally| format!("{}%", tally.share)).unwrap_or_default()
}

/// “từ 70%”: what the votes in favour of a dossier had to reach, by its own rule.
pub(super) fn needed(sitting: &SittingView, item: &Item) -> String {
    let rule = &item.law_rule.as_ref().unwrap_or(&sitting.council.rule).value;
    let reach = if rule.more_than { "trên" } else { "từ" };
    format!("{reach} {}", share(rule.pass))
}

/// The paper of the last letter of a sort about a sitting, if one is issued.
pub(super) fn paper_of(
    scene: &Scene<'_>,
    sitting: &SittingView,
    sort: &str,
) -> Result<Option<Paper>, Refusal> {
    let key = [scene.by.commune.as_str().into(), (&sitting.id).into(), sort.into()];
    let sql = super::super::sql::PAPER_OF_SITTING;
    let paper: Option<String> =
        scene.app.read(|r| r.first(sql, &key, |row| row.get(0)).map_err(Refusal::from))?;
    paper.map(|paper| papers::find(scene.app, scene.by, &paper)).transpose()
}

/// “Biên bản số 03/BB-HĐTĐKT ngày 21 tháng 12 năm 2023”.
pub(super) fn named(minutes: &Paper) -> String {
    let number = minutes.number.as_deref().unwrap_or_default();
    let day = minutes.issued_on.map(show_long_date).unwrap_or_default();
    format!("Biên bản số {number} {day}")
}

/// Refuses what only a closed sitting allows.
pub(super) fn must_be_closed(sitting: &SittingView) -> Result<(), Refusal> {
    match sitting.is_closed() {
        true => Ok(()),
        false => Err(Refusal::rule("letter-sitting-open")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_of_voting_is_said_in_words() {
        let fraction = |part, whole| Fraction::new(part, whole).ok();
        let Some(((two_thirds, seventy), half)) =
            fraction(2, 3).zip(fraction(70, 100)).zip(fraction(1, 2))
        else {
            panic!("these are shares")
        };
        let rule =
            BallotRule { quorum: two_thirds, pass: seventy, more_than: false, base: Base::Members };
        assert_eq!(quorum(&rule), "ít nhất 2/3 tổng số thành viên dự họp");
        assert_eq!(pass(&rule), "số phiếu tán thành đạt ít nhất 70% tổng số thành viên");
        let majority = BallotRule { pass: half, more_than: true, base: Base::Present, ..rule };
        assert_eq!(pass(&majority), "số phiếu tán thành đạt trên 50% số thành viên có mặt");
    }
}
