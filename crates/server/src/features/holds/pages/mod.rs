//! The pages of the register of holds.

mod list;
mod record;
mod write;

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::Hold;
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table, Tone, tag_of};

/// Where the register is.
const REGISTER: &str = "/tam-dung";

pub(crate) fn routes() -> Routes {
    let keep = Gate::May(Act::KeepHolds);
    Routes::default()
        .page("/tam-dung", keep, list::page)
        .page("/tam-dung/ghi", keep, write::choose)
        .page("/tam-dung/ghi/{loai}/{dt}", keep, write::page)
        .deed("/tam-dung/ghi/{loai}/{dt}", keep, write::enter)
        .page("/tam-dung/{ma}", keep, record::page)
        .deed("/tam-dung/{ma}/thoi", keep, record::lift)
}

/// What a kind is called, as the law of its beginning words it.
fn kind_name<'a>(v: &'a Visit, hold: &'a Hold) -> &'a str {
    let kind = v.app.catalog.hold_kind(&hold.kind, hold.since);
    kind.map_or(hold.kind.as_str(), |kind| &kind.name)
}

/// Open or lifted, in a word and a shape.
fn stand(v: &Visit, hold: &Hold) -> Markup {
    match &hold.end {
        None => tag_of(Tone::Warning, "‖", v.l.t("hold-stand-open")),
        Some(end) => html! {
            (tag_of(Tone::Good, "✓", v.l.t("hold-stand-over"))) " " (show_date(end.on))
        },
    }
}

/// The holds of one subject as a table, for another feature's page of that subject. The caller has
/// asked whether this person may see them.
pub(crate) fn rows(v: &Visit, holds: &[Hold]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("hold-kind")),
        Column::new(l.t("hold-since")),
        Column::new(l.t("hold-paper")),
        Column::new(l.t("column-state")),
    ];
    let row = |hold: &Hold| {
        let cells = Cells::new().link(&format!("{REGISTER}/{}", hold.id), kind_name(v, hold));
        cells.text(&show_date(hold.since)).text(&hold.paper).markup(stand(v, hold))
    };
    Table::new(l.t("holds-title"), &columns, holds.iter().map(row).collect()).draw(l)
}
