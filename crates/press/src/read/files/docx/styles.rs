//! styles.xml: how paragraphs and runs of a style look.

use std::collections::HashMap;

use super::xml::{Node, Tag, walk};
use crate::read::files::ReadError;
use crate::read::files::charset::Legacy;

/// How many styles may rest on each other.
const MAX_CHAIN: usize = 16;

/// What a style, a paragraph or a run says about its look; `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Traits {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) capitals: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) centred: Option<bool>,
    /// The outline level from 0; 9 and above is no heading.
    pub(super) outline: Option<u32>,
    /// The old encoding of the font, or that its font is none of those.
    pub(super) legacy: Option<Option<Legacy>>,
    /// The list it belongs to; 0 is none.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u32>,
}

impl Traits {
    /// Takes in a property of a paragraph or a run; others are passed over.
    pub(super) fn learn(&mut self, tag: &Tag) {
        match tag.name() {
            "w:b" => self.bold = Some(tag.is_on()),
            "w:i" => self.italic = Some(tag.is_on()),
            "w:caps" => self.capitals = Some(tag.is_on()),
            "w:vanish" => self.hidden = Some(tag.is_on()),
            "w:jc" => self.centred = Some(tag.val().as_deref() == Some("center")),
            "w:outlineLvl" => self.outline = tag.number(),
            "w:numId" => self.list = tag.number(),
            "w:ilvl" => self.level = tag.number(),
            "w:rFonts" => {
                // Letters beyond ASCII are drawn in the second one.
                let font = tag.get("w:hAnsi").or_else(|| tag.get("w:ascii"));
                self.legacy = font.map(|font| Legacy::of_font(&font)).or(self.legacy);
            }
            _ => {}
        }
    }

    /// What these say, and where they say nothing what `base` says.
    pub(super) fn or(self, base: Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            capitals: self.capitals.or(base.capitals),
            hidden: self.hidden.or(base.hidden),
            centred: self.centred.or(base.centred),
            outline: self.outline.or(base.outline),
            legacy: self.legacy.or(base.legacy),
            list: self.list.or(base.list),
            level: self.level.or(base.level),
        }
    }
}

#[derive(Default)]
struct Style {
    base: Option<String>,
    traits: Traits,
}

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// What holds where no style says anything.
    defaults: Traits,
    /// The style of paragraphs that name none.
    normal: Option<String>,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut in_defaults = false;
        walk(xml, |node| {
            match node {
                Node::Open(tag) if tag.name() == "w:style" => open = styles.begin(&tag),
                Node::Open(tag) if tag.name() == "w:docDefaults" => in_defaults = true,
                Node::Open(tag) => match &mut open {
                    Some((_, style)) => style.learn(&tag),
                    None if in_defaults => styles.defaults.learn(&tag),
                    None => {}
                },
                Node::Close("w:docDefaults") => in_defaults = false,
                Node::Close("w:style") => styles.styles.extend(open.take()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    fn begin(&mut self, tag: &Tag) -> Option<(String, Style)> {
        let id = tag.get("w:styleId")?.into_owned();
        let paragraph = tag.get("w:type").is_some_and(|kind| kind == "paragraph");
        let default = tag.get("w:default").is_some_and(|value| value != "0" && value != "false");
        if paragraph && default {
            self.normal = Some(id.clone());
        }
        Some((id, Style::default()))
    }

    /// What a paragraph of a style looks like, down to the defaults of the document.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Traits {
        let known = id.filter(|id| self.styles.contains_key(*id));
        self.of_style(known.or(self.normal.as_deref())).or(self.defaults)
    }

    /// What a style and those it rests on say.
    pub(super) fn of_style(&self, id: Option<&str>) -> Traits {
        let mut traits = Traits::default();
        let mut next = id.and_then(|id| self.styles.get(id));
        for _ in 0..MAX_CHAIN {
            let Some(style) = next else { break };
            traits = traits.or(style.traits);
            next = style.base.as_ref().and_then(|base| self.styles.get(base));
        }
        traits
    }
}

impl Style {
    fn learn(&mut self, tag: &Tag) {
        match tag.name() {
            "w:basedOn" => self.base = tag.val().map(Into::into),
            // A heading of Word is called so even where its level is left out.
            "w:name" => {
                let name = tag.val().unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                self.traits.outline = level.and_then(|level: u32| level.checked_sub(1));
            }
            _ => self.traits.learn(tag),
        }
    }
}
