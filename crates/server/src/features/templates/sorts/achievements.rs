//! Báo cáo thành tích: what a nominee has done and why an award is asked for. A collective, a person
//! and a household each have their own words; the thematic form is for any of them, about what was
//! done in one movement.

use chungsuc_press::template::{Field, Values};

use crate::features::templates::Sort;

/// The form's own name, printed in the middle of the page.
const KIND: &str = "Báo cáo thành tích";

/// Of a collective: a body, a village, the commune.
pub const COLLECTIVE_REPORT: Sort =
    Sort { code: "bao-cao-thanh-tich-tap-the", kind: KIND, fields: FIELDS };
/// Of a person.
pub const INDIVIDUAL_REPORT: Sort =
    Sort { code: "bao-cao-thanh-tich-ca-nhan", kind: KIND, fields: FIELDS };
/// Of a household.
pub const HOUSEHOLD_REPORT: Sort =
    Sort { code: "bao-cao-thanh-tich-ho-gia-dinh", kind: KIND, fields: FIELDS };
/// Of anybody, about what was done in one movement.
pub const THEMATIC_REPORT: Sort =
    Sort { code: "bao-cao-thanh-tich-chuyen-de", kind: KIND, fields: FIELDS };

/// Something that was awarded before.
const RECEIVED: &[Field] =
    &[Field::text("năm nhận"), Field::text("danh hiệu hình thức"), Field::text("quyết định")];

const FIELDS: &[Field] = fields![
    // Whether a collective writes; a person or a household otherwise.
    Field::flag("tập thể"),
    Field::text("hình thức khen"),
    Field::text("người viết"),
    Field::text("chức vụ địa chỉ"),
    // Typed, a line for each matter.
    Field::text("sơ lược"),
    Field::text("thành tích"),
    // From the books of the commune, a line for each matter.
    Field::text("số liệu"),
    Field::text("ngày tính"),
    Field::rows("khen thưởng đã nhận", RECEIVED),
    Field::text("khen thưởng khác"),
    // Whether who writes has an office with a book of numbers.
    Field::flag("có văn thư"),
];

/// Whether papers of a sort are written by persons, who have no letterhead.
pub fn is_of_person(sort: &Sort) -> bool {
    [INDIVIDUAL_REPORT.code, HOUSEHOLD_REPORT.code].contains(&sort.code)
}

/// Whether a sort is a report of achievements.
pub fn is_report(sort: &Sort) -> bool {
    sort.kind == KIND
}

/// A village that never was commended.
pub fn sample_collective() -> Values {
    common("Giấy khen của Chủ tịch Ủy ban nhân dân xã", "Nhân dân và cán bộ làng Sơ Tor")
        .flag("tập thể", true)
        .text("nơi ban hành", "Làng Sơ Tor")
        .text("chức vụ địa chỉ", "Xã Tơ Tung")
        .text(
            "sơ lược",
            "Làng Sơ Tor có 112 hộ, phần lớn là người Bahnar, sống bằng trồng mía, sắn và chăn \
             nuôi.\nLàng có nhà rông, sân bóng và một tuyến đường chính dài 1,2 km.",
        )
        .text(
            "thành tích",
            "Trong năm, dân làng bàn và làm xong đường ra giọt nước, giữ nếp tổng vệ sinh chiều \
             thứ sáu; không có việc tranh chấp phải đưa lên xã.",
        )
        .text(
            "số liệu",
            "Đã góp cho các việc chung của làng: 312 ngày công; 42.400.000 đồng; 285 m² đất\n\
             Đạt 18/19 tiêu chí của Bộ tiêu chí làng nông thôn mới theo số liệu đã được chấp \
             thuận",
        )
        .rows("khen thưởng đã nhận", [received()])
}

/// A person whom there is not.
pub fn sample_individual() -> Values {
    common("Giấy khen của Chủ tịch Ủy ban nhân dân xã", "bà Trần Thị Mẫu")
        .text("chức vụ địa chỉ", "Làng Sơ Tor, xã Tơ Tung")
        .text(
            "sơ lược",
            "Họ và tên: Trần Thị Mẫu\nNăm sinh: 1980\nGiới tính: nữ\n\
             Nơi ở: làng Sơ Tor, xã Tơ Tung\nNghề nghiệp, chức vụ: Chi hội trưởng Phụ nữ làng",
        )
        .text(
            "thành tích",
            "Đến từng nhà bàn việc làm đường, được 129 trên 148 hộ đồng ý.\n\
             Dạy dệt thổ cẩm cho mười hai chị em trong làng.",
        )
        .text("số liệu", "Đã góp trong phong trào: 12 ngày công; 210 m² đất")
        .rows("khen thưởng đã nhận", [received()])
}

/// A household that there is not.
pub fn sample_household() -> Values {
    common("Giấy khen của Chủ tịch Ủy ban nhân dân xã", "hộ gia đình ông Lê Văn Mẫu")
        .text("chức vụ địa chỉ", "Làng Leng, xã Tơ Tung")
        .text(
            "sơ lược",
            "Chủ hộ: Lê Văn Mẫu\nNơi ở: làng Leng, xã Tơ Tung\nSố nhân khẩu: 5\n\
             Gia đình trồng mía, nuôi bò sinh sản.",
        )
        .text(
            "thành tích",
            "Hiến đất để làng dựng nhà rông; cho ba hộ khó khăn mượn bò giống.\n\
             Nhà cửa, vườn rào gọn sạch; con cháu đều đi học.",
        )
        .text("số liệu", "Đã góp trong phong trào: 420 m² đất")
        .rows("khen thưởng đã nhận", [])
}

/// A body that there is not, in a movement.
pub fn sample_thematic() -> Values {
    common("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Hội Làm vườn xã Tơ Tung")
        .flag("tập thể", true)
        .flag("có văn thư", true)
        .text("nơi ban hành", "Hội Làm vườn xã Tơ Tung")
        .text("chức vụ địa chỉ", "")
        .text("sơ lược", "Hội có 9 chi hội ở chín làng với 214 hội viên.")
        .text(
            "thành tích",
            "Vận động hội viên làm 41 nhà tiêu hợp vệ sinh ở bốn làng; mỗi chi hội có một vườn \
             mẫu để bà con đến xem, học làm theo.",
        )
        .text(
            "số liệu",
            "Đăng ký ngày 16/11/2022: mỗi làng một vườn mẫu, hạn đến ngày 31/12/2025\n\
             Đã hoàn thành 2/2 nhiệm vụ được giao trong kế hoạch của phong trào\n\
             Đã góp trong phong trào: 22 ngày công",
        )
        .rows("khen thưởng đã nhận", [])
}

fn common(award: &str, who: &str) -> Values {
    super::office()
        .text("nơi ban hành", who)
        .text("cơ quan cấp trên", "Ủy ban nhân dân xã Tơ Tung")
        .text("người ký", "Nguyễn Văn Mẫu")
        .flag("tập thể", false)
        .flag("có văn thư", false)
        .text("hình thức khen", award)
        .text("người viết", who)
        .text("ngày tính", "ngày 11 tháng 12 năm 2023")
        .text("khen thưởng khác", "")
}

fn received() -> Values {
    Values::new()
        .text("năm nhận", "2022")
        .text("danh hiệu hình thức", "Giấy khen của Chủ tịch Ủy ban nhân dân xã")
        .text(
            "quyết định",
            "Quyết định số 312/QĐ-UBND ngày 27 tháng 12 năm 2022 của Chủ tịch Ủy ban nhân dân xã \
             Tơ Tung",
        )
}
