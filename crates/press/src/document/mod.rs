//! An administrative document as its parts, in ordinary letters: capitals, punctuation, leading
//! zeros and the end mark are added when it is printed (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần
//! I and II).

mod block;
mod header;
mod marks;
pub(crate) mod printed;
mod signature;
mod table;
mod text;

use serde::{Deserialize, Serialize};

pub use block::{Block, Level};
pub use header::{Header, Issuer};
pub use marks::Number;
pub(crate) use marks::{long_date, two_digits};
pub use signature::{Capacity, CapacityError, Cosigner, Signature};
pub use table::{Align, Column, Table};
pub use text::{Emphasis, Run, Text};

/// An administrative document. It can be written down and printed later to the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Who issues it, where, when and under which number.
    pub header: Header,
    /// The type, such as "Quyết định"; `None` for a công văn, whose abstract stands under the
    /// number.
    pub kind: Option<String>,
    /// What it is about (trích yếu), without "V/v"; empty for a type that has none, such as giấy
    /// giới thiệu.
    pub abstract_: String,
    /// The one who decides, when named above the bases: "Chủ tịch Ủy ban nhân dân xã Tơ Tung".
    pub authority: Option<String>,
    /// Those it is addressed to (Kính gửi).
    pub addressees: Vec<String>,
    /// The documents it rests on (căn cứ), each without its closing mark.
    pub bases: Vec<String>,
    /// The text.
    pub body: Vec<Block>,
    /// Who signs, at the bottom right.
    pub signature: Signature,
    /// A second signer at the bottom left.
    pub cosigner: Option<Cosigner>,
    /// Nơi nhận, each without dash and closing mark; "Như trên" is added when there are addressees.
    pub recipients: Vec<String>,
    /// Annexes, each on pages of its own.
    pub annexes: Vec<Annex>,
}

impl Document {
    /// A document with nothing but the parts that none can lack.
    pub fn new(header: Header, abstract_: impl Into<String>, signature: Signature) -> Self {
        Self {
            header,
            kind: None,
            abstract_: abstract_.into(),
            authority: None,
            addressees: Vec::new(),
            bases: Vec::new(),
            body: Vec::new(),
            signature,
            cosigner: None,
            recipients: Vec::new(),
            annexes: Vec::new(),
        }
    }
}

/// An annex: a list or a table that goes with the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Annex {
    /// "Phụ lục I" when there are several; `None` for a single list.
    pub label: Option<String>,
    /// The title: "Danh sách tập thể, cá nhân được tặng Giấy khen".
    pub title: String,
    /// How its sheets lie; wide tables lie across.
    pub orientation: Orientation,
    /// The contents.
    pub body: Vec<Block>,
}

/// How a sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// Across.
    Landscape,
}
