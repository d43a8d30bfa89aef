//! The types of administrative documents (loại văn bản) as the catalog names them: abbreviation,
//! and which parts a type has (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III).

use serde::Deserialize;

use crate::origin::Origin;
use crate::{Number, PressError};

/// The types that a rule knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    origin: Origin,
    kind: Vec<Kind>,
    #[serde(default)]
    form: Vec<Kind>,
}

/// A type of administrative document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The name in ordinary letters: "Quyết định".
    pub name: String,
    /// What a number's symbol begins with: "QĐ"; `None` for công văn and thư công.
    pub abbreviation: Option<String>,
    /// The type that a form of another law belongs to: "Báo cáo"; `None` for a type itself.
    #[serde(default)]
    pub of: Option<String>,
    /// Whether the name is printed in the middle; a công văn has its abstract under the number
    /// instead.
    #[serde(default = "yes")]
    pub titled: bool,
    /// The name of a body in the head; what persons write too may lack it.
    #[serde(default)]
    pub issuer: Presence,
    /// Number and symbol.
    #[serde(default)]
    pub number: Presence,
    /// Place and date.
    #[serde(default)]
    pub dateline: Presence,
    /// Trích yếu.
    #[serde(default, rename = "abstract")]
    pub abstract_: Presence,
    /// Nơi nhận.
    #[serde(default)]
    pub recipients: Presence,
}

/// Whether a type has a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// It is missed when it is not there.
    #[default]
    Must,
    /// It may be there.
    May,
    /// The type has no such part.
    None,
}

impl Kinds {
    /// Reads the types from their TOML text.
    pub fn parse(text: &str) -> Result<Self, PressError> {
        Ok(toml::from_str(text)?)
    }

    /// The rule the types come from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Every type, in the order of the rule.
    pub fn all(&self) -> &[Kind] {
        &self.kind
    }

    /// Forms of other laws that have a name of their own, each with the type it belongs to.
    pub fn forms(&self) -> &[Kind] {
        &self.form
    }

    /// The type or the form of a name, however its letters are written: "QUYẾT ĐỊNH".
    pub fn named(&self, name: &str) -> Option<&Kind> {
        let wanted = name.trim().to_lowercase();
        self.kind.iter().chain(&self.form).find(|kind| kind.name.to_lowercase() == wanted)
    }

    /// The type whose name is not printed: công văn.
    pub fn untitled(&self) -> Option<&Kind> {
        self.kind.iter().find(|kind| !kind.titled)
    }
}

impl Kind {
    /// The number of a paper of this type: "QĐ" and "UBND" make the symbol "QĐ-UBND", a công
    /// văn's is the body and the unit that drafted it, "UBND-VX"; `None` for a type without
    /// number.
    pub fn number(&self, serial: Option<u32>, body: &str) -> Option<Number> {
        let symbol = match &self.abbreviation {
            Some(abbreviation) => format!("{abbreviation}-{body}"),
            None => body.to_owned(),
        };
        (self.number != Presence::None).then_some(Number { serial, symbol })
    }

    /// The type under which a registry keeps it.
    pub fn filed_as(&self) -> &str {
        self.of.as_deref().unwrap_or(&self.name)
    }

    /// The name for [`crate::Document::kind`]: `None` when it is not printed.
    pub fn title(&self) -> Option<String> {
        self.titled.then(|| self.name.clone())
    }
}

fn yes() -> bool {
    true
}
