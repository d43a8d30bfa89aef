//! How numbers are shown: as they are, in per cent, or as days.

use std::collections::HashMap;

use super::{Content, local};
use crate::read::files::ReadError;
use crate::read::files::xml::{Node, walk};

/// The formats of a file, by the number that cells name.
pub(super) struct Formats(Vec<Shown>);

#[derive(Clone, Copy)]
enum Shown {
    Plain,
    Percent,
    Day,
}

impl Formats {
    pub(super) fn read(xml: &str) -> Result<Self, ReadError> {
        let (mut own, mut formats): (HashMap<u32, Shown>, Vec<Shown>) = Default::default();
        let mut in_cells = false;
        walk(xml, |node| {
            match node {
                Node::Open(tag) => {
                    let number = tag.get("numFmtId").and_then(|id| id.parse::<u32>().ok());
                    match (local(tag.name()), number) {
                        ("numFmt", Some(id)) => {
                            own.insert(id, of_code(&tag.get("formatCode").unwrap_or_default()));
                        }
                        ("cellXfs", _) => in_cells = true,
                        ("xf", id) if in_cells => {
                            let id = id.unwrap_or_default();
                            formats.push(own.get(&id).copied().unwrap_or(built_in(id)));
                        }
                        _ => {}
                    }
                }
                Node::Close(name) if local(name) == "cellXfs" => in_cells = false,
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self(formats))
    }

    /// A number as the format of its cell shows it.
    pub(super) fn content(&self, format: Option<usize>, number: f64) -> Content {
        match format.and_then(|format| self.0.get(format)) {
            Some(Shown::Percent) => Content::Percent(number),
            Some(Shown::Day) => Content::Day(number),
            Some(Shown::Plain) | None => Content::Number(number),
        }
    }
}

/// The formats that every spreadsheet knows (ECMA-376, part 1, 18.8.30).
fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Day,
        _ => Shown::Plain,
    }
}

/// What a format's code says, past its quoted words, its colours and its escaped letters.
fn of_code(code: &str) -> Shown {
    let (mut quoted, mut bracket, mut escaped, mut day) = (false, false, false, false);
    for sign in code.chars() {
        match sign {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            _ if quoted || bracket => {}
            '%' => return Shown::Percent,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' => day = true,
            _ => {}
        }
    }
    if day { Shown::Day } else { Shown::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_how_a_number_is_shown() {
        let word = |code| match of_code(code) {
            Shown::Plain => "plain",
            Shown::Percent => "percent",
            Shown::Day => "day",
        };
        let cases = [
            ("0.0%", "percent"),
            ("0\\%", "plain"),
            ("0\" %\"", "plain"),
            ("dd/mm/yyyy", "day"),
            ("#,##0.00", "plain"),
            ("[Red]0.0", "plain"),
            ("0\" m\"", "plain"),
            ("General", "plain"),
        ];
        for (code, wanted) in cases {
            assert_eq!(word(code), wanted, "{code}");
        }
    }
}
