//! Tables: every row has a cell for every column.

use serde::{Deserialize, Serialize};

use crate::PressError;
use crate::document::Text;
use crate::text::clean;

/// A table; its heading row repeats on every page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Text>>,
    total: Option<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// The width, as a share of the sum of all columns; zero counts as one.
    pub share: u16,
    /// How the cells stand.
    pub align: Align,
}

/// How a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Words.
    Left,
    /// Ordinal numbers and short marks.
    Center,
    /// Figures.
    Right,
}

/// A table as it was written down; it is read as any other is made.
#[derive(Deserialize)]
struct Written {
    columns: Vec<Column>,
    rows: Vec<Vec<Text>>,
    total: Option<Vec<Text>>,
}

impl TryFrom<Written> for Table {
    type Error = PressError;

    fn try_from(Written { columns, rows, total }: Written) -> Result<Self, PressError> {
        Self::new(columns, rows, total)
    }
}

impl Column {
    /// A column.
    pub fn new(title: impl Into<String>, share: u16, align: Align) -> Self {
        Self { title: title.into(), share: share.max(1), align }
    }
}

impl Table {
    /// A table; refused when a row has another number of cells than there are columns.
    pub fn new<T: Into<Text>>(
        columns: Vec<Column>,
        rows: Vec<Vec<T>>,
        total: Option<Vec<T>>,
    ) -> Result<Self, PressError> {
        if columns.is_empty() {
            return Err(PressError::EmptyTable);
        }
        match rows.iter().chain(&total).find(|row| row.len() != columns.len()) {
            Some(row) => Err(PressError::RaggedTable { cells: row.len(), columns: columns.len() }),
            None => Ok(Self {
                columns,
                rows: rows.into_iter().map(line).collect(),
                total: total.map(line),
            }),
        }
    }

    /// Its columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its rows, each with a cell for every column.
    pub fn rows(&self) -> &[Vec<Text>] {
        &self.rows
    }

    /// The row of totals, if it has one.
    pub fn total(&self) -> Option<&[Text]> {
        self.total.as_deref()
    }

    /// Each column's part of a width.
    pub(crate) fn widths(&self, width: f64) -> Vec<f64> {
        let share = |column: &Column| f64::from(column.share.max(1));
        let all: f64 = self.columns.iter().map(share).sum();
        self.columns.iter().map(|column| width * share(column) / all).collect()
    }

    /// The same table with its text as paper can hold it.
    pub(crate) fn clean(&self) -> Self {
        let column = |c: &Column| Column::new(clean(&c.title), c.share, c.align);
        Self {
            columns: self.columns.iter().map(column).collect(),
            rows: self.rows.iter().map(|row| cleaned(row)).collect(),
            total: self.total.as_deref().map(cleaned),
        }
    }
}

fn line<T: Into<Text>>(cells: Vec<T>) -> Vec<Text> {
    cells.into_iter().map(Into::into).collect()
}

fn cleaned(cells: &[Text]) -> Vec<Text> {
    cells.iter().map(Text::clean).collect()
}
