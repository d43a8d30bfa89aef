//! Who may decide an award on a day (thẩm quyền). For the commune: Luật 06/2022/QH15 Điều 80 khoản 3,
//! and from 2025-07-01 Nghị định 129/2025/NĐ-CP Điều 59.

use crate::UnitKind;
use crate::catalog::{Catalog, Decider};
use crate::date::{Date, show_date};
use crate::decision::{Answer, Reason, TextKey, Verdict};
use crate::sourced::Sourced;

/// Whether a unit of that level may decide the award by a decision of that day.
///
/// Where the catalog is silent a person must decide; silence is never permission.
pub fn may_decide(catalog: &Catalog, award: &str, level: UnitKind, day: Date) -> Answer {
    let (verdict, reason) = match catalog.award(award) {
        None => (Verdict::PersonMustDecide, Reason::without_rule(TextKey::AwardUnknown)),
        Some(award) => match award.deciders.on(day) {
            None => (Verdict::PersonMustDecide, Reason::without_rule(TextKey::AuthorityUnknown)),
            Some(row) => by_rule(row, level, day),
        },
    };
    let reason = reason.fact("award", award).fact("level", level).fact("day", show_date(day));
    Answer { verdict, reasons: vec![reason] }
}

fn by_rule(row: &Sourced<Vec<Decider>>, level: UnitKind, day: Date) -> (Verdict, Reason) {
    let (verdict, text_key) = if row.value.is_empty() {
        (Verdict::No, TextKey::AuthorityNobody)
    } else if row.value.iter().any(|decider| decider.level == level) {
        (Verdict::Yes, TextKey::AuthorityHere)
    } else {
        (Verdict::No, TextKey::AuthorityElsewhere)
    };
    let posts: Vec<&str> = row.value.iter().map(|decider| decider.post.as_str()).collect();
    (verdict, Reason::by(row.rule(day), text_key).fact("posts", posts.join("; ")))
}
