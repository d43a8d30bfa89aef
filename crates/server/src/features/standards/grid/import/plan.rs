//! Which row of a file is which village, and which column which indicator: by the hidden codes where
//! they are still there, else by the words; moved rows and columns are found, doubled ones are not
//! chosen between.

use std::collections::HashMap;

use chungsuc_domain::standard::Indicator;
use chungsuc_domain::text::fold;
use chungsuc_press::read::{Content, SheetCell};

use super::{Question, content};
use crate::features::standards::grid::export::{code, head, is_code};
use crate::features::standards::grid::{Grid, GridKey};
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::Message;

/// How far down and to the right a file's head is looked for.
const HEAD_MOST: u32 = 20;

/// What each row and each column of a file is.
pub(super) struct Plan<'a> {
    pub(super) columns: Vec<(u32, &'a Indicator)>,
    pub(super) rows: Vec<(u32, &'a Unit)>,
    pub(super) questions: Vec<Question>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(
        grid: &'a Grid<'_>,
        key: GridKey<'_>,
        cells: &[SheetCell],
    ) -> Result<Self, Refusal> {
        let corner = corner(grid, key, cells)?;
        let mut plan = Plan { columns: Vec::new(), rows: Vec::new(), questions: Vec::new() };
        let used = plan.find_columns(grid, corner, cells);
        plan.find_rows(grid, (used, corner.1), cells);
        Ok(plan)
    }

    /// The indicators without a column.
    pub(super) fn missing(&self, grid: &Grid<'_>) -> Vec<String> {
        let doubled = |one: &&Indicator| {
            let name = head(one);
            self.questions.iter().any(|question| question.found == name)
        };
        let has = |one: &&Indicator| self.columns.iter().any(|(_, known)| known.code == one.code);
        let indicators = grid.standard.indicators().iter();
        indicators.filter(|one| !has(one) && !doubled(one)).map(|one| one.code.clone()).collect()
    }

    /// Finds the columns; gives the last row of the head.
    fn find_columns(
        &mut self,
        grid: &'a Grid<'_>,
        (row, column): (u32, u32),
        cells: &[SheetCell],
    ) -> u32 {
        let heads = cells.iter().filter(|cell| (row..=row + 1).contains(&cell.row));
        let (mut known, mut last) = (HashMap::<u32, &Indicator>::new(), row);
        for cell in heads.filter(|cell| cell.column > column) {
            if let Some(indicator) = indicator(grid, &cell.content) {
                known.entry(cell.column).or_insert(indicator);
                last = last.max(cell.row);
            }
        }
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort_by_key(|(column, _)| *column);
        for (column, one) in &known {
            if known.iter().filter(|(_, other)| other.code == one.code).count() == 1 {
                self.columns.push((*column, one));
            } else {
                let at = chungsuc_press::read::address(last, *column);
                self.ask(at, head(one), "sheet-column-twice");
            }
        }
        self.ask_about_strange_columns(&known, (last, column), cells);
        last
    }

    /// Columns that hold something and are no indicator; the one right of the corner names villages.
    fn ask_about_strange_columns(
        &mut self,
        known: &[(u32, &Indicator)],
        (last, corner): (u32, u32),
        cells: &[SheetCell],
    ) {
        let strange = |cell: &&SheetCell| {
            cell.row == last
                && cell.column > corner + 1
                && !known.iter().any(|(column, _)| *column == cell.column)
        };
        for cell in cells.iter().filter(strange) {
            self.ask(cell.address(), content::found(&cell.content), "sheet-column-unknown");
        }
    }

    fn find_rows(&mut self, grid: &'a Grid<'_>, (last, corner): (u32, u32), cells: &[SheetCell]) {
        let mut known: Vec<(&SheetCell, &Unit)> = Vec::new();
        let names = cells.iter().filter(|cell| cell.row > last && cell.column <= corner + 1);
        let mut strangers: Vec<&SheetCell> = Vec::new();
        for cell in names {
            let is_known = known.iter().any(|(other, _)| other.row == cell.row);
            match village(grid, &cell.content) {
                Some(unit) if !is_known => known.push((cell, unit)),
                None if !is_known => strangers.push(cell),
                _ => {}
            }
        }
        strangers.retain(|cell| !known.iter().any(|(other, _)| other.row == cell.row));
        strangers.dedup_by_key(|cell| cell.row);
        for cell in strangers {
            self.ask(cell.address(), content::found(&cell.content), "sheet-village-unknown");
        }
        for (cell, unit) in &known {
            if known.iter().filter(|(_, other)| other.code == unit.code).count() == 1 {
                self.rows.push((cell.row, unit));
            } else {
                self.ask(cell.address(), unit.name.clone(), "sheet-village-twice");
            }
        }
    }

    fn ask(&mut self, at: String, found: String, why: &'static str) {
        self.questions.push(Question { at, found, place: None, why: Message::new(why) });
    }
}

/// Where the hidden codes begin; in a file without them, the row of the heads, one column further
/// left than where the names of villages are.
fn corner(grid: &Grid<'_>, key: GridKey<'_>, cells: &[SheetCell]) -> Result<(u32, u32), Refusal> {
    let near = || cells.iter().filter(|cell| cell.row < HEAD_MOST && cell.column < HEAD_MOST);
    let mark = near().find(|cell| matches!(&cell.content, Content::Text(text) if is_code(text)));
    if let Some(mark) = mark {
        let ours = matches!(&mark.content, Content::Text(text) if *text == code(key));
        return match ours {
            true => Ok((mark.row, mark.column)),
            false => Err(Refusal::field("file", Message::new("sheet-of-another"))),
        };
    }
    let head = cells.iter().find(|cell| {
        cell.row < HEAD_MOST
            && indicator(grid, &cell.content).is_some_and(
                |one| matches!(&cell.content, Content::Text(text) if are_words(text, one)),
            )
    });
    match head {
        Some(head) => Ok((head.row, 0)),
        None => Err(Refusal::field("file", Message::new("sheet-no-head"))),
    }
}

/// By the code, or by the words of the head. A number is no code: 17.10 would come as 17.1.
fn indicator<'a>(grid: &'a Grid<'_>, content: &Content) -> Option<&'a Indicator> {
    let Content::Text(text) = content else { return None };
    let by_code = grid.standard.indicator(text);
    by_code.or_else(|| grid.standard.indicators().iter().find(|one| are_words(text, one)))
}

/// Whether a text is the head of an indicator's column, with its unit or as the page has it, without.
fn are_words(text: &str, one: &Indicator) -> bool {
    let wanted = fold(text);
    wanted == fold(&head(one)) || wanted == fold(&format!("{}. {}", one.code, one.name))
}

/// By the code, or by a name that one village bears.
fn village<'a>(grid: &'a Grid<'_>, content: &Content) -> Option<&'a Unit> {
    let Content::Text(text) = content else { return None };
    let wanted = fold(text);
    let is = |unit: &&Unit| unit.code == *text || fold(&unit.name) == wanted;
    let mut found = grid.villages.iter().filter(is);
    found.next().filter(|_| found.next().is_none())
}
