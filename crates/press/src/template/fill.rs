//! A template with the values of one document: its words.

use super::fields::{Value, Values};
use super::flow::Flow;
use super::marks::{Line, ROW_NUMBER, Span};
use super::words::Words;
use super::{LineKind, Piece, TableTemplate, Template};
use crate::{Annex, Block, Column, PressError, Table, Text};

/// Why a template could not be filled: a defect of the program that fills it.
#[derive(Debug, thiserror::Error)]
pub enum FillError {
    /// A field that the template may name has no value.
    #[error("the field {0:?} has no value")]
    Missing(&'static str),
    /// A field holds another kind of value than was declared.
    #[error("the field {0:?} holds another kind of value than declared")]
    Kind(&'static str),
    /// What became of a table cannot stand on paper.
    #[error(transparent)]
    Press(#[from] PressError),
}

impl Template {
    /// The words of one document. A line that held marks and says nothing is left out; a paragraph whose
    /// value has several lines becomes several.
    ///
    /// # Errors
    /// A field that has no value, or one of another kind than was declared.
    pub fn fill(&self, values: &Values) -> Result<Words, FillError> {
        let stack = Stack(vec![(values, 0)]);
        let annexes = self.annexes.iter().map(|annex| {
            Ok::<_, FillError>(Annex {
                label: None,
                title: stack.words(&annex.title)?.plain(),
                orientation: annex.orientation,
                body: blocks(&annex.body, &stack)?,
            })
        });
        Ok(Words {
            abstract_: stack.words(&self.abstract_)?.plain(),
            addressees: lines(&self.addressees, &stack)?,
            bases: lines(&self.bases, &stack)?,
            body: blocks(&self.body, &stack)?,
            recipients: lines(&self.recipients, &stack)?,
            annexes: annexes.collect::<Result<_, _>>()?,
        })
    }
}

/// The values that can be named at a place: of the document, and of the rows around the place with their
/// numbers.
#[derive(Clone)]
struct Stack<'a>(Vec<(&'a Values, usize)>);

impl<'a> Stack<'a> {
    fn value(&self, name: &'static str) -> Result<&'a Value, FillError> {
        let found = self.0.iter().rev().find_map(|(values, _)| values.get(name));
        found.ok_or(FillError::Missing(name))
    }

    fn rows(&self, name: &'static str) -> Result<&'a [Values], FillError> {
        match self.value(name)? {
            Value::Rows(rows) => Ok(rows),
            Value::Text(_) | Value::Flag(_) => Err(FillError::Kind(name)),
        }
    }

    fn inside(&self, row: &'a Values, number: usize) -> Self {
        let mut levels = self.0.clone();
        levels.push((row, number));
        Self(levels)
    }

    fn words(&self, line: &Line) -> Result<Text, FillError> {
        let mut words = Text::default();
        walk(line, self, &mut |span, stack| {
            match span {
                Span::Words(said, emphasis) => words.push(said, *emphasis),
                Span::Field(name, emphasis) => words.push(&stack.field(name)?, *emphasis),
            }
            Ok(())
        })?;
        Ok(words)
    }

    fn field(&self, name: &'static str) -> Result<String, FillError> {
        if name == ROW_NUMBER {
            return Ok(self.0.last().map_or(0, |(_, number)| *number).to_string());
        }
        match self.value(name)? {
            Value::Text(words) => Ok(words.clone()),
            Value::Flag(_) | Value::Rows(_) => Err(FillError::Kind(name)),
        }
    }
}

/// Goes through a sequence, as often as its rows say.
fn walk<'a, T>(
    flows: &[Flow<T>],
    stack: &Stack<'a>,
    each: &mut dyn FnMut(&T, &Stack<'a>) -> Result<(), FillError>,
) -> Result<(), FillError> {
    for flow in flows {
        match flow {
            Flow::One(one) => each(one, stack)?,
            Flow::If(test, then, otherwise) => {
                let says = stack.value(test.name)?.says();
                walk(if says != test.not { then } else { otherwise }, stack, each)?;
            }
            Flow::Each(name, inside) => {
                for (number, row) in (1..).zip(stack.rows(name)?) {
                    walk(inside, &stack.inside(row, number), each)?;
                }
            }
        }
    }
    Ok(())
}

fn lines(flows: &[Flow<Line>], stack: &Stack<'_>) -> Result<Vec<String>, FillError> {
    let mut all = Vec::new();
    walk(flows, stack, &mut |line, stack| {
        all.extend(said(&stack.words(line)?).iter().map(Text::plain));
        Ok(())
    })?;
    Ok(all)
}

/// The lines of a text that say something.
fn said(text: &Text) -> Vec<Text> {
    let lines = text.lines().into_iter().map(|line| line.clean());
    lines.filter(|line| !line.is_empty()).collect()
}

fn blocks(flows: &[Flow<Piece>], stack: &Stack<'_>) -> Result<Vec<Block>, FillError> {
    let (mut all, mut articles) = (Vec::new(), 0);
    walk(flows, stack, &mut |piece, stack| {
        match piece {
            Piece::Table(table) => all.push(Block::Table(filled(table, stack)?)),
            Piece::Line(kind, line) => {
                for text in said(&stack.words(line)?) {
                    articles += u32::from(*kind == LineKind::Article);
                    all.push(block(*kind, text, articles));
                }
            }
        }
        Ok(())
    })?;
    Ok(all)
}

fn block(kind: LineKind, text: Text, number: u32) -> Block {
    match kind {
        LineKind::Heading(level) => Block::Heading { level, text },
        LineKind::Article => Block::Article { number, text },
        LineKind::Paragraph => Block::Paragraph(text),
        LineKind::Bullet => Block::Bullet(text),
        LineKind::Centred => Block::Centred(text),
    }
}

fn filled(table: &TableTemplate, stack: &Stack<'_>) -> Result<Table, FillError> {
    let column = |(title, share, align): &(Line, u16, crate::Align)| {
        Ok::<_, FillError>(Column::new(stack.words(title)?.plain(), *share, *align))
    };
    let columns = table.columns.iter().map(column).collect::<Result<_, _>>()?;
    let mut rows = Vec::new();
    walk(&table.rows, stack, &mut |row: &Vec<Line>, stack| {
        rows.push(cells(row, stack)?);
        Ok(())
    })?;
    let total = table.total.as_ref().map(|row| cells(row, stack)).transpose()?;
    Ok(Table::new(columns, rows, total)?)
}

fn cells(row: &[Line], stack: &Stack<'_>) -> Result<Vec<Text>, FillError> {
    row.iter().map(|cell| stack.words(cell)).collect()
}
