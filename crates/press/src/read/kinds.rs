//! The types of documents and how their lines of type are written.

use super::script::Piece;

/// A type and the abbreviation of its symbol. Administrative types: Nghị định 30/2020/NĐ-CP, Điều 7 and
/// Phụ lục III; below them legal documents and those of the Party, which officials cite every day.
/// Longer names stand before shorter ones that they start with.
const KINDS: &[(&str, &str)] = &[
    ("Nghị quyết liên tịch", "NQLT"),
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
    ("Thông báo kết luận", ""),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình hành động", "CTrHĐ"),
    ("Chương trình công tác", ""),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    // Two that the decree does not list and offices number like the others.
    ("Giấy phép", "GP"),
    ("Giấy chứng nhận", "GCN"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
    ("Phiếu trình", ""),
    ("Giấy xác nhận", ""),
    ("Thư mời", ""),
    ("Thư công", ""),
    ("Công văn", ""),
    ("Bộ luật", ""),
    ("Luật", ""),
    ("Pháp lệnh", ""),
    ("Lệnh", ""),
    ("Nghị định", "NĐ"),
    ("Thông tư liên tịch", "TTLT"),
    ("Thông tư", "TT"),
    ("Thông tri", ""),
    ("Kết luận", "KL"),
    ("Quy trình", ""),
    ("Quy chuẩn", ""),
    ("Điều lệ", ""),
    ("Văn bản hợp nhất", "VBHN"),
    ("Văn bản", ""),
];

/// The type that stands alone in a line: `KẾ HOẠCH`.
pub(super) fn named(line: Piece<'_>) -> Option<&'static str> {
    let line = line.trim(".-*");
    (line.len() < 30 && line.is_capitals()).then(|| exactly(line))?
}

/// The type in capitals that a line starts with where its title goes on in it, and how many characters
/// the type takes: `KẾ HOẠCH Tổ chức phong trào …`
pub(super) fn leading(line: Piece<'_>) -> Option<(&'static str, usize)> {
    let (name, len) = KINDS.iter().find_map(|(name, _)| {
        let len = name.chars().count();
        line.plain().starts_with(&plain(name)).then_some((*name, len))
    })?;
    let written = line.to(len);
    let alone = line.plain()[len..].starts_with(' ');
    (written.is_capitals() && alone).then_some((name, len))
}

/// Whether a line begins with the name of a type.
pub(super) fn begins(line: Piece<'_>) -> bool {
    KINDS.iter().any(|(name, _)| line.plain().starts_with(&plain(name)))
}

/// The type of exactly these words.
pub(super) fn exactly(words: Piece<'_>) -> Option<&'static str> {
    KINDS.iter().map(|(name, _)| *name).find(|name| plain(name) == words.plain())
}

/// The type that a symbol such as `KH-UBND` or `NĐ-CP` tells.
pub(super) fn of_symbol(symbol: &str) -> Option<&'static str> {
    let mut groups = symbol.split(['-', '/']).filter(|group| !group.is_empty());
    groups.find_map(|group| KINDS.iter().find(|(_, short)| *short == group).map(|(name, _)| *name))
}

/// All names in plain form for a pattern, longer ones first.
pub(super) fn alternatives() -> String {
    KINDS.iter().map(|(name, _)| plain(name)).collect::<Vec<_>>().join("|")
}

/// The name as the law writes it, of a name in plain form.
pub(super) fn written(plain_name: &str) -> Option<&'static str> {
    KINDS.iter().map(|(name, _)| *name).find(|name| plain(name) == plain_name)
}

fn plain(name: &str) -> String {
    chungsuc_domain::text::fold(name)
}
