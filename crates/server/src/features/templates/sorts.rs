//! Every sort of document that is written from a template, with the fields it has.

use chungsuc_press::template::Values;

use super::Sort;

/// The fields of a sort: those that every document has, then its own.
macro_rules! fields {
    ($($own:expr),* $(,)?) => {
        &[
            // “Ủy ban nhân dân xã Tơ Tung”, and “xã Tơ Tung”.
            chungsuc_press::template::Field::text("cơ quan"),
            chungsuc_press::template::Field::text("xã"),
            // “Chủ tịch Ủy ban nhân dân xã Tơ Tung”.
            chungsuc_press::template::Field::text("người quyết định"),
            // Who issues the document, and the body above it where one is named.
            chungsuc_press::template::Field::text("nơi ban hành"),
            chungsuc_press::template::Field::text("cơ quan cấp trên"),
            chungsuc_press::template::Field::text("địa danh"),
            // Empty where a document concerns several movements.
            chungsuc_press::template::Field::text("tên phong trào"),
            chungsuc_press::template::Field::text("năm"),
            chungsuc_press::template::Field::text("người ký"),
            $($own),*
        ]
    };
}

pub mod achievements;
pub mod amendment;
pub mod award_decision;
pub mod cluster;
pub mod invitation;
pub mod minutes;
pub mod notice;
pub mod plan;
pub mod proposal;
pub mod recognition;
pub mod reminder;

pub use achievements::{COLLECTIVE_REPORT, HOUSEHOLD_REPORT, INDIVIDUAL_REPORT, THEMATIC_REPORT};
pub use amendment::{CORRECTION, REVOCATION};
pub use award_decision::AWARD_DECISION;
pub use cluster::CLUSTER_MINUTES;
pub use invitation::INVITATION;
pub use minutes::MINUTES;
pub use notice::NOTICE;
pub use plan::PLAN;
pub use proposal::{PROPOSAL, PROPOSAL_ABOVE};
pub use recognition::{RECOGNITION_PROPOSAL, RECOGNITION_RESULTS};
pub use reminder::REMINDER;

/// Every sort, in the order of its list.
pub const ALL: &[&Sort] = &[
    &INVITATION,
    &MINUTES,
    &PROPOSAL,
    &PROPOSAL_ABOVE,
    &AWARD_DECISION,
    &CORRECTION,
    &REVOCATION,
    &NOTICE,
    &REMINDER,
    &PLAN,
    &COLLECTIVE_REPORT,
    &INDIVIDUAL_REPORT,
    &HOUSEHOLD_REPORT,
    &THEMATIC_REPORT,
    &RECOGNITION_PROPOSAL,
    &RECOGNITION_RESULTS,
    &CLUSTER_MINUTES,
];

/// The values of an invented case, by which a template is tried.
pub fn sample(sort: &Sort) -> Values {
    match sort.code {
        code if code == AWARD_DECISION.code => award_decision::sample(),
        code if code == CORRECTION.code => amendment::sample_correction(),
        code if code == REVOCATION.code => amendment::sample_revocation(),
        code if code == INVITATION.code => invitation::sample(),
        code if code == MINUTES.code => minutes::sample(),
        code if code == CLUSTER_MINUTES.code => cluster::sample(),
        code if code == PROPOSAL.code => proposal::sample(),
        code if code == PROPOSAL_ABOVE.code => proposal::sample_above(),
        code if code == NOTICE.code => notice::sample(),
        code if code == REMINDER.code => reminder::sample(),
        code if code == PLAN.code => plan::sample(),
        code if code == COLLECTIVE_REPORT.code => achievements::sample_collective(),
        code if code == INDIVIDUAL_REPORT.code => achievements::sample_individual(),
        code if code == HOUSEHOLD_REPORT.code => achievements::sample_household(),
        code if code == THEMATIC_REPORT.code => achievements::sample_thematic(),
        code if code == RECOGNITION_PROPOSAL.code => recognition::sample(),
        code if code == RECOGNITION_RESULTS.code => recognition::sample(),
        _ => Values::new(),
    }
}

/// The sort of a code, as it stands in an address.
pub fn find(code: &str) -> Option<&'static Sort> {
    ALL.iter().copied().find(|sort| sort.code == code)
}

/// What every sample says of the office.
fn office() -> Values {
    Values::new()
        .text("cơ quan", "Ủy ban nhân dân xã Tơ Tung")
        .text("xã", "xã Tơ Tung")
        .text("người quyết định", "Chủ tịch Ủy ban nhân dân xã Tơ Tung")
        .text("nơi ban hành", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .text("cơ quan cấp trên", "Ủy ban nhân dân xã Tơ Tung")
        .text("địa danh", "Tơ Tung")
        .text("tên phong trào", "Tơ Tung chung sức xây dựng nông thôn mới")
        .text("năm", "2023")
        .text("người ký", "Hà Minh Khôi")
}

/// A member of the sample council.
fn member(name: &str, post: &str, part: &str) -> Values {
    Values::new().text("họ tên", name).text("chức vụ", post).text("vai trò", part)
}

/// The members of the sample council.
fn members() -> [Values; 4] {
    [
        member("Hà Minh Khôi", "Chủ tịch Ủy ban nhân dân xã", "Chủ tịch Hội đồng"),
        member("Đinh Thị Blưn", "Công chức Văn phòng - Thống kê", "Thư ký Hội đồng"),
        member("Phan Quế Chi", "Phó Chủ tịch Ủy ban nhân dân xã", "Ủy viên"),
        member("Đinh Hlưi", "Chủ tịch Hội Nông dân xã", "Ủy viên"),
    ]
}
