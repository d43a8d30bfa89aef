//! The first page, for everybody: the movement of the commune in sums without a name, and the way in.

use chungsuc_domain::{ContributionKind, date};
use maud::{Markup, html};

use crate::features;
use crate::features::movements::{self, Movement};
use crate::features::{contributions, standards, units};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{button_link, buttons, figure, figures};

pub(crate) fn routes() -> Routes {
    Routes::default().page("/", Gate::Public, first_page)
}

fn first_page(v: &Visit) -> Reply {
    if let Some(session) = v.session() {
        return go(features::first_page(&session.person));
    }
    let communes = movements::communes(&v.app)?;
    let asked = v.query.filled("xa");
    match communes.iter().find(|code| asked == Some(code)).or(sole(&communes)) {
        Some(commune) => of_commune(v, commune),
        None => of_program(v, &communes),
    }
}

/// The commune, where the program serves only one.
fn sole(communes: &[String]) -> Option<&String> {
    communes.first().filter(|_| communes.len() == 1)
}

/// What the program is, and the communes that it serves.
fn of_program(v: &Visit, communes: &[String]) -> Reply {
    let l = v.l;
    let mut list = Vec::new();
    for code in communes {
        let name = units::find(&v.app, code)?.map_or_else(|| code.clone(), |unit| unit.name);
        list.push((format!("/?xa={code}"), name, current(v, code)?));
    }
    let body = html! {
        p.lead { (l.t("home-lead")) }
        @if !list.is_empty() {
            h2 { (l.t("home-communes")) }
            ul.plain {
                @for (href, name, movement) in &list {
                    li {
                        a href=(href) { (name) }
                        @if let Some(movement) = movement { ": " (movement.name) }
                    }
                }
            }
        }
        (way_in(v))
    };
    show(v.page(l.t("home-title")).narrow(), body)
}

/// A commune's movement.
fn of_commune(v: &Visit, commune: &str) -> Reply {
    let l = v.l;
    let Some(movement) = current(v, commune)? else { return of_program(v, &[]) };
    let name = units::find(&v.app, commune)?.map_or_else(|| commune.to_owned(), |unit| unit.name);
    let body = html! {
        p.lead { (when(v, &name, &movement)) }
        (sums(v, commune, &movement)?)
        p { (l.t("home-lead")) }
        (way_in(v))
    };
    show(v.page(&movement.name), body)
}

fn current(v: &Visit, commune: &str) -> Result<Option<Movement>, Refusal> {
    let all = movements::of_commune(&v.app, commune)?;
    Ok(movements::current_of(all, v.app.today()))
}

fn when(v: &Visit, commune: &str, movement: &Movement) -> String {
    let (from, to) = (movement.period.from(), movement.period.to());
    let told = [
        ("commune", commune.into()),
        ("from", date::show_date(from).into()),
        ("to", date::show_date(to).into()),
    ];
    let said = v.l.with("home-movement", &told);
    match movement.days_left(v.app.today()) {
        Some(days) => format!("{said} {}", v.l.with("home-days-left", &[("days", days.into())])),
        None => said,
    }
}

fn villages(v: &Visit, commune: &str) -> Result<Markup, Refusal> {
    let (l, today) = (v.l, v.app.today());
    let all = standards::of_commune(&v.app, commune, standards::usual(&v.app), today)?;
    let standing = all.iter().filter(|one| one.stands()).count();
    let note = l.with("home-villages-note", &[("day", date::show_date(today).into())]);
    Ok(figure(&format!("{standing}/{}", all.len()), l.t("home-villages"), "", &note))
}

/// Where the villages stand, and what was given in natural units: nothing is turned into money here.
fn sums(v: &Visit, commune: &str, movement: &Movement) -> Result<Markup, Refusal> {
    let l = v.l;
    let mut sums = contributions::of_commune(&v.app, commune, &movement.id)?;
    sums.sort_by_key(|sum| (sum.kind, sum.measure));
    let (goods, others): (Vec<_>, Vec<_>) =
        sums.iter().partition(|sum| sum.kind == ContributionKind::Goods);
    let mut row = vec![villages(v, commune)?];
    row.extend(others.iter().map(|sum| {
        let note = l.with("home-given", &[("unit", sum.measure.label().into())]);
        let kind = l.word("contribution-kind-", sum.kind.code());
        figure(&sum.quantity.amount.to_string(), kind, "", &note)
    }));
    let goods: Vec<_> = goods.iter().map(|sum| sum.quantity.to_string()).collect();
    Ok(html! {
        (figures(&row))
        @if !goods.is_empty() {
            p { (l.with("home-goods", &[("goods", goods.join(", ").into())])) }
        }
    })
}

fn way_in(v: &Visit) -> Markup {
    let tell = match v.query.filled("xa") {
        Some(commune) => format!("/nguoi-tot-viec-tot?xa={commune}"),
        None => "/nguoi-tot-viec-tot".to_owned(),
    };
    buttons(&[
        button_link(&tell, v.l.t("proposal-public")),
        button_link("/lay-y-kien", v.l.t("consultation-public")),
        button_link("/dang-nhap", v.l.t("login-act")),
        button_link("/kiem-tra", v.l.t("check-title")),
    ])
}
