//! What waits for this person's judgement: the figures of a village for a period, together.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::{Judging, Value, waiting, waiting_for_officers};
use super::period_word;
use crate::access::Act;
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, empty};

/// The village, the standard and the period of figures that are judged together.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Which part of what waits the reader looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What waits for their step.
    All,
    /// What waits in the criteria that they are in charge of.
    Mine,
    /// What waits for officers in charge, for the board that may stand in.
    Instead,
}

impl Part {
    pub(super) fn of(v: &Visit) -> Self {
        match v.query.text("loc") {
            "cua-toi" => Self::Mine,
            "thay" if v.may(Act::StandInForOfficer) => Self::Instead,
            _ => Self::All,
        }
    }

    /// The end of an address that keeps to this part.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Mine => "&loc=cua-toi",
            Self::Instead => "&loc=thay",
        }
    }

    /// The values of this part.
    pub(super) fn values(self, v: &Visit) -> Result<Vec<Value>, Refusal> {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        let mut found = match self {
            Self::Instead => waiting_for_officers(&v.app, person)?,
            Self::All | Self::Mine => waiting(&v.app, person)?,
        };
        if self == Self::Mine {
            let judging = Judging::today(&v.app, person)?;
            found.retain(|value| judging.is_mine(value));
        }
        Ok(found)
    }
}

/// The parts that this reader has; a single one needs no tabs.
fn tabs(v: &Visit, here: Part) -> Markup {
    let l = v.l;
    let mut parts = vec![(Part::All, "/tieu-chi/cho-duyet", l.t("queue-all"))];
    if v.may(Act::VerifyValues) {
        parts.push((Part::Mine, "/tieu-chi/cho-duyet?loc=cua-toi", l.t("queue-mine")));
    }
    if v.may(Act::StandInForOfficer) {
        parts.push((Part::Instead, "/tieu-chi/cho-duyet?loc=thay", l.t("queue-instead")));
    }
    html! {
        nav.tabs aria-label=(l.t("queue-title")) {
            @for (part, href, label) in parts {
                a href=(href) aria-current=[(part == here).then_some("page")] { (label) }
            }
        }
    }
}

pub(super) fn queue(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let part = Part::of(v);
    let waiting = part.values(v)?;
    let units = units::territories(&v.app, person)?;
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
        let village = units.iter().find(|village| village.code == *unit);
        let set = v.app.catalog.standard(standard);
        let end = part.suffix();
        let href = format!("/tieu-chi/tham-dinh/{unit}?bo={standard}&ky={period}{end}");
        Cells::new()
            .link(&href, village.map_or("–", |village| village.name.as_str()))
            .text(&period_word(v, period))
            .number(l, values.len() as u64)
            .text(set.map_or("–", |set| set.head().value.name.as_str()))
    });
    let table = Table::new(l.t("queue-title"), &columns, rows.collect());
    let hint = match part {
        Part::All => l.t("queue-empty-hint"),
        Part::Mine => l.t("queue-mine-hint"),
        Part::Instead => l.t("queue-instead-hint"),
    };
    let nothing = empty(l.t("queue-empty"), hint, None);
    let body = html! { (tabs(v, part)) (table.nothing(nothing).draw(l)) };
    show(v.page(l.t("queue-title")).back("/tieu-chi", l.t("way-standards")), body)
}
