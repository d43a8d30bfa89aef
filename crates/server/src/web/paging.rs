//! Where a reader stands in a list: page, order, and the addresses that lead elsewhere in it.
//!
//! The address holds it all: `trang` the page, `xep` the order (`ten` up, `-ten` down),
//! `dang=csv` the export; every other pair is a filter and is carried along.

use crate::web::{Form, Language};

/// Rows on one page.
pub const SIZE: u64 = 50;
/// Pages further than this are not counted to: one filters instead.
const LAST_PAGE: u64 = 100_000;

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// One of the keys that the list allows.
    pub key: &'static str,
    /// From high to low.
    pub descending: bool,
}

/// How many rows there are, as far as it was worth counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Counted to the end.
    Exactly(u64),
    /// Counting stopped here: there are more.
    MoreThan(u64),
}

impl Count {
    /// How far a list is counted: a statement asks for one row more.
    pub const MOST: i64 = 1_000;

    /// The answer of a count that stopped after one row more than [`Count::MOST`].
    pub fn of(rows: i64) -> Self {
        let most = u64::try_from(Self::MOST).unwrap_or_default();
        match u64::try_from(rows).unwrap_or_default() {
            many if many > most => Self::MoreThan(most),
            few => Self::Exactly(few),
        }
    }
}

/// The place of a reader in a list.
#[derive(Clone, Debug)]
pub struct Paging {
    path: String,
    filters: Vec<(String, String)>,
    page: u64,
    sort: Option<Sort>,
    csv: bool,
}

impl Paging {
    /// Reads the query of a list page; `keys` are the orders that the list allows.
    pub fn parse(path: &str, query: &Form, keys: &[&'static str]) -> Self {
        let page = query.text("trang").parse().unwrap_or(1).clamp(1, LAST_PAGE);
        let wish = query.text("xep");
        let name = wish.strip_prefix('-').unwrap_or(wish);
        let key = keys.iter().find(|key| **key == name);
        let sort = key.map(|key| Sort { key, descending: wish.starts_with('-') });
        let own = |name: &str| matches!(name, "trang" | "xep" | "dang" | "lang");
        let filters = query.pairs().iter();
        let filters = filters.filter(|(name, value)| !own(name) && !value.is_empty());
        Self {
            path: path.to_owned(),
            filters: filters.cloned().collect(),
            page,
            sort,
            csv: query.text("dang") == "csv",
        }
    }

    /// The number of the page, from 1.
    pub fn page(&self) -> u64 {
        self.page
    }

    /// Rows to leave out before this page.
    pub fn offset(&self) -> u64 {
        (self.page - 1) * SIZE
    }

    /// Limit and offset of the statement that reads this page; an export reads all rows.
    pub fn window(&self) -> [i64; 2] {
        let whole = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
        if self.csv { [i64::MAX, 0] } else { [whole(SIZE), whole(self.offset())] }
    }

    /// The number of rows, where this page tells it: an export has all, and a page that is not full is
    /// the last one.
    pub fn count_from(&self, shown: usize) -> Option<Count> {
        let shown = shown as u64;
        match (self.csv, shown) {
            (true, all) => Some(Count::Exactly(all)),
            // Beyond the last page: how many rows lie before it is not known.
            (false, 0) if self.page > 1 => None,
            (false, few) if few < SIZE => Some(Count::Exactly(self.offset() + few)),
            _ => None,
        }
    }

    /// The order asked for, if it is one that the list allows.
    pub fn sort(&self) -> Option<Sort> {
        self.sort
    }

    /// Whether the list is wanted as a CSV file.
    pub fn wants_csv(&self) -> bool {
        self.csv
    }

    /// The path of the list, without its query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The filters in force.
    pub fn filters(&self) -> &[(String, String)] {
        &self.filters
    }

    /// The value of `xep` for the order in force.
    pub fn sort_value(&self) -> Option<String> {
        self.sort.map(sort_value)
    }

    /// The address of another page of the same list.
    pub fn page_link(&self, page: u64) -> String {
        let number = (page > 1).then(|| ("trang", page.to_string()));
        self.link(self.sort, number)
    }

    /// The address of the same list in another order: up first, down if it is up already.
    pub fn sort_link(&self, key: &'static str) -> String {
        let descending = self.sort == Some(Sort { key, descending: false });
        self.link(Some(Sort { key, descending }), None)
    }

    /// The address of what is shown, all pages, as a CSV file.
    pub fn csv_link(&self) -> String {
        self.link(self.sort, Some(("dang", "csv".to_owned())))
    }

    /// Whether rows remain after this page.
    pub fn has_next(&self, count: Count) -> bool {
        match count {
            Count::Exactly(rows) => rows > self.page * SIZE,
            // What lies beyond the counted part is found by going there.
            Count::MoreThan(_) => true,
        }
    }

    /// “1–50 trong hơn 1.000”, for `shown` rows on this page.
    pub fn range(&self, l: Language, shown: usize, count: Count) -> String {
        let first = l.number(self.offset() + u64::from(shown > 0));
        let last = l.number(self.offset() + shown as u64);
        let place = |rows: u64| {
            [("first", first.into()), ("last", last.into()), ("rows", l.number(rows).into())]
        };
        match count {
            Count::Exactly(rows) => l.with("paging-range", &place(rows)),
            Count::MoreThan(rows) => l.with("paging-range-more", &place(rows)),
        }
    }

    fn link(&self, sort: Option<Sort>, last: Option<(&str, String)>) -> String {
        let sort = sort.map(|sort| ("xep", sort_value(sort)));
        let filters = self.filters.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let pairs: Vec<_> = filters.chain(sort).chain(last).collect();
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", self.path),
            _ => self.path.clone(),
        }
    }
}

fn sort_value(sort: Sort) -> String {
    format!("{}{}", if sort.descending { "-" } else { "" }, sort.key)
}

#[cfg(test)]
mod tests;
