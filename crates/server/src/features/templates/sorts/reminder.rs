//! Công văn đôn đốc: villages and bodies are reminded of what they owe a movement.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Công văn đôn đốc.
pub const REMINDER: Sort = Sort { code: "cong-van-don-doc", kind: "Công văn", fields: FIELDS };

const ADDRESSEE: &[Field] = &[Field::text("tên")];

const DUTY: &[Field] = &[Field::text("nơi thực hiện"), Field::text("nhiệm vụ"), Field::text("hạn")];

const VILLAGE: &[Field] =
    &[Field::text("làng"), Field::text("tổng số chỉ tiêu"), Field::text("số chỉ tiêu còn thiếu")];

const FIELDS: &[Field] = fields![
    Field::rows("kính gửi", ADDRESSEE),
    // “Kế hoạch số 87/KH-UBND ngày 02 tháng 11 năm 2022”.
    Field::text("kế hoạch"),
    Field::text("ngày tính"),
    Field::rows("nhiệm vụ quá hạn", DUTY),
    Field::text("tên bộ tiêu chí"),
    Field::rows("làng còn thiếu", VILLAGE),
    Field::text("thời hạn"),
    Field::text("ý kiến"),
];

/// A movement that never was.
pub fn sample() -> Values {
    let to = |name: &str| Values::new().text("tên", name);
    let village = |name: &str, missing: &str| {
        let row = Values::new().text("làng", name).text("tổng số chỉ tiêu", "19");
        row.text("số chỉ tiêu còn thiếu", missing)
    };
    let duty = Values::new()
        .text("nơi thực hiện", "Trung tâm Văn hóa xã Tơ Tung")
        .text("nhiệm vụ", "Mở chuyên mục người tốt, việc tốt trên loa xã")
        .text("hạn", "30/11/2023");
    super::office()
        .text("nơi ban hành", "Ủy ban nhân dân xã Tơ Tung")
        .text("cơ quan cấp trên", "")
        .rows("kính gửi", [to("Trung tâm Văn hóa xã Tơ Tung"), to("Làng Sơ Tor"), to("Làng Leng")])
        .text("kế hoạch", "Kế hoạch số 87/KH-UBND ngày 02 tháng 11 năm 2022")
        .text("ngày tính", "ngày 20 tháng 12 năm 2023")
        .rows("nhiệm vụ quá hạn", [duty])
        .text("tên bộ tiêu chí", "Bộ tiêu chí làng nông thôn mới")
        .rows("làng còn thiếu", [village("Sơ Tor", "02"), village("Leng", "11")])
        .text("thời hạn", "ngày 27 tháng 12 năm 2023")
        .text("ý kiến", "Nơi nào gặp khó khăn thì báo cáo ngay để được hướng dẫn.")
}
