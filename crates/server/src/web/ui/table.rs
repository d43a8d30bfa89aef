//! A table as a tool: ordered by its heads, paged, added up, exported; cards on a phone.

use maud::{Markup, html};

use super::{State, empty, tag};
use crate::web::paging::SIZE;
use crate::web::{Count, Language, Paging, Sort};

/// What stands in a column, and how.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    label: &'a str,
    sort: Option<&'static str>,
    numeric: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn new(label: &'a str) -> Self {
        Self { label, sort: None, numeric: false }
    }

    /// The list can be ordered by this column: one of the keys that its `Paging` allows.
    #[must_use]
    pub fn sorted_by(self, key: &'static str) -> Self {
        Self { sort: Some(key), ..self }
    }

    /// Numbers: to the right, digit under digit.
    #[must_use]
    pub fn numeric(self) -> Self {
        Self { numeric: true, ..self }
    }

    fn class(&self) -> Option<&'static str> {
        self.numeric.then_some("number")
    }
}

/// The cells of one row, put down from left to right; the first one names the row.
#[derive(Clone, Debug, Default)]
pub struct Cells(Vec<Markup>);

impl Cells {
    /// A row with nothing in it yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Words, or a number that is worded already.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.markup(html! { (text) })
    }

    /// A door to what is behind it.
    #[must_use]
    pub fn link(self, href: &str, text: &str) -> Self {
        self.markup(html! { a href=(href) { (text) } })
    }

    /// A whole number; zero is a value and is shown.
    #[must_use]
    pub fn number(self, l: Language, number: u64) -> Self {
        self.text(&l.number(number))
    }

    /// The state of a record.
    #[must_use]
    pub fn tag(self, l: Language, state: State) -> Self {
        self.markup(tag(l, state))
    }

    /// Anything else.
    #[must_use]
    pub fn markup(mut self, cell: Markup) -> Self {
        self.0.push(cell);
        self
    }
}

/// A table being put together; `draw` shows it.
pub struct Table<'a> {
    caption: &'a str,
    columns: &'a [Column<'a>],
    rows: Vec<Cells>,
    totals: Option<Cells>,
    place: Option<(&'a Paging, Count)>,
    nothing: Option<Markup>,
    wide: bool,
}

