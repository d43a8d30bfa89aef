//! A paragraph of a .docx while it is read.

use super::numbering::Numbering;
use super::styles::{Styles, Traits};
use super::xml::Tag;
use crate::read::Look;
use crate::read::files::draft::{Draft, Ink};

/// A paragraph: its own properties, the run that is being read, and the text so far.
#[derive(Default)]
pub(super) struct Paragraph {
    style: Option<String>,
    traits: Traits,
    run_style: Option<String>,
    run: Traits,
    /// How the run is written, once that is asked for; within, nothing if it is hidden.
    ink: Option<Option<Ink>>,
    settled: bool,
    label: String,
    draft: Draft,
}

impl Paragraph {
    /// Takes in a property of the paragraph.
    pub(super) fn learn(&mut self, tag: &Tag) {
        match tag.name() {
            "w:pStyle" => self.style = tag.val().map(Into::into),
            _ => self.traits.learn(tag),
        }
    }

    /// Takes in a property of the run.
    pub(super) fn learn_of_run(&mut self, tag: &Tag) {
        self.ink = None;
        match tag.name() {
            "w:rStyle" => self.run_style = tag.val().map(Into::into),
            _ => self.run.learn(tag),
        }
    }

    /// All properties were read: the styles fill in the rest, and the list counts. Happens once.
    pub(super) fn settle(&mut self, styles: &Styles, numbering: &mut Numbering) {
        if std::mem::replace(&mut self.settled, true) {
            return;
        }
        let styled = styles.of_paragraph(self.style.as_deref());
        let list = self.traits.list.or(styled.list);
        let by_style = || numbering.level_of_style(list?, self.style.as_deref()?);
        let level = self.traits.level.or(styled.level).or_else(by_style).unwrap_or(0);
        self.traits = self.traits.or(styled);
        self.label = list.and_then(|list| numbering.count(list, level)).unwrap_or_default();
    }

    pub(super) fn begin_run(&mut self) {
        self.run = Traits::default();
        self.run_style = None;
        self.ink = None;
    }

    /// Adds text of the run; what is hidden is left out.
    pub(super) fn write(&mut self, text: &str, styles: &Styles) {
        let ink = self.ink.unwrap_or_else(|| self.ink_of_run(styles));
        self.ink = Some(ink);
        if let Some(ink) = ink {
            self.draft.write(text, ink);
        }
    }

    fn ink_of_run(&self, styles: &Styles) -> Option<Ink> {
        let styled = styles.of_style(self.run_style.as_deref());
        let traits = self.run.or(styled).or(self.traits);
        (traits.hidden != Some(true)).then_some(Ink {
            legacy: traits.legacy.flatten(),
            bold: traits.bold == Some(true),
            italic: traits.italic == Some(true),
            capitals: traits.capitals == Some(true),
        })
    }

    /// A line of it: the text since the last line break, and its look.
    pub(super) fn take_line(&mut self) -> (String, Look) {
        let (text, look) = self.draft.take();
        let label = std::mem::take(&mut self.label);
        let parts = [label.as_str(), text.as_str()].into_iter().filter(|part| !part.is_empty());
        let line = parts.collect::<Vec<_>>().join(" ");
        let heading = self.traits.outline.filter(|level| *level < 9);
        let heading = heading.and_then(|level| u8::try_from(level + 1).ok());
        (line, Look { centred: self.traits.centred == Some(true), heading, ..look })
    }
}
