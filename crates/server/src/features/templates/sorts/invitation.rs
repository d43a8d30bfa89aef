//! Giấy mời họp: the members of the council are asked to its sitting.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Giấy mời họp Hội đồng.
pub const INVITATION: Sort = Sort { code: "giay-moi-hop", kind: "Giấy mời", fields: FIELDS };

const MEMBER: &[Field] = &[Field::text("họ tên"), Field::text("chức vụ"), Field::text("vai trò")];

const FIELDS: &[Field] = fields![
    Field::text("tên Hội đồng"),
    Field::rows("thành viên", MEMBER),
    Field::text("giờ họp"),
    Field::text("ngày họp"),
    Field::text("địa điểm"),
    Field::text("chủ trì"),
    Field::text("thư ký"),
    // A line for each point.
    Field::text("nội dung"),
    Field::text("số hồ sơ"),
    Field::text("lời dặn"),
];

/// A sitting that never was.
pub fn sample() -> Values {
    super::office()
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .rows("thành viên", super::members())
        .text("giờ họp", "08 giờ 00 phút")
        .text("ngày họp", "ngày 21 tháng 12 năm 2023")
        .text("địa điểm", "Phòng họp Ủy ban nhân dân xã")
        .text("chủ trì", "Hà Minh Khôi, Chủ tịch Hội đồng")
        .text("thư ký", "Đinh Thị Blưn")
        .text("nội dung", "Nghe báo cáo kết quả phong trào;\nXem xét, biểu quyết từng hồ sơ.")
        .text("số hồ sơ", "05")
        .text("lời dặn", "Hồ sơ được gửi kèm giấy mời này.")
}
