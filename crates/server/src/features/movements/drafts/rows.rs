//! The lists of a plan's form. A field is named as its place in the facts of a plan: `target.0.due`; and
//! `target.0.at` keeps which words of the document it came from.

use std::collections::BTreeMap;

use crate::web::Form;

/// How a column of a list is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A line.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Day,
    /// A kind of contestant.
    Kind,
    /// A unit of the commune, by its name.
    Unit,
    /// A set of criteria.
    Standard,
}

/// A list of the form.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Its name in field names.
    pub name: &'static str,
    /// Key of its title.
    pub title: &'static str,
    /// Key of what one row is called, with `$number`.
    pub one: &'static str,
    /// Its columns: name, key of the label, how it is answered.
    pub columns: &'static [(&'static str, &'static str, Answer)],
}

/// The lists, in the order of the page.
pub const LISTS: [List; 5] = [
    List {
        name: "target",
        title: "targets-title",
        one: "plan-target",
        columns: &[
            ("text", "target-text", Answer::Lines),
            ("due", "target-due", Answer::Day),
            ("unit", "plan-target-unit", Answer::Unit),
            ("standard", "plan-target-standard", Answer::Standard),
        ],
    },
    List {
        name: "subject",
        title: "merits-title",
        one: "plan-subject",
        columns: &[
            ("name", "plan-subject-name", Answer::Line),
            ("kind", "contestant-kind", Answer::Kind),
            ("merits", "plan-subject-merits", Answer::Lines),
        ],
    },
    List {
        name: "stage",
        title: "stages-title",
        one: "plan-stage",
        columns: &[
            ("text", "plan-stage-text", Answer::Lines),
            ("from", "plan-stage-from", Answer::Day),
            ("to", "plan-stage-to", Answer::Day),
        ],
    },
    List {
        name: "duty",
        title: "duties-title",
        one: "plan-duty",
        columns: &[
            ("bearer", "duty-bearer", Answer::Line),
            ("text", "duty-text", Answer::Lines),
            ("due", "duty-due", Answer::Day),
            ("section", "plan-duty-section", Answer::Line),
        ],
    },
    List {
        name: "basis",
        title: "paper-bases",
        one: "plan-basis",
        columns: &[
            ("kind", "paper-kind", Answer::Line),
            ("number", "paper-number", Answer::Line),
            ("issued_on", "paper-day", Answer::Day),
            ("issuer", "paper-issuer", Answer::Line),
        ],
    },
];

/// The most rows of one list: far more than any plan has.
const MOST: usize = 300;

impl List {
    /// The name of a field of a row.
    pub fn field(&self, row: usize, column: &str) -> String {
        format!("{}.{row}.{column}", self.name)
    }

    /// How many rows a form has.
    pub fn rows(&self, form: &Form) -> usize {
        rows(form, self.name)
    }
}

/// How many rows of a list a form has.
pub fn rows(form: &Form, list: &str) -> usize {
    let numbers = form.pairs().iter().filter_map(|(name, _)| row_of(name, list));
    numbers.map(|(row, _)| row + 1).max().unwrap_or_default()
}

/// The row and the column of a field's name.
fn row_of<'a>(name: &'a str, list: &str) -> Option<(usize, &'a str)> {
    let (row, column) = name.strip_prefix(list)?.strip_prefix('.')?.split_once('.')?;
    Some((row.parse().ok().filter(|row| *row < MOST)?, column))
}

/// The form without rows that are empty or ticked to be dropped; the others close up.
pub(super) fn tidied(form: &Form) -> Form {
    let is_row = |name: &str| LISTS.iter().any(|list| row_of(name, list.name).is_some());
    let mut pairs: Vec<(String, String)> =
        form.pairs().iter().filter(|(name, _)| !is_row(name)).cloned().collect();
    for list in &LISTS {
        let mut kept: BTreeMap<usize, Vec<(&str, &str)>> = BTreeMap::new();
        for (name, value) in form.pairs() {
            if let Some((row, column)) = row_of(name, list.name) {
                kept.entry(row).or_default().push((column, value));
            }
        }
        kept.retain(|_, fields| is_kept(list, fields));
        for (row, fields) in kept.into_values().enumerate() {
            let named = fields.into_iter().map(|(column, value)| (list.field(row, column), value));
            pairs.extend(named.map(|(name, value)| (name, value.to_owned())));
        }
    }
    Form::from_pairs(pairs)
}

fn is_kept(list: &List, fields: &[(&str, &str)]) -> bool {
    let answered = |(column, value): &(&str, &str)| {
        list.columns.iter().any(|(known, ..)| known == column) && !value.trim().is_empty()
    };
    fields.iter().any(answered) && !fields.iter().any(|(column, _)| *column == "drop")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_empty_or_dropped_go_and_the_others_close_up() {
        let form = Form::from_pairs([
            ("paper.number", "5/KH-UBND"),
            ("target.0.text", "Một"),
            ("target.0.drop", "on"),
            ("target.1.text", " "),
            ("target.1.at", "3-9"),
            ("target.2.text", "Ba"),
            ("target.2.at", "10-12?"),
            ("target.10.text", "Mười một"),
            ("target.9999999.text", "Quá xa"),
        ]);
        let tidy = tidied(&form);
        assert_eq!(rows(&tidy, "target"), 2);
        assert_eq!((tidy.text("target.0.text"), tidy.text("target.0.at")), ("Ba", "10-12?"));
        assert_eq!(tidy.text("target.1.text"), "Mười một");
        assert_eq!(tidy.text("paper.number"), "5/KH-UBND");
        assert_eq!(tidied(&tidy), tidy);
    }
}