impl<'a> Table<'a> {
    /// A table, what it is called, and its rows.
    pub fn new(caption: &'a str, columns: &'a [Column<'a>], rows: Vec<Cells>) -> Self {
        Self { caption, columns, rows, totals: None, place: None, nothing: None, wide: false }
    }

    /// One page of a list: heads order it, the foot leads on and exports what is shown.
    #[must_use]
    pub fn paged(self, paging: &'a Paging, count: Count) -> Self {
        Self { place: Some((paging, count)), ..self }
    }

    /// The row at the foot that adds up; its first cell says “Cộng”.
    #[must_use]
    pub fn totals(self, totals: Cells) -> Self {
        Self { totals: Some(totals), ..self }
    }

    /// What is said instead when the list is empty, made by `empty`.
    #[must_use]
    pub fn nothing(self, nothing: Markup) -> Self {
        Self { nothing: Some(nothing), ..self }
    }

    /// More columns than a page is wide: it slides sideways and stays a table on a phone.
    #[must_use]
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// The table, or what is said instead of it.
    pub fn draw(&self, l: Language) -> Markup {
        let slides = self.wide.then_some("0");
        html! {
            div.listing {
                @if self.rows.is_empty() {
                    (self.say_nothing(l))
                } @else {
                    div.table.wide[self.wide] tabindex=[slides] role=[slides.map(|_| "region")]
                        aria-label=[slides.map(|_| self.caption)] {
                        table {
                            caption { (self.caption) }
                            (self.head(l))
                            tbody { (self.lines(&self.rows)) }
                            @if let Some(totals) = &self.totals { tfoot { (self.lines(std::slice::from_ref(totals))) } }
                        }
                    }
                }
                @if let Some((paging, count)) = self.place { (self.foot(l, paging, count)) }
            }
        }
    }

    fn head(&self, l: Language) -> Markup {
        html! {
            thead {
                tr {
                    @for column in self.columns { (self.column(l, column)) }
                }
            }
        }
    }

    fn column(&self, l: Language, column: &Column<'_>) -> Markup {
        let Some((paging, key)) = self.place.map(|place| place.0).zip(column.sort) else {
            return html! { th scope="col" class=[column.class()] { (column.label) } };
        };
        let (order, shape) = match paging.sort() {
            Some(Sort { key: here, descending: false }) if here == key => (Some("ascending"), "▲"),
            Some(Sort { key: here, descending: true }) if here == key => (Some("descending"), "▼"),
            _ => (None, "↕"),
        };
        html! {
            th.ordered scope="col" .number[column.numeric] aria-sort=[order] {
                a href=(paging.sort_link(key)) {
                    span.hidden { (l.t("table-sort")) " " }
                    (column.label) " " span.order aria-hidden="true" { (shape) }
                }
            }
        }
    }

    /// All lines into one text: long lists are what the program shows most. A cell of a card says what
    /// it is; a wide table never becomes cards.
    fn lines(&self, rows: &[Cells]) -> Markup {
        let label = |column: &Column<'a>| (!self.wide).then_some(column.label);
        html! {
            @for cells in rows {
                tr {
                    @for (place, (cell, column)) in cells.0.iter().zip(self.columns).enumerate() {
                        @if place == 0 {
                            th scope="row" class=[column.class()] { (cell) }
                        } @else {
                            td class=[column.class()] data-label=[label(column)] { (cell) }
                        }
                    }
                }
            }
        }
    }

    fn say_nothing(&self, l: Language) -> Markup {
        let filtered = self.place.is_some_and(|(paging, _)| !paging.filters().is_empty());
        if filtered {
            return empty(l.t("table-none-found"), l.t("table-none-found-hint"), None);
        }
        let usual = || empty(l.t("table-empty"), l.t("table-empty-hint"), None);
        self.nothing.clone().unwrap_or_else(usual)
    }

    fn foot(&self, l: Language, paging: &Paging, count: Count) -> Markup {
        let shown = self.rows.len();
        // Where counting stopped early, a page that is not full is the last one.
        let has_next = paging.has_next(count) && shown as u64 >= SIZE;
        let here = paging.page();
        html! {
            div.table-foot {
                @if shown > 0 {
                    p { (paging.range(l, shown, count)) }
                }
                @if here > 1 || has_next {
                    nav aria-label=(l.with("paging-title", &[("table", self.caption.into())])) {
                        @if here > 1 {
                            a rel="prev" href=(paging.page_link(here - 1)) {
                                "‹ " (l.t("paging-previous"))
                            }
                        }
                        span { (l.with("paging-here", &[("page", l.number(here).into())])) }
                        @if has_next {
                            a rel="next" href=(paging.page_link(here + 1)) {
                                (l.t("paging-next")) " ›"
                            }
                        }
                    }
                }
                @if shown > 0 {
                    a.export href=(paging.csv_link()) download { (l.t("table-export")) }
                }
            }
        }
    }
}

/// The form above a list; its `fields` are drawn from the same query as the list.
pub fn filter(l: Language, paging: &Paging, fields: Markup) -> Markup {
    html! {
        form.filter method="get" action=(paging.path()) aria-label=(l.t("filter-title")) {
            (fields)
            @if let Some(order) = paging.sort_value() {
                input type="hidden" name="xep" value=(order);
            }
            div.buttons {
                button.button.second type="submit" { (l.t("filter-apply")) }
                @if !paging.filters().is_empty() {
                    a href=(paging.path()) { (l.t("filter-clear")) }
                }
            }
        }
    }
}
