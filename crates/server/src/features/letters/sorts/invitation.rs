//! Giấy mời họp: every member of the council is asked to its sitting.

use chungsuc_domain::date::show_long_date;
use chungsuc_press::template::Values;

use super::council::{holder, member};
use crate::features::councils::{SittingView, State};
use crate::features::letters::Typed;
use crate::features::letters::counted::two_digits;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::papers::Readers;
use crate::features::templates::sorts::INVITATION;
use crate::refusal::Refusal;
use crate::web::Message;

pub(super) static WRITING: Writing = Writing {
    sort: &INVITATION,
    issuer: Issuer::Council,
    abbreviation: "HĐTĐKT",
    readers: Readers::Staff,
    capacity: "TM. Hội đồng\nChủ tịch",
    signer: Some("chair"),
    about: About::Sitting(Script { ask, fill }),
};

/// What a sitting usually goes through.
const AGENDA: &str = "Nghe báo cáo kết quả phong trào thi đua;\n\
                      Xem xét từng hồ sơ đề nghị khen thưởng;\n\
                      Biểu quyết, kiểm phiếu, thông qua biên bản.";

fn ask(_: &Scene<'_>, sitting: &SittingView) -> Result<Vec<Question>, Refusal> {
    if sitting.state != State::Called {
        return Err(Refusal::rule("letter-sitting-begun"));
    }
    Ok(vec![
        Question::line("time", Message::new("letter-ask-time")),
        Question::lines("agenda", Message::new("letter-ask-agenda")).usual(AGENDA),
        Question::lines("note", Message::new("letter-ask-note")).optional(),
    ])
}

fn fill(
    _: &Scene<'_>,
    sitting: &SittingView,
    typed: &Typed,
    common: Values,
) -> Result<Filled, Refusal> {
    let chair = holder(sitting, "chair");
    let chair = chair.map(|one| format!("{}, Chủ tịch Hội đồng", one.name)).unwrap_or_default();
    let secretary = holder(sitting, "secretary").map(|one| one.name.clone());
    let dossiers = Some(sitting.items.len()).filter(|count| *count > 0);
    let values = common
        .text("tên Hội đồng", sitting.council_name.clone())
        .rows("thành viên", sitting.members.iter().map(member))
        .text("giờ họp", typed.words.text("time"))
        .text("ngày họp", show_long_date(sitting.held_on))
        .text("địa điểm", sitting.place.clone())
        .text("chủ trì", chair)
        .text("thư ký", secretary.unwrap_or_default())
        .text("nội dung", typed.words.text("agenda"))
        .text("số hồ sơ", dossiers.map(two_digits).unwrap_or_default())
        .text("lời dặn", typed.words.text("note"));
    Ok(Filled { values, not_after: Some(sitting.held_on), ..Filled::default() })
}
