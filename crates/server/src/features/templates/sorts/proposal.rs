//! Tờ trình đề nghị khen thưởng: from what a sitting carried to the one who decides.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Tờ trình đề nghị khen thưởng.
pub const PROPOSAL: Sort =
    Sort { code: "to-trinh-khen-thuong", kind: "Tờ trình", fields: FIELDS };

/// Tờ trình of the People's Committee to the one above who decides.
pub const PROPOSAL_ABOVE: Sort =
    Sort { code: "to-trinh-cap-tren", kind: "Tờ trình", fields: FIELDS };

const BASIS: &[Field] = &[Field::text("văn bản")];

const PROPOSED: &[Field] = &[
    Field::text("đối tượng"),
    Field::text("địa chỉ"),
    Field::text("hình thức khen thưởng"),
    Field::text("thành tích"),
    Field::text("nơi đề nghị"),
    Field::text("số tán thành"),
    Field::text("tỷ lệ"),
];

const FIELDS: &[Field] = fields![
    Field::text("tên Hội đồng"),
    Field::text("kính gửi"),
    Field::rows("căn cứ pháp luật", BASIS),
    // “Biên bản số 03/BB-HĐTĐKT ngày 21 tháng 12 năm 2023”, once it is issued.
    Field::text("biên bản"),
    Field::text("ngày họp"),
    Field::text("số thành viên"),
    Field::text("số có mặt"),
    Field::text("số hồ sơ"),
    Field::text("số trường hợp"),
    // “02 tập thể, 01 hộ gia đình và 03 cá nhân”.
    Field::text("gồm"),
    Field::text("các hình thức"),
    Field::rows("danh sách", PROPOSED),
    Field::text("ý kiến"),
];

/// A list of invented people, proposed to the commune's chairman.
pub fn sample() -> Values {
    of("Giấy khen của Chủ tịch Ủy ban nhân dân xã")
}

fn of(award: &str) -> Values {
    let proposed = |who: &str, address: &str, achievement: &str, votes: &str, share: &str| {
        Values::new()
            .text("đối tượng", who)
            .text("địa chỉ", address)
            .text("hình thức khen thưởng", award)
            .text("thành tích", achievement)
            .text("nơi đề nghị", "Ban Công tác Mặt trận làng Sơ Tor")
            .text("số tán thành", votes)
            .text("tỷ lệ", share)
    };
    super::office()
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .text("kính gửi", "Chủ tịch Ủy ban nhân dân xã Tơ Tung")
        .rows(
            "căn cứ pháp luật",
            ["Căn cứ Luật Thi đua, khen thưởng", "Căn cứ Nghị định số 91/2017/NĐ-CP"]
                .map(|basis| Values::new().text("văn bản", basis)),
        )
        .text("biên bản", "Biên bản số 03/BB-HĐTĐKT ngày 21 tháng 12 năm 2023")
        .text("ngày họp", "ngày 21 tháng 12 năm 2023")
        .text("số thành viên", "07")
        .text("số có mặt", "06")
        .text("số hồ sơ", "03")
        .text("số trường hợp", "02")
        .text("gồm", "01 tập thể và 01 cá nhân")
        .text("các hình thức", award)
        .rows(
            "danh sách",
            [
                proposed(
                    "Nhân dân và cán bộ làng Sơ Tor",
                    "Xã Tơ Tung",
                    "Làm 1,2 km đường làng, góp 340 ngày công",
                    "06/07",
                    "85,71%",
                ),
                proposed(
                    "Ông Đinh Hlưi",
                    "Làng Sơ Tor, xã Tơ Tung",
                    "Hiến 60 m² đất, vận động ba hộ cùng làm",
                    "06/07",
                    "85,71%",
                ),
            ],
        )
        .text("ý kiến", "Kinh phí khen thưởng chi từ Quỹ thi đua, khen thưởng của xã.")
}

/// The same list, sent further up.
pub fn sample_above() -> Values {
    of("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh")
        .text("nơi ban hành", "Ủy ban nhân dân xã Tơ Tung")
        .text("cơ quan cấp trên", "")
        .text("kính gửi", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai")
        .text("ý kiến", "")
}
