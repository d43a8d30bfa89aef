//! How an administrative document must look: measures read from the catalog, each within the bounds of
//! its rule (Nghị định 30/2020/NĐ-CP, Phụ lục I). Millimetres on the sheet, points for letters.

use serde::{Deserialize, Serialize};

use crate::PressError;
use crate::origin::{Bounded, Origin};

/// How an administrative document must look.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    #[serde(skip_serializing)]
    origin: Origin,
    pub(crate) page: Page,
    pub(crate) size_pt: Sizes,
    pub(crate) body: Body,
    pub(crate) frame: Frame,
}

impl Layout {
    /// Reads a layout from its TOML text; a measure outside the bounds of its rule is refused.
    pub fn parse(text: &str) -> Result<Self, PressError> {
        Ok(toml::from_str(text)?)
    }

    /// The rule the layout follows.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The width of the text on an upright sheet, in millimetres.
    pub(crate) fn text_width_mm(&self) -> f64 {
        self.page.width_mm - self.page.left_mm.get() - self.page.right_mm.get()
    }
}

/// The sheet and its margins.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub(crate) font: String,
    pub(crate) width_mm: f64,
    pub(crate) height_mm: f64,
    pub(crate) top_mm: Bounded,
    pub(crate) bottom_mm: Bounded,
    pub(crate) left_mm: Bounded,
    pub(crate) right_mm: Bounded,
    /// From the edge of the paper to the page number.
    pub(crate) number_mm: Bounded,
}

/// The size of the letters of each part.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sizes {
    pub(crate) nation: Bounded,
    pub(crate) motto: Bounded,
    pub(crate) issuer: Bounded,
    pub(crate) number: Bounded,
    pub(crate) dateline: Bounded,
    pub(crate) kind: Bounded,
    pub(crate) subject: Bounded,
    pub(crate) body: Bounded,
    pub(crate) signer: Bounded,
    pub(crate) recipients_title: Bounded,
    pub(crate) recipients: Bounded,
    pub(crate) annex: Bounded,
    pub(crate) page_number: Bounded,
    pub(crate) table: Bounded,
}

/// The paragraphs of the body.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) first_line_mm: Bounded,
    pub(crate) paragraph_pt: Bounded,
    /// Distance of lines, 1 being single.
    pub(crate) line: Bounded,
}

/// The head and the foot of the document.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frame {
    /// Length of the line under a name, as a share of its words.
    pub(crate) rule: Bounded,
    /// Share of the width that belongs to the left column.
    pub(crate) left: Bounded,
    /// Room for the signature and the seal.
    pub(crate) signing_pt: Bounded,
}
