//! What the books of the commune say a nominee has done in its movement, until the day of the
//! report: pledges, duties of the plan, criteria, what was given. Figures are never typed, so a
//! report cannot say other than the books do; whoever writes may leave them out.

use chungsuc_domain::ContributionKind;
use chungsuc_domain::SubjectKind;
use chungsuc_domain::date::show_date;
use chungsuc_domain::text::fold;

use crate::features::contributions::{self, GivenBy};
use crate::features::decisions::village_words;
use crate::features::letters::scene::Scene;
use crate::features::movements::{self, Contestant, Duty};
use crate::features::nominations::Nomination;
use crate::features::standards;
use crate::refusal::Refusal;

/// A line for each matter; nothing where the books say nothing.
pub(in crate::features::letters) fn figures(
    scene: &Scene<'_>,
    nomination: &Nomination,
) -> Result<Vec<String>, Refusal> {
    let mut lines = pledges(scene, nomination)?;
    lines.extend(duties(scene, nomination)?);
    lines.extend(standing(scene, &nomination.contestant)?);
    lines.extend(given(scene, nomination)?);
    Ok(lines)
}

/// “Đăng ký ngày 16/11/2022: mỗi làng một tổ liên kết, hạn đến ngày 31/12/2025”.
fn pledges(scene: &Scene<'_>, nomination: &Nomination) -> Result<Vec<String>, Refusal> {
    let pledges = movements::pledges(scene.app, scene.by, &nomination.contestant.id)?;
    let made = pledges.into_iter().filter(|pledge| pledge.pledged_on <= scene.today);
    let line = |pledge: movements::Pledge| {
        let due = pledge.due.map(|due| format!(", hạn đến ngày {}", show_date(due)));
        let (day, due) = (show_date(pledge.pledged_on), due.unwrap_or_default());
        format!("Đăng ký ngày {day}: {}{due}", pledge.text)
    };
    Ok(made.map(line).collect())
}

/// “Đã hoàn thành 3/4 nhiệm vụ được giao trong kế hoạch của phong trào”.
fn duties(scene: &Scene<'_>, nomination: &Nomination) -> Result<Option<String>, Refusal> {
    let contestant = &nomination.contestant;
    let name = match contestant.kind {
        SubjectKind::Village => fold(&village_words(&contestant.name)),
        SubjectKind::Commune => fold(&scene.office.issuer()),
        _ => fold(&contestant.name),
    };
    let mut own = movements::duties(scene.app, scene.by, &nomination.movement)?;
    own.retain(|duty| fold(&duty.bearer) == name);
    let is_done = |duty: &&Duty| duty.done_on.is_some_and(|day| day <= scene.today);
    let done = own.iter().filter(is_done).count();
    let line = || {
        format!(
            "Đã hoàn thành {done}/{} nhiệm vụ được giao trong kế hoạch của phong trào",
            own.len()
        )
    };
    Ok((!own.is_empty()).then(line))
}

/// “Đạt 18/19 tiêu chí của Bộ tiêu chí làng nông thôn mới theo số liệu đã được chấp thuận”.
fn standing(scene: &Scene<'_>, contestant: &Contestant) -> Result<Option<String>, Refusal> {
    let code = standards::usual(scene.app);
    let Some(standard) = scene.app.catalog.standard(code) else { return Ok(None) };
    if contestant.kind != SubjectKind::Village {
        return Ok(None);
    }
    let all = standards::standings(scene.app, scene.by, code, scene.today)?;
    let own = all.into_iter().find(|one| one.unit.code == contestant.subject);
    Ok(own.filter(|own| own.unknown < own.total).map(|own| {
        let open = match own.unknown {
            0 => String::new(),
            some => format!("; {some} tiêu chí chưa đủ số liệu"),
        };
        let (met, total, name) = (own.met, own.total, &standard.head().value.name);
        format!("Đạt {met}/{total} tiêu chí của {name} theo số liệu đã được chấp thuận{open}")
    }))
}

/// “Đã góp trong phong trào: 42.400.000 đồng; 312 ngày công; 285 m² đất”.
fn given(scene: &Scene<'_>, nomination: &Nomination) -> Result<Option<String>, Refusal> {
    let Contestant { kind, subject, .. } = &nomination.contestant;
    let (by, words) = match kind {
        SubjectKind::Village => {
            (GivenBy::Village(subject), "Nhân dân và các nơi đã góp cho các việc của làng")
        }
        SubjectKind::Commune => (GivenBy::Commune, "Nhân dân và các nơi đã góp trong phong trào"),
        kind => (GivenBy::Giver(*kind, subject), "Đã góp trong phong trào"),
    };
    let commune = &scene.by.commune;
    let sums = contributions::given(scene.app, commune, &nomination.movement, by, scene.today)?;
    let shown = sums.iter().map(|(kind, quantity)| match kind {
        ContributionKind::Land => format!("{quantity} đất"),
        _ => quantity.to_string(),
    });
    let shown: Vec<String> = shown.collect();
    Ok((!shown.is_empty()).then(|| format!("{words}: {}", shown.join("; "))))
}
