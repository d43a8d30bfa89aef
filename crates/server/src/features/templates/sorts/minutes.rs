//! Biên bản họp Hội đồng: who was there, how each dossier was voted on, what came of it.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Biên bản họp Hội đồng.
pub const MINUTES: Sort = Sort { code: "bien-ban-hop", kind: "Biên bản", fields: FIELDS };

const PRESENT: &[Field] = &[Field::text("họ tên"), Field::text("chức vụ"), Field::text("vai trò")];

const ABSENT: &[Field] = &[Field::text("họ tên"), Field::text("chức vụ"), Field::text("lý do")];

const DOSSIER: &[Field] = &[
    Field::text("đối tượng"),
    Field::text("hình thức khen thưởng"),
    Field::text("số tán thành"),
    Field::text("số không tán thành"),
    Field::text("số ý kiến khác"),
    Field::text("số không hợp lệ"),
    Field::text("số không bỏ phiếu"),
    Field::text("tỷ lệ"),
    // “từ 70%”, by the rule of this dossier.
    Field::text("tỷ lệ cần đạt"),
    Field::text("kết quả"),
];

const OPINION: &[Field] = &[
    Field::text("đối tượng"),
    Field::text("cơ quan"),
    Field::text("trả lời"),
    // Empty where nobody answered.
    Field::text("ngày trả lời"),
    Field::text("nội dung trả lời"),
];

const CONSULTATION: &[Field] = &[
    Field::text("danh sách"),
    Field::text("từ ngày"),
    Field::text("đến ngày"),
    Field::text("số ý kiến"),
    Field::text("số đã trả lời"),
];

const KEPT_OUT: &[Field] = &[Field::text("họ tên"), Field::text("đối tượng"), Field::text("lý do")];
const OWN_RULE: &[Field] = &[
    Field::text("đối tượng"),
    Field::text("hình thức khen thưởng"),
    Field::text("tỷ lệ tham gia"),
    Field::text("tỷ lệ tán thành"),
    Field::text("văn bản"),
];
const REASONED: &[Field] = &[Field::text("đối tượng"), Field::text("lý do")];

const FIELDS: &[Field] = fields![
    Field::text("tên Hội đồng"),
    Field::text("giờ bắt đầu"),
    Field::text("ngày họp"),
    Field::text("địa điểm"),
    Field::text("chủ tọa"),
    Field::text("chức vụ chủ tọa"),
    Field::text("thư ký"),
    Field::text("chức vụ thư ký"),
    Field::text("số thành viên"),
    Field::text("số có mặt"),
    Field::text("số vắng"),
    Field::rows("có mặt", PRESENT),
    Field::rows("vắng mặt", ABSENT),
    Field::text("điều kiện họp"),
    Field::text("điều kiện thông qua"),
    Field::text("văn bản quy định biểu quyết"),
    // Dossiers for whose award the law sets shares of its own.
    Field::rows("hồ sơ có tỷ lệ riêng", OWN_RULE),
    Field::text("cách biểu quyết"),
    Field::rows("người không tham gia", KEPT_OUT),
    // Names, when absent members voted in writing.
    Field::text("biểu quyết bằng văn bản"),
    Field::text("số hồ sơ"),
    Field::rows("hồ sơ", DOSSIER),
    Field::rows("hồ sơ xét theo lý do", REASONED),
    // What offices were asked about the dossiers, and what the people were asked.
    Field::rows("ý kiến các cơ quan", OPINION),
    Field::rows("lấy ý kiến nhân dân", CONSULTATION),
    // A line for each opinion.
    Field::text("ý kiến"),
    Field::text("số hồ sơ thông qua"),
    Field::text("số hồ sơ không thông qua"),
    Field::flag("có hồ sơ thông qua"),
    Field::flag("có hồ sơ không thông qua"),
    Field::text("giờ kết thúc"),
];

