//! The pieces a text is made of.

use serde::{Deserialize, Serialize};

use super::{Table, Text};

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A heading, its number included: "I. Kết quả thực hiện".
    Heading {
        /// How deep it stands.
        level: Level,
        /// The heading.
        text: Text,
    },
    /// An article: "Điều 1." in bold, then its text.
    Article {
        /// The number of the article.
        number: u32,
        /// What it says.
        text: Text,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph that begins with a dash.
    Bullet(Text),
    /// A line of its own in the middle, in bold: "QUYẾT ĐỊNH:".
    Centred(Text),
    /// A table.
    Table(Table),
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// "I. KẾT QUẢ": printed in capitals.
    Section,
    /// "1. Về lãnh đạo, chỉ đạo".
    Part,
    /// "a) Tuyên truyền".
    Item,
}
