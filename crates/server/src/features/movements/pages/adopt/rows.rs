//! The lists of the form. Their controls are drawn without the frame of single fields: a plan has a
//! hundred of them, and the page must stay small.

use chungsuc_domain::SubjectKind;
use maud::{Markup, html};

use super::super::super::drafts::{Answer, List};
use super::form::Sheet;

/// How many empty rows are added at once.
const MORE_ROWS: usize = 3;

impl Sheet<'_> {
    /// A list with its rows, an empty one behind them, and the button for more.
    pub(super) fn list(&self, list: &List) -> Markup {
        let l = self.v.l;
        let rows = list.rows(self.typed);
        let empty = if self.v.query.text("them") == list.name { MORE_ROWS } else { 1 };
        html! {
            h2 id=(list.name) { (l.find(list.title).unwrap_or(list.title)) }
            @for row in 0..rows + empty { (self.row(list, row, row < rows)) }
            button.button.second type="submit" name="act" value={ "more." (list.name) } {
                (l.t("plan-row-more"))
            }
        }
    }

    /// What a row is called: “Chỉ tiêu 2”.
    pub(super) fn row_name(&self, list: &List, row: usize) -> String {
        self.v.l.with(list.one, &[("number", (row + 1).into())])
    }

    fn row(&self, list: &List, row: usize, is_filled: bool) -> Markup {
        let (l, id) = (self.v.l, format!("{}.{row}", list.name));
        html! {
            fieldset.row id=(id) {
                legend { (self.row_name(list, row)) }
                @if is_filled { p { (self.looked(&id)) (self.said(&id)) } }
                @for (column, label, answer) in list.columns {
                    (self.cell(&list.field(row, column), label, *answer))
                }
                @if is_filled {
                    label.drop {
                        input type="checkbox" name={ (id) ".drop" }; " " (l.t("plan-row-drop"))
                    }
                }
            }
        }
    }

    /// The plan's own words for a time, beside the days that they mean.
    fn said(&self, id: &str) -> Markup {
        let said = self.typed.text(&format!("{id}.said"));
        html! { @if !said.is_empty() { " " span.quiet { "“" (said) "”" } } }
    }

    fn cell(&self, name: &str, label: &'static str, answer: Answer) -> Markup {
        let l = self.v.l;
        let error = self.errors.of(name);
        html! {
            label class=[(answer == Answer::Day).then_some("short")] {
                (l.find(label).unwrap_or(label))
                @if let Some(error) = error { span.error { (error.say(l)) } }
                (self.control(name, answer, error.map(|_| "true")))
            }
        }
    }

    fn control(&self, name: &str, answer: Answer, invalid: Option<&str>) -> Markup {
        let value = self.typed.raw(name);
        // Only the summary of what is wrong leads to a control.
        let id = invalid.map(|_| name);
        match answer {
            Answer::Lines => html! {
                textarea id=[id] name=(name) rows="2" aria-invalid=[invalid] { "\n" (value) }
            },
            Answer::Line | Answer::Day => html! {
                input id=[id] name=(name) value=(value) aria-invalid=[invalid];
            },
            Answer::Unit => html! {
                input id=[id] name=(name) value=(value) list="units" aria-invalid=[invalid];
            },
            Answer::Kind => {
                let kinds = SubjectKind::ALL.iter();
                let word = |kind: &SubjectKind| self.v.l.word("subject-kind-", kind.code());
                let choices = kinds.map(|kind| (kind.code(), word(kind)));
                self.select(name, &choices.collect::<Vec<_>>(), invalid)
            }
            Answer::Standard => {
                let sets = self.v.app.catalog.standards();
                let choices =
                    sets.map(|set| (set.head().id.as_str(), set.head().value.name.as_str()));
                self.select(name, &choices.collect::<Vec<_>>(), invalid)
            }
        }
    }

    fn select(&self, name: &str, choices: &[(&str, &str)], invalid: Option<&str>) -> Markup {
        let chosen = self.typed.text(name);
        html! {
            select id=[invalid.map(|_| name)] name=(name) aria-invalid=[invalid] {
                option value="" { (self.v.l.t("field-choose")) }
                @for (value, label) in choices {
                    option value=(value) selected[*value == chosen] { (label) }
                }
            }
        }
    }
}
