//! Which column of an old list holds what, by its head in the usual spellings.

use std::collections::HashMap;

use chungsuc_domain::{codes, text};
use chungsuc_press::read::{Content, SheetCell};

codes! {
    /// What a column holds.
    Column {
        /// Who was commended.
        Name = "name",
        /// Person, collective, household …
        Kind = "kind",
        /// The award.
        Award = "award",
        /// Number of the decision, perhaps with its day.
        Number = "number",
        /// Day or year of the decision.
        Day = "day",
        /// Who gave it.
        Issuer = "issuer",
        /// What for.
        Achievement = "achievement",
        /// Where the commended live.
        Village = "village",
    }
}

/// Usual heads, folded, without punctuation; the longest one that a head holds decides.
const HEADS: [(Column, &[&str]); 8] = [
    (
        Column::Name,
        &[
            "ho va ten",
            "ho ten",
            "ten ca nhan",
            "ten tap the",
            "ten tap the ca nhan",
            "ten don vi",
            "tap the ca nhan",
            "ca nhan tap the",
            "doi tuong duoc khen",
            "nguoi duoc khen",
            "don vi duoc khen",
            "ten doi tuong",
            "ten",
        ],
    ),
    (Column::Kind, &["loai doi tuong", "phan loai", "doi tuong", "loai"]),
    (
        Column::Award,
        &["hinh thuc khen thuong", "hinh thuc khen", "hinh thuc", "danh hieu thi dua", "danh hieu"],
    ),
    (
        Column::Number,
        &[
            "so quyet dinh",
            "so qd",
            "quyet dinh so",
            "so ngay quyet dinh",
            "so va ngay quyet dinh",
            "so ngay thang quyet dinh",
            "so van ban",
            "quyet dinh",
            "so",
        ],
    ),
    (
        Column::Day,
        &["ngay quyet dinh", "ngay ky", "ngay ban hanh", "ngay thang", "ngay", "nam khen", "nam"],
    ),
    (
        Column::Issuer,
        &["co quan ban hanh", "co quan quyet dinh", "cap quyet dinh", "cap khen", "co quan", "cap"],
    ),
    (Column::Achievement, &["thanh tich", "noi dung khen", "noi dung", "ly do"]),
    (Column::Village, &["thon lang", "thon", "lang", "dia chi", "noi o"]),
];

/// In how many rows from the top a head is looked for.
const ROWS: u32 = 30;

/// Where the head stands, and what each column holds; nothing when no row names both who and what.
pub(super) fn find(cells: &[SheetCell]) -> Option<(u32, HashMap<u32, Column>)> {
    (0..ROWS).find_map(|row| {
        let mut columns = HashMap::new();
        for cell in cells.iter().filter(|cell| cell.row == row) {
            let Content::Text(head) = &cell.content else { continue };
            if let Some(column) = column_of(head) {
                let taken = columns.values().any(|known| *known == column);
                if !taken {
                    columns.insert(cell.column, column);
                }
            }
        }
        let has = |wanted| columns.values().any(|column| *column == wanted);
        (has(Column::Name) && has(Column::Award)).then_some((row, columns))
    })
}

/// What a head says.
fn column_of(head: &str) -> Option<Column> {
    let folded = text::fold(head);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = format!(" {} ", words.collect::<Vec<_>>().join(" "));
    let usual = HEADS.iter().flat_map(|(column, heads)| heads.iter().map(move |it| (*column, *it)));
    let held = usual.filter(|(_, usual)| plain.contains(&format!(" {usual} ")));
    held.max_by_key(|(_, usual)| usual.len()).map(|(column, _)| column)
}

#[cfg(test)]
mod tests {
    use super::{Column, column_of};

    #[test]
    fn heads_are_known_in_usual_spellings() {
        for (head, wanted) in [
            ("Họ và tên", Some(Column::Name)),
            ("TÊN TẬP THỂ, CÁ NHÂN", Some(Column::Name)),
            ("Hình thức khen thưởng", Some(Column::Award)),
            ("Danh hiệu", Some(Column::Award)),
            ("Số, ngày quyết định", Some(Column::Number)),
            ("Số QĐ", Some(Column::Number)),
            ("Ngày ký", Some(Column::Day)),
            ("Năm", Some(Column::Day)),
            ("Cấp khen", Some(Column::Issuer)),
            ("Thành tích", Some(Column::Achievement)),
            ("Đối tượng", Some(Column::Kind)),
            ("Thôn/làng", Some(Column::Village)),
            ("STT", None),
            ("Ghi chú", None),
        ] {
            assert_eq!(column_of(head), wanted, "{head}");
        }
    }
}
