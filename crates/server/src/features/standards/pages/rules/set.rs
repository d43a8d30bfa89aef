//! One set: its head, where the commune lies in it, what is laid on it, and every line with its
//! thresholds, their paper and whether anybody has compared them.

use std::ops::RangeInclusive;

use chungsuc_domain::catalog::Standing;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{ALL, Applied, Indicator, Standard};
use maud::{Markup, html};

use super::{
    line_name, out_of_force, overlay_address, own, region, region_name, regions, set_address, sets,
    standing,
};
use crate::access::Act;
use crate::features::standards::pages::chosen;
use crate::features::standards::rules::{LaidOverlay, OverlayState, Rules, overlays, rules, told};
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Column, Fact, Field, Kind, State, Table, Tone, button_link, buttons, empty, facts,
    filter, notice, tag, tag_of,
};
use crate::web::{Errors, Form, PageError, Paging};

pub(in crate::features::standards::pages) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default(), false)
}

/// The page; `form` and `errors` are those of the region.
pub(super) fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, person, id) = (v.l, v.person()?, chosen(v));
    let rules = rules(&v.app, &person.commune, id)?;
    let looked = looked(v, &rules);
    let body = html! {
        (choices(v, &rules.standard, looked))
        (out_of_force(v, &rules.standard, v.app.today()))
        (head(v, &rules))
        (doors(v, id))
        (region::section(v, &rules, form, errors)?)
        (laid(v, &rules)?)
        (lines(v, &rules, looked))
    };
    let page = v.page(l.t("set-title")).back("/tieu-chi", l.t("way-standards"));
    if again { show_again(page, body) } else { show(page, body) }
}

/// The region that is looked at: the chosen one, else that of the commune, else the first.
fn looked<'a>(v: &Visit, rules: &'a Rules) -> Option<&'a str> {
    let chosen = v.query.filled("vung").and_then(|wish| rules.standard.region(wish));
    let first = || rules.standard.head().value.regions.first();
    let chosen = chosen.map(|region| region.code.as_str());
    let own = || rules.region(v.app.today());
    chosen.or_else(own).or_else(|| first().map(|region| region.code.as_str()))
}

fn choices(v: &Visit, standard: &Standard, looked: Option<&str>) -> Markup {
    let (l, none, mut query) = (v.l, Errors::default(), v.query.clone());
    query.set("bo", &standard.head().id);
    query.set("vung", looked.unwrap_or_default());
    let regions = regions(standard);
    let fields = html! {
        (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets(v))).draw(l, &query, &none))
        @if !regions.is_empty() {
            (Field::new("vung", l.t("region")).kind(Kind::Select(regions)).draw(l, &query, &none))
        }
    };
    filter(l, &Paging::parse("/tieu-chi/bo", &v.query, &[]), fields)
}

fn head(v: &Visit, rules: &Rules) -> Markup {
    let (l, standard) = (v.l, &rules.standard);
    let (head, today) = (standard.head(), v.app.today());
    let count = [
        ("criteria", standard.criteria().len().into()),
        ("indicators", standard.indicators().len().into()),
    ];
    let successor = head.value.successor.as_deref().and_then(|id| v.app.catalog.standard(id));
    let mut list = vec![
        Fact::new(l.t("standard-name"), html! { (head.value.name) }),
        Fact::new(
            l.t("set-source"),
            html! {
                (head.source) " " (standing(v, head.standing(today)))
            },
        ),
        Fact::new(l.t("set-days"), html! { (l.days(head.from, head.to)) }),
        Fact::new(
            l.t("set-size"),
            html! {
                (l.with("set-count", &count))
                @if !standard.is_complete() { " " (l.t("set-incomplete")) }
            },
        ),
    ];
    if let Some(next) = successor {
        let next = next.head();
        list.push(Fact::new(l.t("set-successor"), html! {
            a href=(set_address(&next.id)) { (next.value.name) } ", " (l.days(next.from, next.to))
        }));
    }
    html! {
        h2 { (head.value.name) }
        (facts(&list))
        @if let Some(note) = &head.note { p.quiet { (note) } }
    }
}

fn doors(v: &Visit, id: &str) -> Markup {
    let try_out = format!("/tieu-chi/thu?bo={id}");
    let mut doors = vec![button_link(&try_out, v.l.t("try-title"))];
    if v.may(Act::KeepStandards) {
        let lay = format!("/tieu-chi/muc-rieng/them?bo={id}");
        doors.push(button_link(&lay, v.l.t("overlay-lay")));
        let confirm = format!("/tieu-chi/bo/xac-nhan?bo={id}");
        doors.push(button_link(&confirm, v.l.t("confirm-title")));
    }
    buttons(&doors)
}

/// Everything that was ever laid on the set for this commune.
fn laid(v: &Visit, rules: &Rules) -> Result<Markup, PageError> {
    let l = v.l;
    let all = overlays(&v.app, v.person()?, &rules.standard.head().id)?;
    let columns = [
        Column::new(l.t("overlay-document")),
        Column::new(l.t("overlay-issuer")),
        Column::new(l.t("overlay-days")),
        Column::new(l.t("overlay-count")).numeric(),
        Column::new(l.t("column-state")),
    ];
    let rows = all.iter().map(|one| {
        Cells::new()
            .link(&overlay_address(&one.standard, &one.id), &one.document)
            .text(&one.issuer)
            .text(&l.days(one.from, one.to))
            .number(l, one.levels.len() as u64)
            .markup(html! { div { (state(v, one)) } })
    });
    let nothing = empty(l.t("overlay-none"), l.t("overlay-none-hint"), None);
    Ok(html! {
        @if all.is_empty() { h2 { (l.t("overlay-title")) } }
        @for (id, fault) in &rules.unfit {
            @let said = told(&rules.standard, fault).say(l);
            (notice(Tone::Warning, &html! {
                a href=(overlay_address(&rules.standard.head().id, id)) { (l.t("overlay-unfit")) }
                " " (said)
            }))
        }
        (Table::new(l.t("overlay-title"), &columns, rows.collect()).nothing(nothing).draw(l))
    })
}

