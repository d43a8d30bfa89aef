//! numbering.xml: the numbers that Word writes before paragraphs of a list, such as "1.", "a)",
//! "-".

use std::collections::HashMap;

use super::xml::{Node, Tag, walk};
use crate::read::files::ReadError;
use crate::read::files::gather::is_picture;
use crate::read::files::numerals::Numeral;

/// Levels of a list.
const LEVELS: usize = 9;
/// The longest pattern of a number; a longer one is not a number.
const MAX_PATTERN: usize = 64;

/// How a level counts and what its number looks like: "%1.%2." is "2.1." at the second level.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    /// `None` is a bullet, whose pattern is the sign itself.
    numeral: Option<Numeral>,
    pattern: String,
    /// All numbers in it are shown as 1, 2, 3, also those of levels above that are I, II, III.
    plain: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

/// A list as paragraphs name it: where its levels are, and where it begins anew.
#[derive(Debug, Default)]
struct List {
    pattern: u32,
    starts: [Option<u32>; LEVELS],
    begun: bool,
}

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(crate) struct Numbering {
    patterns: HashMap<u32, [Level; LEVELS]>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut at = Cursor::default();
        walk(xml, |node| {
            match node {
                Node::Open(tag) => numbering.learn(&tag, &mut at),
                Node::Close("w:abstractNum") => at.pattern = None,
                Node::Close("w:num") => at.list = None,
                _ => {}
            }
            Ok(())
        })?;
        Ok(numbering)
    }

    fn learn(&mut self, tag: &Tag, at: &mut Cursor) {
        let number = |name: &str| tag.get(name).and_then(|value| value.parse::<u32>().ok());
        match tag.name() {
            "w:abstractNum" => at.pattern = number("w:abstractNumId"),
            "w:num" => at.list = number("w:numId"),
            "w:lvl" | "w:lvlOverride" => at.level = number("w:ilvl").unwrap_or_default() as usize,
            "w:abstractNumId" if at.list.is_some() => {
                if let (Some(list), Some(pattern)) = (at.list, tag.number()) {
                    self.lists.entry(list).or_default().pattern = pattern;
                }
            }
            "w:startOverride" => {
                let list = at.list.and_then(|list| self.lists.get_mut(&list));
                if let Some(start) = list.and_then(|list| list.starts.get_mut(at.level)) {
                    *start = tag.number();
                }
            }
            _ => {
                let pattern = at.pattern.map(|pattern| self.patterns.entry(pattern).or_default());
                if let Some(level) = pattern.and_then(|levels| levels.get_mut(at.level)) {
                    level.learn(tag);
                }
            }
        }
    }

    /// The level of a list that a style belongs to.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u32> {
        let levels = self.patterns.get(&self.lists.get(&list)?.pattern)?;
        let level = levels.iter().position(|level| level.style.as_deref() == Some(style))?;
        u32::try_from(level).ok()
    }

    /// Counts a paragraph of a list and says what is written before it.
    pub(crate) fn count(&mut self, list: u32, level: u32) -> Option<String> {
        let level = level as usize;
        let list = self.lists.get_mut(&list)?;
        let levels = self.patterns.get(&list.pattern)?;
        let counts = self.counts.entry(list.pattern).or_default();
        if !std::mem::replace(&mut list.begun, true) {
            for (count, start) in counts.iter_mut().zip(list.starts) {
                *count = start.map_or(*count, |start| start.checked_sub(1));
            }
        }
        let start = list.starts.get(level)?.unwrap_or(levels.get(level)?.start);
        let count = counts.get_mut(level)?;
        *count = Some(count.map_or(start, |count| count.saturating_add(1)));
        counts.iter_mut().skip(level + 1).for_each(|count| *count = None);
        let label = levels[level].show(levels, counts);
        (!label.is_empty()).then_some(label)
    }
}

/// Which pattern, list and level the walk is in.
#[derive(Default)]
struct Cursor {
    pattern: Option<u32>,
    list: Option<u32>,
    level: usize,
}

impl Level {
    fn learn(&mut self, tag: &Tag) {
        match tag.name() {
            "w:start" => self.start = tag.number().unwrap_or(1),
            "w:isLgl" => self.plain = tag.is_on(),
            "w:pStyle" => self.style = tag.val().map(Into::into),
            "w:lvlText" => {
                let pattern = tag.val().unwrap_or_default();
                self.pattern = pattern.chars().take(MAX_PATTERN).collect();
            }
            "w:numFmt" => {
                self.numeral = match tag.val().as_deref() {
                    Some("bullet" | "none") => None,
                    Some("decimalZero") => Some(Numeral::TwoDigits),
                    Some("lowerLetter") => Some(Numeral::LowerLetter),
                    Some("upperLetter") => Some(Numeral::UpperLetter),
                    Some("lowerRoman") => Some(Numeral::LowerRoman),
                    Some("upperRoman") => Some(Numeral::UpperRoman),
                    _ => Some(Numeral::Decimal),
                };
            }
            _ => {}
        }
    }

    fn show(&self, levels: &[Level; LEVELS], counts: &[Option<u32>; LEVELS]) -> String {
        if self.numeral.is_none() {
            return bullet(&self.pattern);
        }
        let mut label = String::new();
        let mut pattern = self.pattern.chars();
        while let Some(c) = pattern.next() {
            if c != '%' {
                label.push(c);
                continue;
            }
            let place = pattern.next().and_then(|digit| digit.to_digit(10));
            let Some(place) = place.and_then(|place| (place as usize).checked_sub(1)) else {
                continue;
            };
            if let (Some(level), Some(count)) = (levels.get(place), counts.get(place)) {
                let numeral =
                    if self.plain { Numeral::Decimal } else { level.numeral.unwrap_or_default() };
                label.push_str(&numeral.show(count.unwrap_or(level.start)));
            }
        }
        label
    }
}

/// The sign of a list. Signs of picture fonts are no letters; all of them say "an item".
fn bullet(sign: &str) -> String {
    if sign.starts_with(is_picture) { "-".to_owned() } else { sign.to_owned() }
}
