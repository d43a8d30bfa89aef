//! The list: each sort of document, and whose words are in use.

use chungsuc_domain::date::show_time;
use maud::{Markup, html};

use super::super::{InUse, fits, in_use, sorts};
use super::{Sort, address, name};
use crate::features::names;
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{Cells, Column, Table, Tone, tag_of};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let columns = [
        Column::new(l.t("template-sort")),
        Column::new(l.t("template-kind")),
        Column::new(l.t("template-words-of")),
        Column::new(l.t("template-since")),
        Column::new(l.t("template-chosen-by")),
    ];
    let names = names::of_accounts(&v.app, &v.person()?.commune)?;
    let row = |sort: &&'static Sort| {
        let using = in_use(&v.app, v.person()?, sort)?;
        let chosen = using.chosen.as_ref();
        let by = chosen.and_then(|(account, _)| names.get(account));
        Ok::<_, PageError>(
            Cells::new()
                .link(&address(sort), name(l, sort))
                .text(sort.kind)
                .markup(whose(v, sort, &using)?)
                .text(&chosen.map_or_else(|| "–".to_owned(), |(_, at)| show_time(*at)))
                .text(by.map_or("–", String::as_str)),
        )
    };
    let rows = sorts::ALL.iter().map(row).collect::<Result<_, _>>()?;
    let body = html! {
        p.lead { (l.t("template-lead")) }
        (Table::new(l.t("template-title"), &columns, rows).draw(l))
    };
    show(v.page(l.t("template-title")), body)
}

/// “Bản gốc”, “Bản 3 của đơn vị”, or that the own version does not fit any more.
pub(super) fn whose(v: &Visit, sort: &Sort, using: &InUse) -> Result<Markup, PageError> {
    let l = v.l;
    let Some(number) = using.version else {
        return Ok(tag_of(Tone::Plain, "○", l.t("template-shipped")));
    };
    let own = l.with("template-own", &[("number", number.into())]);
    Ok(if fits(&v.app, v.person()?, sort)? {
        tag_of(Tone::Good, "●", &own)
    } else {
        html! {
            (tag_of(Tone::Warning, "▲", &own)) " " (l.t("template-unfit-short"))
        }
    })
}
