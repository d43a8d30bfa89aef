//! Decisions about decisions: the revocation of commendations (thu hồi) and the correction of words
//! (đính chính).

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// The decision that takes commendations back.
pub const REVOCATION: Sort =
    Sort { code: "quyet-dinh-thu-hoi", kind: "Quyết định", fields: REVOCATION_FIELDS };

/// The decision that corrects words of a list and of certificates.
pub const CORRECTION: Sort =
    Sort { code: "quyet-dinh-dinh-chinh", kind: "Quyết định", fields: CORRECTION_FIELDS };

const REVOKED: &[Field] = &[
    Field::text("số sổ vàng"),
    Field::text("tên được khen"),
    Field::text("chức vụ địa chỉ"),
    Field::text("hình thức"),
    Field::text("tiền thưởng"),
];

const REVOCATION_FIELDS: &[Field] = fields![
    Field::rows("căn cứ pháp luật", &[Field::text("văn bản")]),
    Field::text("căn cứ thu hồi"),
    Field::text("căn cứ khác"),
    Field::text("số quyết định gốc"),
    Field::text("ngày quyết định gốc"),
    Field::text("hình thức khen"),
    Field::text("số lượng đối tượng"),
    // The ground as the catalog words it, and what was found.
    Field::text("lý do"),
    Field::text("kết luận"),
    Field::flag("thu hồi toàn bộ"),
    Field::flag("thu lại hiện vật"),
    Field::text("tổng tiền thưởng"),
    Field::text("tổng tiền bằng chữ"),
    Field::text("số chưa rõ mức thưởng"),
    Field::rows("danh sách", REVOKED),
];

const CORRECTED: &[Field] = &[
    Field::text("số sổ vàng"),
    Field::text("tên được khen"),
    Field::text("nội dung đã ghi"),
    Field::text("nội dung đính chính"),
];

const CORRECTION_FIELDS: &[Field] = fields![
    Field::rows("căn cứ pháp luật", &[Field::text("văn bản")]),
    Field::text("căn cứ khác"),
    Field::text("số quyết định gốc"),
    Field::text("ngày quyết định gốc"),
    Field::text("hình thức khen"),
    Field::text("số lượng đối tượng"),
    Field::text("kết luận"),
    Field::rows("danh sách", CORRECTED),
];

/// What both samples say of a decision that nobody took.
fn sample() -> Values {
    let law = ["Căn cứ Luật Thi đua, khen thưởng", "Căn cứ Nghị định số 98/2023/NĐ-CP"];
    let law = law.map(|name| Values::new().text("văn bản", name));
    super::office()
        .rows("căn cứ pháp luật", law)
        .text("căn cứ khác", "")
        .text("số quyết định gốc", "312/QĐ-UBND")
        .text("ngày quyết định gốc", "ngày 27 tháng 12 năm 2023")
        .text("hình thức khen", "Giấy khen")
        .text("số lượng đối tượng", "01 cá nhân")
}

/// A revocation that nobody decided.
pub fn sample_revocation() -> Values {
    let line = Values::new()
        .text("số sổ vàng", "02")
        .text("tên được khen", "Bà Trần Thị Mẫu")
        .text("chức vụ địa chỉ", "Làng Sơ Tor, xã Tơ Tung")
        .text("hình thức", "Giấy khen")
        .text("tiền thưởng", "270.000");
    sample()
        .text("căn cứ thu hồi", "Điều 93 Luật Thi đua, khen thưởng 06/2022/QH15")
        .text("lý do", "Kê khai gian dối thành tích để được khen thưởng")
        .text("kết luận", "theo Kết luận số 04/KL-UBND ngày 15 tháng 3 năm 2024")
        .flag("thu hồi toàn bộ", false)
        .flag("thu lại hiện vật", true)
        .text("tổng tiền thưởng", "270.000")
        .text("tổng tiền bằng chữ", "Hai trăm bảy mươi nghìn đồng")
        .text("số chưa rõ mức thưởng", "")
        .rows("danh sách", [line])
}

/// A correction that nobody decided.
pub fn sample_correction() -> Values {
    let line = Values::new()
        .text("số sổ vàng", "02")
        .text("tên được khen", "Bà Trần Thị Mẫu")
        .text("nội dung đã ghi", "Bà Trần Thị Mẫu")
        .text("nội dung đính chính", "Bà Trần Thị Mẩu");
    sample().text("kết luận", "ghi sai họ tên so với căn cước").rows("danh sách", [line])
}
