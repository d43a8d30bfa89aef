//! The decision that awards, with its list (quyết định khen thưởng).

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// The decision that awards.
pub const AWARD_DECISION: Sort =
    Sort { code: "quyet-dinh-khen-thuong", kind: "Quyết định", fields: FIELDS };

/// A line of the list.
const AWARDED: &[Field] = &[
    Field::text("số sổ vàng"),
    Field::text("tên được khen"),
    Field::text("chức vụ địa chỉ"),
    Field::text("thành tích"),
    Field::text("tiền thưởng"),
];

const FIELDS: &[Field] = fields![
    // What the secretary typed; empty before, and then the template proposes.
    Field::text("trích yếu"),
    Field::text("căn cứ"),
    Field::text("nơi nhận"),
    Field::text("hình thức khen"),
    Field::text("số lượng đối tượng"),
    Field::text("các loại đối tượng"),
    // “trong Phong trào thi đua “…””, or what a round outside a movement commends.
    Field::text("dịp khen"),
    Field::text("ngày họp"),
    Field::text("tên Hội đồng"),
    Field::rows("căn cứ pháp luật", &[Field::text("văn bản")]),
    Field::text("nguồn kinh phí"),
    Field::text("tổng tiền thưởng"),
    Field::text("tổng tiền bằng chữ"),
    Field::text("số chưa rõ mức thưởng"),
    Field::rows("danh sách", AWARDED),
    Field::text("khóa công khai"),
];

/// A decision that nobody took, on people whom there are not.
pub fn sample() -> Values {
    let law = ["Căn cứ Luật Thi đua, khen thưởng", "Căn cứ Nghị định số 91/2017/NĐ-CP"];
    let law = law.map(|name| Values::new().text("văn bản", name));
    super::office()
        .text("trích yếu", "")
        .text("căn cứ", "")
        .text("nơi nhận", "")
        .text("hình thức khen", "Giấy khen")
        .text("số lượng đối tượng", "01 tập thể và 01 cá nhân")
        .text("các loại đối tượng", "tập thể, cá nhân")
        .text("dịp khen", "trong Phong trào thi đua “Tơ Tung chung sức xây dựng nông thôn mới”")
        .text("ngày họp", "ngày 21 tháng 12 năm 2023")
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .rows("căn cứ pháp luật", law)
        .text("nguồn kinh phí", "Quỹ thi đua, khen thưởng của xã")
        .text("tổng tiền thưởng", "810.000")
        .text("tổng tiền bằng chữ", "Tám trăm mười nghìn đồng")
        .text("số chưa rõ mức thưởng", "")
        .rows("danh sách", sample_list())
        .text("khóa công khai", "MFRG GZDF MZTW Q2LK")
}

fn sample_list() -> [Values; 2] {
    let line = |seq: &str, name: &str, address: &str, achievement: &str, reward: &str| {
        Values::new()
            .text("số sổ vàng", seq)
            .text("tên được khen", name)
            .text("chức vụ địa chỉ", address)
            .text("thành tích", achievement)
            .text("tiền thưởng", reward)
    };
    let road = "Đã có thành tích trong phong trào làm đường làng năm 2023";
    let land = "Đã có thành tích vận động hiến đất làm đường năm 2023";
    [
        line("01", "Nhân dân và cán bộ làng Sơ Tor", "Xã Tơ Tung", road, "540.000"),
        line("02", "Bà Trần Thị Mẫu", "Làng Sơ Tor, xã Tơ Tung", land, "270.000"),
    ]
}
