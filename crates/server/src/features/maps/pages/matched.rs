//! One map: which area is which village, asked where the file does not say it, then taken into use.

use maud::{Markup, html};

use super::super::{RECORD, VillageMap, discard as discard_map, map, take_into_use};
use super::MAPS;
use crate::features::units::Unit;
use crate::features::{journal, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::pictures::{Area, Dense, map as draw};
use crate::web::ui::{Choice, Confirm, Fact, Field, Kind, button, buttons, facts, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// What is chosen for an area that is no village.
const NONE: &str = "-";

pub(super) fn page(v: &Visit) -> Reply {
    let map = map(&v.app, v.person()?, v.param("ma"))?;
    let filled = map.outlines.areas.iter().enumerate().filter_map(|(place, area)| {
        area.village.as_ref().map(|village| (field(place), village.clone()))
    });
    let version = ("version".to_owned(), map.version.to_string());
    let form = Form::from_pairs(filled.chain([version]));
    let body = whole(v, &map, &form, &Errors::default())?;
    show(v.page(&map.file_name).back(MAPS, v.l.t("map-title")), body)
}

fn field(place: usize) -> String {
    format!("vung-{}", place + 1)
}

fn whole(v: &Visit, map: &VillageMap, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let villages = units::villages(&v.app, &v.person()?.commune)?;
    Ok(html! {
        (facts(&[
            Fact::new(l.t("column-state"), html! { (l.word("map-state-", &map.state)) }),
            Fact::new(l.t("map-note"), html! { (map.note) }),
            Fact::new("SHA-256", html! { code.long { (map.sha256) } }),
        ]))
        (drawn(v, map, &villages))
        @if map.is_draft() { (questions(v, map, form, errors, &villages)) }
        (journal::history(v, RECORD, &map.id)?)
    })
}

/// The areas with their numbers, and the villages that are known.
fn drawn(v: &Visit, map: &VillageMap, villages: &[Unit]) -> Markup {
    let outlines = &map.outlines;
    let area = |(place, area): (usize, &super::super::Outline)| {
        let village = villages.iter().find(|unit| Some(&unit.code) == area.village.as_ref());
        let dense = if village.is_some() { Dense::Middle } else { Dense::Unknown };
        Area {
            name: village.map(|unit| unit.name.clone()).unwrap_or_default(),
            figure: format!("({})", place + 1),
            dense,
            path: area.path(outlines),
            label: area.label(outlines),
        }
    };
    let areas: Vec<Area> = outlines.areas.iter().enumerate().map(area).collect();
    draw("ban-do", &map.file_name, v.l.t("map-told"), outlines.room(), &areas)
}

fn questions(
    v: &Visit,
    map: &VillageMap,
    form: &Form,
    errors: &Errors,
    villages: &[Unit],
) -> Markup {
    let l = v.l;
    let mut choices: Vec<Choice> =
        villages.iter().map(|unit| Choice::new(&unit.code, &unit.name)).collect();
    choices.push(Choice::new(NONE, l.t("map-no-village")));
    let named: Vec<(String, String, String)> = map
        .outlines
        .areas
        .iter()
        .enumerate()
        .map(|(place, area)| {
            let label = l.with("map-area", &[("place", (place + 1).into())]);
            (field(place), label, area.words.join(" · "))
        })
        .collect();
    let mut asked = vec![Field::new("version", "").kind(Kind::Hidden)];
    asked.extend(named.iter().map(|(name, label, words)| {
        let question = Field::new(name, label).kind(Kind::Select(choices.clone())).required();
        if words.is_empty() { question } else { question.help(words) }
    }));
    let base = format!("{MAPS}/{}", map.id);
    html! {
        h2 { (l.t("map-match")) }
        p { (l.t("map-match-lead")) }
        form method="post" action=(base) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &asked))
            (buttons(&[button(l.t("map-take"))]))
        }
        (Confirm {
            act: l.t("map-discard"),
            consequence: l.t("map-discard-consequence"),
            action: &format!("{base}/bo"),
            token: v.form_token(),
            grave: true,
        }
        .folded_with(html! { input type="hidden" name="version" value=(map.version); }))
    }
}

pub(super) fn take(v: &Visit, form: &Form) -> Reply {
    let map = map(&v.app, v.person()?, v.param("ma"))?;
    let mut errors = Errors::default();
    let mut chosen = Vec::new();
    for place in 0..map.outlines.areas.len() {
        let name = field(place);
        let village = form.filled(&name).map(str::to_owned);
        if village.is_none() {
            errors.add(name, Message::new("field-missing"));
        }
        chosen.push(village.filter(|village| village != NONE));
    }
    if map.is_draft() && !errors.is_empty() {
        let body = whole(v, &map, form, &errors)?;
        return show_again(v.page(&map.file_name).back(MAPS, v.l.t("map-title")), body);
    }
    let version = form.text("version").parse().unwrap_or_default();
    take_into_use(&v.app, v.person()?, (&map.id, version), &chosen)?;
    go("/tieu-chi/bieu-do?xem=lang&xong=map")
}

pub(super) fn discard(v: &Visit, form: &Form) -> Reply {
    let version = form.text("version").parse().map_err(|_| Refusal::NotFound)?;
    discard_map(&v.app, v.person()?, (v.param("ma"), version))?;
    go(&format!("{MAPS}?xong=map-discarded"))
}
