//! Tables that say what is to be done, by whom and when, as annexes have them.

use super::timeline::Stage;
use crate::read::found::Found;
use crate::read::parts::Row;
use crate::read::pattern::patterns;

patterns! {
    WHEN = r"\b(thoi gian|thoi han|tien do)\b";
    LEAD = r"chu tri";
    SUPPORT = r"phoi hop";
    WHAT = r"nhiem vu|noi dung|cong viec|hoat dong";
}

/// Which columns of a table say what.
pub(super) struct Columns {
    when: u32,
    what: Option<u32>,
    lead: Option<u32>,
    support: Option<u32>,
}

impl Columns {
    /// Reads the head of a table; `None` for other rows.
    pub(super) fn of(row: &Row<'_>) -> Option<Self> {
        let find = |pattern: &regex::Regex| {
            row.cells
                .iter()
                .find(|(_, cell)| cell.has(pattern) && cell.words() < 8)
                .map(|(n, _)| *n)
        };
        let (when, what) = (find(&WHEN)?, find(&WHAT));
        let lead = find(&LEAD);
        (row.cells.len() > 2 && (what.is_some() || lead.is_some())).then(|| Self {
            when,
            what,
            lead,
            support: find(&SUPPORT),
        })
    }

    pub(super) fn stage(&self, row: &Row<'_>) -> Option<Found<Stage>> {
        let cell =
            |column: u32| row.cells.iter().find(|(n, _)| *n == column).map(|(_, cell)| *cell);
        let text = |column: Option<u32>| column.and_then(cell).map(|cell| cell.text().to_owned());
        let when = cell(self.when)?.trim(".;");
        let stage = Stage {
            when: when.text().to_owned(),
            what: text(self.what),
            section: None,
            lead: text(self.lead),
            support: text(self.support),
        };
        Some(Found::new(stage, when))
    }
}
