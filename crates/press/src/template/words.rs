//! The words of one document, and the frame that the program sets around them.

use super::{Draft, DraftTable, Part};
use crate::{
    Annex, Block, Column, Cosigner, Document, Header, Level, PressError, Signature, Table, Text,
};

/// What a filled template says.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What it is about.
    pub abstract_: String,
    /// Those it is addressed to.
    pub addressees: Vec<String>,
    /// What it rests on.
    pub bases: Vec<String>,
    /// The text.
    pub body: Vec<Block>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Annexes.
    pub annexes: Vec<Annex>,
}

/// What stands around the words of a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The head.
    pub header: Header,
    /// The type; `None` for a công văn.
    pub kind: Option<String>,
    /// The one who decides, when named above the bases.
    pub authority: Option<String>,
    /// Who signs.
    pub signature: Signature,
    /// A second signer at the bottom left.
    pub cosigner: Option<Cosigner>,
}

impl Frame {
    /// The document of these words in this frame.
    pub fn around(self, words: Words) -> Document {
        Document {
            header: self.header,
            kind: self.kind,
            abstract_: words.abstract_,
            authority: self.authority,
            addressees: words.addressees,
            bases: words.bases,
            body: words.body,
            signature: self.signature,
            cosigner: self.cosigner,
            recipients: words.recipients,
            annexes: words.annexes,
        }
    }
}

impl Draft {
    /// The words with their marks, as they are printed to be changed in Word.
    ///
    /// # Errors
    /// A table that cannot stand on paper.
    pub fn words(&self) -> Result<Words, PressError> {
        let annex = |annex: &super::DraftAnnex| {
            Ok::<_, PressError>(Annex {
                label: None,
                title: annex.title.clone(),
                orientation: annex.orientation,
                body: blocks(&annex.body)?,
            })
        };
        Ok(Words {
            abstract_: self.abstract_.clone(),
            addressees: self.addressees.clone(),
            bases: self.bases.clone(),
            body: blocks(&self.body)?,
            recipients: self.recipients.clone(),
            annexes: self.annexes.iter().map(annex).collect::<Result<_, _>>()?,
        })
    }
}

fn blocks(parts: &[Part]) -> Result<Vec<Block>, PressError> {
    let mut articles = 0;
    let mut block = |part: &Part| {
        let heading = |level, text: &Text| Block::Heading { level, text: text.clone() };
        Ok(match part {
            Part::Section(text) => heading(Level::Section, text),
            Part::Part(text) => heading(Level::Part, text),
            Part::Item(text) => heading(Level::Item, text),
            Part::Article(text) => {
                articles += 1;
                Block::Article { number: articles, text: text.clone() }
            }
            Part::Paragraph(text) => Block::Paragraph(text.clone()),
            Part::Bullet(text) => Block::Bullet(text.clone()),
            Part::Centred(text) => Block::Centred(text.clone()),
            Part::Table(table) => Block::Table(printed(table)?),
        })
    };
    parts.iter().map(&mut block).collect()
}

/// A row that holds a mark alone is filled up with empty cells.
fn printed(table: &DraftTable) -> Result<Table, PressError> {
    let columns: Vec<Column> = table
        .columns
        .iter()
        .map(|column| Column::new(column.title.clone(), column.share, column.align))
        .collect();
    let filled = |row: &Vec<Text>| {
        let mut row = row.clone();
        row.resize(row.len().max(columns.len()), Text::default());
        row
    };
    let rows = table.rows.iter().map(filled).collect();
    Table::new(columns.clone(), rows, table.total.clone())
}
