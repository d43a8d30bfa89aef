//! A font of a PDF: which letters its codes are, and how wide.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::array::Array;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::stream::Stream;
use hayro_syntax::object::{Name, Object};

use super::budget::Budget;
use super::encoding::Encoding;
use crate::read::files::ReadError;
use crate::read::files::charset::Legacy;
use crate::read::files::draft::Ink;

/// The most widths of a font that are kept.
const MAX_WIDTHS: usize = 70_000;

/// A font as far as its text needs it.
pub(super) struct Font {
    unicode: Option<CMap>,
    codes: Codes,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// From the units of widths to those of text: a thousandth, except where a font says otherwise.
    scale: f64,
    pub(super) ink: Ink,
}

enum Codes {
    /// One byte each.
    Simple(Box<Encoding>),
    /// Two bytes each, which only `unicode` explains.
    Composite,
}

/// One code of a text, as it is shown.
pub(super) struct Glyph {
    /// What it says; nothing where the file does not tell.
    pub(super) text: Option<String>,
    /// How far it leads, for a font of size one.
    pub(super) width: f64,
    /// The space of a font of one-byte codes, which the spacing of words widens.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(dict: &Dict, budget: &mut Budget) -> Result<Self, ReadError> {
        let kind = dict.get::<Name>("Subtype");
        let kind = kind.as_deref().unwrap_or_default();
        let mut font =
            if kind == b"Type0" { Self::composite(dict) } else { Self::simple(dict, kind) };
        if let Some(stream) = dict.get::<Stream>("ToUnicode") {
            let table = stream.decoded_data().unwrap_or_default();
            budget.font(table.len())?;
            font.unicode = CMap::parse(&table, |_| None);
        }
        Ok(font)
    }

    fn simple(dict: &Dict, kind: &[u8]) -> Self {
        let descriptor = dict.get::<Dict>("FontDescriptor").unwrap_or_default();
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        let widths = dict.get::<Array>("Widths").map(|widths| numbers(&widths)).unwrap_or_default();
        let matrix = dict.get::<Array>("FontMatrix").map(|matrix| numbers(&matrix));
        let own_scale = matrix.and_then(|matrix| matrix.first().copied());
        Self {
            unicode: None,
            codes: Codes::Simple(Box::new(Encoding::of_font(dict))),
            widths: (first..).zip(widths).collect(),
            default_width: descriptor.get::<f64>("MissingWidth").unwrap_or(500.0),
            scale: own_scale.filter(|_| kind == b"Type3").unwrap_or(0.001),
            ink: ink(dict, &descriptor),
        }
    }

    fn composite(dict: &Dict) -> Self {
        let descendants = dict.get::<Array>("DescendantFonts");
        let descendant = descendants.and_then(|fonts| fonts.iter::<Dict>().next());
        let descendant = descendant.unwrap_or_default();
        let descriptor = descendant.get::<Dict>("FontDescriptor").unwrap_or_default();
        Self {
            unicode: None,
            codes: Codes::Composite,
            widths: descendant.get::<Array>("W").map(|widths| ranges(&widths)).unwrap_or_default(),
            default_width: descendant.get::<f64>("DW").unwrap_or(1000.0),
            scale: 0.001,
            ink: ink(dict, &descriptor),
        }
    }

    /// The glyphs of a string.
    pub(super) fn glyphs<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Glyph> + 'a {
        let length = match self.codes {
            Codes::Simple(_) => 1,
            Codes::Composite => 2,
        };
        string.chunks(length).map(|code| self.glyph(code))
    }

    fn glyph(&self, bytes: &[u8]) -> Glyph {
        let code = bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        let told = self.unicode.as_ref().and_then(|unicode| unicode.lookup_bf_string(code));
        let text = match told {
            Some(BfString::Char(c)) => Some(c.to_string()),
            Some(BfString::String(text)) => Some(text),
            None => self.letter(code),
        };
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width) * self.scale;
        Glyph {
            // Nothing is told by a code that is mapped to nothing, as some writers do.
            text: text.filter(|text| !text.contains(['\0', '\u{fffd}'])),
            width: if width.is_finite() { width } else { 0.0 },
            is_space: bytes == b" ",
        }
    }

    fn letter(&self, code: u32) -> Option<String> {
        match &self.codes {
            Codes::Simple(encoding) => encoding.letter(u8::try_from(code).ok()?).map(String::from),
            Codes::Composite => None,
        }
    }
}

/// What the name and the flags of a font tell.
fn ink(dict: &Dict, descriptor: &Dict) -> Ink {
    let name = dict.get::<Name>("BaseFont").map(|name| String::from_utf8_lossy(&name).into_owned());
    let name = name.unwrap_or_default();
    let flags = descriptor.get::<u32>("Flags").unwrap_or(0);
    Ink {
        legacy: Legacy::of_font(&name),
        bold: name.contains("Bold") || flags & 1 << 18 != 0,
        italic: name.contains("Italic") || name.contains("Oblique") || flags & 1 << 6 != 0,
        capitals: false,
    }
}

fn numbers(array: &Array) -> Vec<f64> {
    array.iter::<f64>().take(MAX_WIDTHS).collect()
}

/// `[ 1 [500 600] 10 20 700 ]`: from 1 on one by one, from 10 to 20 all alike.
fn ranges(array: &Array) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let mut pending: Vec<f64> = Vec::new();
    for item in array.iter::<Object>().take(MAX_WIDTHS) {
        match item {
            Object::Number(number) => pending.push(number.as_f64()),
            Object::Array(list) => {
                if let Some(first) = pending.pop() {
                    widths.extend((first as u32..).zip(numbers(&list)));
                }
                pending.clear();
            }
            _ => {}
        }
        if let [first, last, width] = pending[..] {
            let codes = first as u32..=(last as u32).min(0xFFFF);
            widths.extend(codes.map(|code| (code, width)));
            pending.clear();
        }
        if widths.len() > MAX_WIDTHS {
            break;
        }
    }
    widths
}