/// A sitting that never was.
pub fn sample() -> Values {
    let dossier = |who: &str, award: &str, votes: [&str; 4], share: &str, result: &str| {
        let [yes, no, neither, none] = votes;
        Values::new()
            .text("đối tượng", who)
            .text("hình thức khen thưởng", award)
            .text("số tán thành", yes)
            .text("số không tán thành", no)
            .text("số ý kiến khác", neither)
            .text("số không hợp lệ", "00")
            .text("số không bỏ phiếu", none)
            .text("tỷ lệ", share)
            .text("tỷ lệ cần đạt", "từ 70%")
            .text("kết quả", result)
    };
    let [chair, secretary, member, absent] = super::members();
    let award = "Giấy khen của Chủ tịch Ủy ban nhân dân xã";
    super::office()
        .text("tên Hội đồng", "Hội đồng Thi đua - Khen thưởng xã Tơ Tung")
        .text("giờ bắt đầu", "08 giờ 00 phút")
        .text("ngày họp", "ngày 21 tháng 12 năm 2023")
        .text("địa điểm", "Phòng họp Ủy ban nhân dân xã")
        .text("chủ tọa", "Hà Minh Khôi")
        .text("chức vụ chủ tọa", "Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng")
        .text("thư ký", "Đinh Thị Blưn")
        .text("chức vụ thư ký", "Công chức Văn phòng - Thống kê, Thư ký Hội đồng")
        .text("số thành viên", "04")
        .text("số có mặt", "03")
        .text("số vắng", "01")
        .rows("có mặt", [chair, secretary, member])
        .rows("vắng mặt", [absent.text("lý do", "đi công tác")])
        .text("điều kiện họp", "ít nhất 2/3 tổng số thành viên dự họp")
        .text("điều kiện thông qua", "số phiếu tán thành đạt ít nhất 70% tổng số thành viên")
        .text("văn bản quy định biểu quyết", "Quyết định 38/QĐ-UBND")
        .rows("hồ sơ có tỷ lệ riêng", [])
        .text("cách biểu quyết", "bỏ phiếu kín")
        .rows(
            "người không tham gia",
            [Values::new()
                .text("họ tên", "Đinh Thị Blưn")
                .text("đối tượng", "Đinh Hrưn")
                .text("lý do", "người trong gia đình")],
        )
        .text("biểu quyết bằng văn bản", "")
        .text("số hồ sơ", "02")
        .rows(
            "hồ sơ",
            [
                dossier("Làng Sơ Tor", award, ["03", "00", "00", "00"], "75%", "Thông qua"),
                dossier("Đinh Hrưn", award, ["01", "01", "00", "00"], "25%", "Không thông qua"),
            ],
        )
        .rows(
            "hồ sơ xét theo lý do",
            [Values::new()
                .text("đối tượng", "Đinh Hrưn")
                .text("lý do", "việc làm nổi bật, được nhân dân làng ghi nhận")],
        )
        .rows(
            "ý kiến các cơ quan",
            [
                Values::new()
                    .text("đối tượng", "Làng Sơ Tor")
                    .text("cơ quan", "Cán bộ phụ trách tiêu chí (Phan Quế Chi)")
                    .text("trả lời", "đồng ý")
                    .text("ngày trả lời", "18/12/2023")
                    .text("nội dung trả lời", ""),
                Values::new()
                    .text("đối tượng", "Đinh Hrưn")
                    .text("cơ quan", "Cán bộ phụ trách tiêu chí (Đinh Hlưi)")
                    .text("trả lời", "không đồng ý")
                    .text("ngày trả lời", "19/12/2023")
                    .text("nội dung trả lời", "chưa có xác nhận của làng về số ngày công"),
            ],
        )
        .rows(
            "lấy ý kiến nhân dân",
            [Values::new()
                .text("danh sách", "khen thưởng năm 2023")
                .text("từ ngày", "11/12/2023")
                .text("đến ngày", "17/12/2023")
                .text("số ý kiến", "03")
                .text("số đã trả lời", "03")],
        )
        .text("ý kiến", "Hồ sơ thứ hai chưa nêu rõ thành tích trong năm.")
        .text("số hồ sơ thông qua", "01")
        .text("số hồ sơ không thông qua", "01")
        .flag("có hồ sơ thông qua", true)
        .flag("có hồ sơ không thông qua", true)
        .text("giờ kết thúc", "10 giờ 30 phút")
}
