//! The pieces a text is made of.

use super::Table;

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading, its number included: "I. Kết quả thực hiện".
    Heading {
        /// How deep it stands.
        level: Level,
        /// The heading.
        text: String,
    },
    /// An article: "Điều 1." in bold, then its text.
    Article {
        /// The number of the article.
        number: u32,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A paragraph that begins with a dash.
    Bullet(String),
    /// A line of its own in the middle, in bold: "QUYẾT ĐỊNH:".
    Centred(String),
    /// A table.
    Table(Table),
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// "I. KẾT QUẢ": printed in capitals.
    Section,
    /// "1. Về lãnh đạo, chỉ đạo".
    Part,
    /// "a) Tuyên truyền".
    Item,
}
