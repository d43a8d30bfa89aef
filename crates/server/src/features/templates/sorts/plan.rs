//! Kế hoạch tổ chức phong trào: next year's plan, which starts from this year's movement.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Kế hoạch tổ chức phong trào thi đua.
pub const PLAN: Sort = Sort { code: "ke-hoach-phong-trao", kind: "Kế hoạch", fields: FIELDS };

/// Of each the officer types lines.
const FIELDS: &[Field] = fields![
    Field::text("năm kế hoạch"),
    Field::text("căn cứ"),
    Field::text("mục đích"),
    Field::text("đối tượng"),
    Field::text("chỉ tiêu"),
    Field::text("hình thức khen thưởng"),
    Field::text("tiến độ"),
    Field::text("phân công"),
    Field::text("kinh phí"),
    Field::text("chế độ báo cáo"),
];

/// A plan of an invented year.
pub fn sample() -> Values {
    super::office()
        .text("nơi ban hành", "Ủy ban nhân dân xã Tơ Tung")
        .text("cơ quan cấp trên", "")
        .text("năm kế hoạch", "2024")
        .text("căn cứ", "Căn cứ Luật Thi đua, khen thưởng\nCăn cứ Nghị định số 98/2023/NĐ-CP")
        .text(
            "mục đích",
            "Huy động sức dân và các nguồn lực để xây dựng nông thôn mới.\n\
             Khen đúng người, đúng việc, kịp thời.",
        )
        .text("đối tượng", "Các làng\nTập thể, hộ gia đình, cá nhân trên địa bàn xã")
        .text(
            "chỉ tiêu",
            "Làng Leng đạt chuẩn làng nông thôn mới, hoàn thành trước ngày 31/12/2024",
        )
        .text("hình thức khen thưởng", "Giấy khen của Chủ tịch Ủy ban nhân dân xã")
        .text("tiến độ", "Từ ngày 01/01/2024 đến ngày 31/3/2024: phát động, đăng ký thi đua")
        .text(
            "phân công",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tơ Tung: vận động Nhân dân tham gia",
        )
        .text("kinh phí", "Quỹ thi đua, khen thưởng của xã")
        .text("chế độ báo cáo", "Báo cáo 6 tháng và hằng năm gửi Ủy ban nhân dân xã Tơ Tung")
}