/// What became of an overlay, and whether somebody has confirmed it.
pub(super) fn state(v: &Visit, one: &LaidOverlay) -> Markup {
    let l = v.l;
    let today = v.app.today();
    let word = l.word("overlay-state-", one.state.code());
    html! {
        @match one.state {
            OverlayState::Mistaken => (tag_of(Tone::Bad, "✕", word)),
            OverlayState::TakenOff => (tag_of(Tone::Plain, "■", word)),
            OverlayState::Laid if one.to.is_some_and(|to| to < today) => {
                (tag_of(Tone::Plain, "■", l.t("overlay-over")))
            },
            OverlayState::Laid if today < one.from => (tag_of(Tone::Plain, "▷", l.t("overlay-to-come"))),
            OverlayState::Laid => (tag_of(Tone::Good, "●", word)),
        }
        @if one.counts() {
            " "
            @match one.checked {
                Some(_) => (standing(v, Standing::Confirmed)),
                None => (tag(l, State::Unchecked)),
            }
        }
    }
}

fn lines(v: &Visit, rules: &Rules, looked: Option<&str>) -> Markup {
    let (l, standard) = (v.l, &rules.standard);
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("threshold-title")),
        Column::new(l.t("set-source")),
        Column::new(l.t("column-checked")),
    ];
    let years = years(standard, v.app.today());
    let rows = standard.lines().map(|line| {
        let levels = levels(standard, line, looked, years.clone());
        let source = levels.first().map(|level| &level.applied.source);
        let source = source.or(line.source.as_ref()).unwrap_or(&standard.head().source);
        Cells::new()
            .text(&line_name(line))
            .markup(html! { div { (said(v, line, &levels)) } })
            .text(&source.to_string())
            .markup(html! { div { (trust(v, standard, line, looked, &levels)) } })
    });
    let caption = match looked {
        Some(code) => region_name(v, standard, Some(code)),
        None => standard.head().value.name.as_str(),
    };
    html! {
        h2 { (l.t("set-lines")) }
        p.quiet { (l.t("set-lines-lead")) }
        (Table::new(caption, &columns, rows.collect()).draw(l))
    }
}

/// The years of a set; of one without an end, up to the next year.
fn years(standard: &Standard, today: Date) -> RangeInclusive<i16> {
    let head = standard.head();
    let last = head.to.map_or(today.year() + 1, Date::year);
    // A province's values begin no earlier than the program looks back.
    head.from.year().max(last - 6)..=last
}

/// A threshold that is the same through several years.
struct Through {
    from: i16,
    to: i16,
    applied: Applied,
}

fn levels(
    standard: &Standard,
    line: &Indicator,
    region: Option<&str>,
    years: RangeInclusive<i16>,
) -> Vec<Through> {
    let mut levels: Vec<Through> = Vec::new();
    for year in years {
        let last = Date::new(year, 12, 31).ok();
        let applied = last.and_then(|last| standard.threshold(line, region, last));
        let Some(applied) = applied else { continue };
        match levels.last_mut() {
            Some(known) if known.to == year - 1 && known.applied == applied => known.to = year,
            _ => levels.push(Through { from: year, to: year, applied }),
        }
    }
    levels
}

fn said(v: &Visit, line: &Indicator, levels: &[Through]) -> Markup {
    let l = v.l;
    html! {
        @match levels {
            [] if line.compare.is_none() => (l.t("threshold-judged")),
            [] => {
                (l.t("threshold-unknown"))
                @if let Some(kind) = line.set_by {
                    " " (l.with("threshold-set-by", &[("unit", l.word("unit-kind-", kind.code()).into())]))
                }
            },
            [one] if one.applied.overlay.is_none() && one.applied.region == ALL => {
                (super::asked(line, one.applied.value))
            },
            many => ul.plain {
                @for one in many {
                    li {
                        (span(one)) ": " (super::asked(line, one.applied.value))
                        @if one.applied.overlay.is_some() { " " (own(v)) }
                    }
                }
            },
        }
        @if let Some(note) = &line.note { p.quiet { (note) } }
    }
}

/// “2022” or “2022–2024”.
fn span(levels: &Through) -> String {
    match levels.from == levels.to {
        true => levels.from.to_string(),
        false => format!("{}–{}", levels.from, levels.to),
    }
}

/// Whether the set's own words were compared, and each value that was laid on top.
fn trust(
    v: &Visit,
    standard: &Standard,
    line: &Indicator,
    region: Option<&str>,
    levels: &[Through],
) -> Markup {
    let own = levels.iter().find(|one| one.applied.overlay.is_none());
    let laid = levels.iter().rfind(|one| one.applied.overlay.is_some());
    html! {
        @if own.is_some() || laid.is_none() {
            (standing(v, standard.own_standing(line, region, v.app.today())))
        }
        @if let Some(laid) = laid {
            " " (laid.applied.source) " " (standing(v, laid.applied.standing))
        }
    }
}
