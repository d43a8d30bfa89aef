//! Thông báo kết quả xét khen thưởng: each who proposed hears of their own dossiers.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Thông báo kết quả xét khen thưởng.
pub const NOTICE: Sort = Sort { code: "thong-bao-ket-qua", kind: "Thông báo", fields: FIELDS };

const DOSSIER: &[Field] = &[
    Field::text("đối tượng"),
    Field::text("hình thức khen thưởng"),
    Field::text("số tán thành"),
    Field::text("tỷ lệ"),
    Field::text("tỷ lệ cần đạt"),
    // “02 đồng ý, 01 không đồng ý”; empty where no office was asked, and so for the people.
    Field::text("ý kiến các cơ quan"),
    Field::text("ý kiến nhân dân"),
    // Why it came before the council although it did not meet a condition.
    Field::text("lý do cho xét"),
    Field::text("kết quả"),
];

const FIELDS: &[Field] = fields![
    Field::text("tên Hội đồng"),
    Field::text("nơi đề nghị"),
    Field::text("ngày họp"),
    Field::text("biên bản"),
    Field::text("số hồ sơ"),
    Field::rows("hồ sơ", DOSSIER),
    Field::flag("có hồ sơ thông qua"),
    Field::flag("có hồ sơ không thông qua"),
    Field::text("ý kiến"),
];

/// A sitting that never was.
pub fn sample() -> Values {
    let dossier = |who: &str, votes: [&str; 2], heard: [&str; 2], reason: &str, result: &str| {
        Values::new()
            .text("đối tượng", who)
            .text("hình thức khen thưởng", "Giấy khen của Chủ tịch Ủy ban nhân dân xã")
            .text("số tán thành", votes[0])
            .text("tỷ lệ", votes[1])
            .text("tỷ lệ cần đạt", "từ 70%")
            .text("ý kiến các cơ quan", heard[0])
            .text("ý kiến nhân dân", heard[1])
            .text("lý do cho xét", reason)
            .text("kết quả", result)
    };
    super::office()
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .text("nơi đề nghị", "Ban Công tác Mặt trận làng Sơ Tor")
        .text("ngày họp", "ngày 21 tháng 12 năm 2023")
        .text("biên bản", "Biên bản số 03/BB-HĐTĐKT ngày 21 tháng 12 năm 2023")
        .text("số hồ sơ", "02")
        .rows(
            "hồ sơ",
            [
                dossier(
                    "Nhân dân và cán bộ làng Sơ Tor",
                    ["06/07", "85,71%"],
                    ["02 đồng ý", "03 ý kiến, đã trả lời 03"],
                    "",
                    "Thông qua",
                ),
                dossier(
                    "Ông Đinh Hrưn",
                    ["03/07", "42,86%"],
                    ["01 đồng ý, 01 không đồng ý", ""],
                    "việc làm nổi bật, được nhân dân làng ghi nhận",
                    "Không thông qua",
                ),
            ],
        )
        .flag("có hồ sơ thông qua", true)
        .flag("có hồ sơ không thông qua", true)
        .text("ý kiến", "Hồ sơ thứ hai chưa nêu rõ thành tích trong năm.")
}
