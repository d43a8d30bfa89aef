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

const FIELDS: &[Field] = &[
    Field::text("trích yếu"),
    Field::text("căn cứ"),
    Field::text("nơi nhận"),
    Field::text("hình thức khen"),
    Field::text("người quyết định"),
    Field::text("cơ quan"),
    Field::text("xã"),
    Field::text("số lượng đối tượng"),
    Field::text("các loại đối tượng"),
    Field::text("tên phong trào"),
    Field::text("năm"),
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
    let law = ["Căn cứ Luật số 06/2022/QH15", "Căn cứ Nghị định số 98/2023/NĐ-CP"];
    let law = law.map(|name| Values::new().text("văn bản", name));
    Values::new()
        .text("trích yếu", "")
        .text("căn cứ", "")
        .text("nơi nhận", "")
        .text("hình thức khen", "Giấy khen")
        .text("người quyết định", "Chủ tịch Ủy ban nhân dân xã Suối Mơ")
        .text("cơ quan", "Ủy ban nhân dân xã Suối Mơ")
        .text("xã", "xã Suối Mơ")
        .text("số lượng đối tượng", "01 tập thể và 01 cá nhân")
        .text("các loại đối tượng", "tập thể, cá nhân")
        .text("tên phong trào", "Chung sức xây dựng nông thôn mới")
        .text("năm", "2025")
        .text("ngày họp", "ngày 12 tháng 12 năm 2025")
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã")
        .rows("căn cứ pháp luật", law)
        .text("nguồn kinh phí", "Quỹ thi đua, khen thưởng của xã")
        .text("tổng tiền thưởng", "2.000.000")
        .text("tổng tiền bằng chữ", "Hai triệu đồng")
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
    let road = "Đã có thành tích trong phong trào làm đường liên thôn năm 2025";
    let land = "Đã có thành tích vận động hiến đất làm đường năm 2025";
    [
        line("01", "Nhân dân và cán bộ thôn Mới", "Xã Suối Mơ", road, "1.500.000"),
        line("02", "Bà Trần Thị Mẫu", "Thôn Mới, xã Suối Mơ", land, "500.000"),
    ]
}
