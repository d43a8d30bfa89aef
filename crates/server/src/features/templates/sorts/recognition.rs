//! Tờ trình đề nghị công nhận and the report of results behind it: both from one dossier.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Tờ trình đề nghị công nhận.
pub const RECOGNITION_PROPOSAL: Sort =
    Sort { code: "to-trinh-cong-nhan", kind: "Tờ trình", fields: FIELDS };

/// Báo cáo kết quả thực hiện tiêu chí, with its table.
pub const RECOGNITION_RESULTS: Sort =
    Sort { code: "bao-cao-cong-nhan", kind: "Báo cáo", fields: FIELDS };

const LINE: &[Field] = &[
    Field::text("số tiêu chí"),
    Field::text("tên tiêu chí"),
    // Empty where the catalog knows no threshold.
    Field::text("mức phải đạt"),
    Field::text("kết quả thực hiện"),
    Field::text("đánh giá"),
];

const PAPER: &[Field] = &[Field::text("tên")];

const FIELDS: &[Field] = fields![
    Field::text("kính gửi"),
    // “làng Sơ Tor”.
    Field::text("đơn vị đề nghị"),
    Field::text("tên bộ tiêu chí"),
    Field::text("ngày xét"),
    Field::text("số tiêu chí đạt"),
    Field::text("tổng số tiêu chí"),
    Field::flag("đạt cả bộ"),
    Field::rows("kết quả tiêu chí", LINE),
    Field::rows("điều kiện công nhận", LINE),
    Field::rows("giấy tờ kèm theo", PAPER),
    Field::text("ý kiến"),
];

/// A village that meets an invented standard of three criteria.
pub fn sample() -> Values {
    let line = |number: &str, name: &str, wanted: &str, value: &str| {
        Values::new()
            .text("số tiêu chí", number)
            .text("tên tiêu chí", name)
            .text("mức phải đạt", wanted)
            .text("kết quả thực hiện", value)
            .text("đánh giá", "Đạt")
    };
    let paper = |name: &str| Values::new().text("tên", name);
    super::office()
        .text("nơi ban hành", "Ủy ban nhân dân xã Tơ Tung")
        .text("cơ quan cấp trên", "")
        .text("kính gửi", "Chủ tịch Ủy ban nhân dân huyện Kbang")
        .text("đơn vị đề nghị", "làng Sơ Tor")
        .text("tên bộ tiêu chí", "Bộ tiêu chí làng nông thôn mới")
        .text("ngày xét", "ngày 22 tháng 12 năm 2023")
        .text("số tiêu chí đạt", "03")
        .text("tổng số tiêu chí", "03")
        .flag("đạt cả bộ", true)
        .rows(
            "kết quả tiêu chí",
            [
                line("1", "Quy hoạch", "", ""),
                line("2", "Giao thông", "70", "2155/2970"),
                line("10", "Thu nhập", "47", "47,6"),
            ],
        )
        .rows("điều kiện công nhận", [line("", "Không có nợ đọng xây dựng cơ bản", "", "")])
        .rows(
            "giấy tờ kèm theo",
            [
                paper("Biên bản họp làng đề nghị công nhận"),
                paper("Tổng hợp ý kiến hài lòng của người dân"),
            ],
        )
        .text("ý kiến", "")
}
