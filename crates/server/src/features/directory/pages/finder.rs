//! Finding somebody of the directory for another feature: a search, and what it found.

use maud::{Markup, html};

use super::super::find_subjects;
use crate::visit::Visit;
use crate::web::Errors;
use crate::web::PageError;
use crate::web::ui::{Cells, Column, Field, Table, button, empty};

/// Subjects that a search shows at most.
const FOUND_MOST: i64 = 30;

/// The search by `name` on the page of this address, and the found: each leads to `base` with its kind and
/// its id behind.
///
/// # Errors
/// [`Refusal::Forbidden`](crate::refusal::Refusal::Forbidden); of the store.
pub(crate) fn finder(v: &Visit, name: &str, base: &str) -> Result<Markup, PageError> {
    let l = v.l;
    let found = find_subjects(&v.app, v.person()?, v.query.text("ten"), FOUND_MOST)?;
    let columns = [Column::new(name), Column::new(l.t("directory-kind"))];
    let rows = found.iter().map(|subject| {
        let kind = subject.kind.code();
        let href = format!("{base}/{kind}/{}", subject.id);
        Cells::new().link(&href, &subject.name).text(l.word("subject-kind-", kind))
    });
    let nobody = empty(l.t("directory-nobody"), l.t("directory-nobody-hint"), None);
    let table = Table::new(l.t("directory-found"), &columns, rows.collect()).nothing(nobody);
    Ok(html! {
        form.filter method="get" action=(v.path) {
            (Field::new("ten", name).draw(l, &v.query, &Errors::default()))
            (button(l.t("directory-find")))
        }
        (table.draw(l))
    })
}
