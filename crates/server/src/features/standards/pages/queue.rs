//! What waits for this person's judgement: the figures of a village for a period, together.

use std::collections::BTreeMap;

use maud::html;

use super::super::{Value, waiting};
use super::period_word;
use crate::features::units;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, empty};

/// The village, the standard and the period of figures that are judged together.
type Key<'a> = (&'a str, &'a str, &'a str);

pub(super) fn queue(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let waiting = waiting(&v.app, person)?;
    let villages = units::territories(&v.app, person)?;
    let mut groups: BTreeMap<Key<'_>, Vec<&Value>> = BTreeMap::new();
    for value in &waiting {
        groups.entry((&value.unit, &value.standard, &value.period)).or_default().push(value);
    }
    let columns = [
        Column::new(l.t("standing-village")),
        Column::new(l.t("value-period")),
        Column::new(l.t("queue-count")).numeric(),
        Column::new(l.t("standard-name")),
    ];
    let rows = groups.iter().map(|((unit, standard, period), values)| {
        let village = villages.iter().find(|village| village.code == *unit);
        let set = v.app.catalog.standard(standard);
        let href = format!("/tieu-chi/tham-dinh/{unit}?bo={standard}&ky={period}");
        Cells::new()
            .link(&href, village.map_or("–", |village| village.name.as_str()))
            .text(&period_word(v, period))
            .number(l, values.len() as u64)
            .text(set.map_or("–", |set| set.head().value.name.as_str()))
    });
    let table = Table::new(l.t("queue-title"), &columns, rows.collect());
    let nothing = empty(l.t("queue-empty"), l.t("queue-empty-hint"), None);
    let body = html! { (table.nothing(nothing).draw(l)) };
    show(v.page(l.t("queue-title")).back("/tieu-chi", l.t("way-standards")), body)
}
