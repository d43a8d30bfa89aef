//! What the directory knows of a nominee: the first lines of part I, which who writes completes.
//! Never a citizen's number, never a mark of poverty.

use chungsuc_domain::SubjectKind;

use crate::features::decisions::village_words;
use crate::features::directory;
use crate::features::letters::scene::Scene;
use crate::features::nominations::Nomination;
use crate::refusal::Refusal;

/// The lines, in the order of the form.
pub(in crate::features::letters) fn profile(
    scene: &Scene<'_>,
    nomination: &Nomination,
) -> Result<Vec<String>, Refusal> {
    let contestant = &nomination.contestant;
    let village = contestant.village_name.as_deref().map(village_words);
    let place = match &village {
        Some(village) => format!("{village}, {}", scene.office.commune),
        None => scene.office.commune.clone(),
    };
    match contestant.kind {
        SubjectKind::Individual => individual(scene, &contestant.subject, &place),
        SubjectKind::Household => household(scene, &contestant.subject, &place),
        SubjectKind::Village => {
            let village = village_words(&contestant.name);
            Ok(vec![format!("Tên tập thể: {village}, {}", scene.office.commune)])
        }
        SubjectKind::Commune => Ok(vec![format!("Tên tập thể: {}", scene.office.commune)]),
        SubjectKind::Collective | SubjectKind::Enterprise | SubjectKind::Cooperative => {
            Ok(vec![format!("Tên tập thể: {}", contestant.name), format!("Địa chỉ: {place}")])
        }
    }
}

fn individual(scene: &Scene<'_>, id: &str, place: &str) -> Result<Vec<String>, Refusal> {
    let known = directory::person(scene.app, scene.by, id)?.fields;
    let gender = match known.gender.as_str() {
        "female" => Some("nữ"),
        "male" => Some("nam"),
        _ => None,
    };
    let body = known.body.map(|id| directory::body(scene.app, scene.by, &id)).transpose()?;
    let occupation = Some(known.occupation).filter(|words| !words.trim().is_empty());
    let lines = [
        Some(format!("Họ và tên: {}", known.full_name)),
        known.birth_year.map(|year| format!("Năm sinh: {year}")),
        gender.map(|gender| format!("Giới tính: {gender}")),
        Some(format!("Nơi ở: {place}")),
        occupation.map(|words| format!("Nghề nghiệp, chức vụ: {words}")),
        body.map(|body| format!("Đơn vị công tác: {}", body.fields.name)),
    ];
    Ok(lines.into_iter().flatten().collect())
}

fn household(scene: &Scene<'_>, id: &str, place: &str) -> Result<Vec<String>, Refusal> {
    let known = directory::household(scene.app, scene.by, id)?.fields;
    let members = (known.members > 0).then(|| format!("Số nhân khẩu: {}", known.members));
    let lines = [Some(format!("Chủ hộ: {}", known.head)), Some(format!("Nơi ở: {place}")), members];
    Ok(lines.into_iter().flatten().collect())
}
