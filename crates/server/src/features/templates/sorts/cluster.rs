//! Biên bản bình xét của cụm, khối thi đua: who stands where, by which points, and who leads.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// Biên bản bình xét của cụm, khối thi đua.
pub const CLUSTER_MINUTES: Sort =
    Sort { code: "bien-ban-cum-khoi", kind: "Biên bản", fields: FIELDS };

const STANDING: &[Field] = &[
    Field::text("thứ hạng"),
    Field::text("tên thành viên"),
    Field::text("tổng điểm"),
    // By which content it stands before or behind one of the same sum; that it leads.
    Field::text("ghi chú"),
];

const POINTS: &[Field] = &[
    Field::text("tên thành viên"),
    Field::text("nội dung chấm"),
    Field::text("điểm tối đa"),
    Field::text("tự chấm"),
    Field::text("thành viên khác chấm"),
    Field::text("điểm tính"),
];

const SETTLED: &[Field] = &[Field::text("tên thành viên"), Field::text("lý do")];

const FIELDS: &[Field] = fields![
    Field::text("tên khối"),
    Field::text("văn bản quy chế"),
    Field::text("ngày chốt"),
    Field::text("giờ bắt đầu"),
    Field::text("giờ kết thúc"),
    Field::text("địa điểm"),
    Field::text("chủ tọa"),
    Field::text("thư ký"),
    Field::text("số thành viên"),
    Field::text("các thành viên"),
    // Empty where members do not score each other.
    Field::text("số người chấm"),
    Field::rows("điều chỉnh", SETTLED),
    // A line for each opinion.
    Field::text("ý kiến"),
    Field::rows("thứ hạng các thành viên", STANDING),
    Field::rows("điểm chi tiết", POINTS),
    Field::text("dẫn đầu"),
    // Only where a person chose among equals.
    Field::text("lý do dẫn đầu"),
];

/// A cluster that never was.
pub fn sample() -> Values {
    let standing = |place: &str, who: &str, total: &str, note: &str| {
        Values::new()
            .text("thứ hạng", place)
            .text("tên thành viên", who)
            .text("tổng điểm", total)
            .text("ghi chú", note)
    };
    let points = |who: &str, content: &str, [most, own, others, counts]: [&str; 4]| {
        Values::new()
            .text("tên thành viên", who)
            .text("nội dung chấm", content)
            .text("điểm tối đa", most)
            .text("tự chấm", own)
            .text("thành viên khác chấm", others)
            .text("điểm tính", counts)
    };
    let (roads, clean) = ("Làm đường làng, ngõ xóm", "Giữ vệ sinh môi trường");
    super::office()
        .text("nơi ban hành", "Khối thi đua các làng")
        .text("tên khối", "Khối thi đua các làng")
        .text("văn bản quy chế", "Quy chế 02/QC-KTĐ ngày 15/02/2023")
        .text("ngày chốt", "ngày 18 tháng 12 năm 2023")
        .text("giờ bắt đầu", "14 giờ 00 phút")
        .text("giờ kết thúc", "16 giờ 00 phút")
        .text("địa điểm", "Hội trường xã")
        .text("chủ tọa", "Đinh Hlưi")
        .text("thư ký", "Đinh Thị Blưn")
        .text("số thành viên", "02")
        .text("các thành viên", "Làng Sơ Tor, Làng Leng")
        .text("số người chấm", "01")
        .rows(
            "điều chỉnh",
            [Values::new()
                .text("tên thành viên", "Làng Leng")
                .text("lý do", "đã xem lại biên bản nghiệm thu tuyến đường")],
        )
        .text("ý kiến", "Đề nghị năm sau thêm nội dung trồng cây.")
        .rows(
            "thứ hạng các thành viên",
            [standing("1", "Làng Sơ Tor", "92,5", "dẫn đầu"), standing("2", "Làng Leng", "88", "")],
        )
        .rows(
            "điểm chi tiết",
            [
                points("Làng Sơ Tor", roads, ["60", "58", "57,5", "57,5"]),
                points("Làng Sơ Tor", clean, ["40", "36", "35", "35"]),
                points("Làng Leng", roads, ["60", "60", "50", "54 *"]),
                points("Làng Leng", clean, ["40", "35", "34", "34"]),
            ],
        )
        .text("dẫn đầu", "Làng Sơ Tor")
        .text("lý do dẫn đầu", "")
}
