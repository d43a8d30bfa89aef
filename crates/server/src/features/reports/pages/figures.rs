//! The figures of a report: each is a door to what was counted.

use chungsuc_domain::{ContributionKind, Vnd, date};
use maud::{Markup, html};

use super::super::{Figures, GiftFigure, Report, TargetFigure, VillageFigure};
use crate::access::Act;
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table, Tone, figure, figures, tag_of};

/// The row of numbers; each leads to its table on the page of the report, `base`.
pub(super) fn doors(v: &Visit, all: &Figures, base: &str) -> Markup {
    let (l, to) = (v.l, |part: &str| format!("{base}#{part}"));
    let standing = all.villages.iter().filter(|one| one.stands()).count();
    let (money, others): (Vec<_>, Vec<_>) =
        all.gifts.iter().partition(|one| one.kind == ContributionKind::Money);
    let dong = Vnd::total(money.iter().filter_map(|one| one.dong)).unwrap_or_default();
    let others: Vec<_> = others.iter().map(|one| one.quantity.to_string()).collect();
    let given = [&["đồng".to_owned()], others.as_slice()].concat().join(", ");
    let awarded: usize = all.decisions.iter().map(|one| one.awarded).sum();
    let late = [("late", all.duties.late.into())];
    figures(&[
        figure(
            &format!("{standing}/{}", all.villages.len()),
            l.t("report-villages-standing"),
            &to("lang"),
            "",
        ),
        figure(&dong.to_string(), l.t("report-gifts"), &to("nguon-luc"), &given),
        figure(
            &all.duties.done.to_string(),
            l.t("report-duties-done"),
            &to("nhiem-vu"),
            &l.with("report-duties-late", &late),
        ),
        figure(&awarded.to_string(), l.t("report-awarded"), &to("khen-thuong"), ""),
    ])
}

/// The tables, in the order of the document.
pub(super) fn tables(v: &Visit, report: &Report, all: &Figures) -> Markup {
    let l = v.l;
    html! {
        h2 { (l.t("report-figures")) }
        section #chi-tieu { (targets(v, all)) }
        section #lang { (villages(v, report, all)) }
        section #nguon-luc { (gifts(v, report, &all.gifts)) }
        section #nhiem-vu { (people_and_duties(v, report, all)) }
        section #khen-thuong { (decisions(v, all)) }
    }
}

fn targets(v: &Visit, all: &Figures) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("report-target")),
        Column::new(l.t("report-target-due")),
        Column::new(l.t("report-target-state")),
    ];
    let rows = all.targets.iter().map(|target| {
        let due = target.due.map_or_else(|| "–".to_owned(), date::show_date);
        Cells::new().text(&target.text).text(&due).markup(reached(v, target))
    });
    Table::new(l.t("report-targets"), &columns, rows.collect()).draw(l)
}

/// Reached or not, with the door to the village; or why the program cannot tell.
fn reached(v: &Visit, target: &TargetFigure) -> Markup {
    let l = v.l;
    let standing = target.standing.map(|(met, total)| format!("{met}/{total}"));
    html! {
        @match target.reached() {
            Some(true) => (tag_of(Tone::Good, "✓", l.t("report-target-reached"))),
            Some(false) => (tag_of(Tone::Warning, "✕", l.t("report-target-missed"))),
            None => span.quiet { (l.t("report-target-unmeasured")) },
        }
        @if let Some((standing, unit)) = standing.zip(target.unit.as_ref()) {
            " " a href={ "/tieu-chi/" (unit) } { (standing) " " (l.t("report-criteria")) }
        }
    }
}

fn villages(v: &Visit, report: &Report, all: &Figures) -> Markup {
    let l = v.l;
    let day = |day| [("day", date::show_date(day).into())];
    let before = l.with("report-before", &day(report.counted.from()));
    let now = l.with("report-now", &day(report.counted.to()));
    let columns = [
        Column::new(l.t("report-village")),
        Column::new(&before).numeric(),
        Column::new(&now).numeric(),
        Column::new(l.t("report-not-met")).numeric(),
        Column::new(l.t("report-unknown")).numeric(),
    ];
    let row = |one: &VillageFigure| {
        let of = |met: usize| format!("{met}/{}", one.total);
        let before = one.before.map_or_else(|| l.t("report-no-values").to_owned(), of);
        let href = format!("/tieu-chi/{}?bo={}", one.code, all.standard);
        Cells::new()
            .link(&href, &one.name)
            .text(&before)
            .text(&of(one.met))
            .text(&one.not_met.to_string())
            .text(&one.unknown.to_string())
    };
    Table::new(l.t("report-villages"), &columns, all.villages.iter().map(row).collect()).draw(l)
}

fn gifts(v: &Visit, report: &Report, gifts: &[GiftFigure]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("report-gift-kind")),
        Column::new(l.t("report-gift-quantity")).numeric(),
        Column::new(l.t("report-gift-dong")).numeric(),
    ];
    // Who may read a part of the ledger only would not find this sum in it.
    let reads_ledger =
        v.person().is_ok_and(|person| person.must_in_commune(Act::ReadContributions).is_ok());
    // The ledger shows one calendar year, or all of it.
    let (first, last) = (report.period.from().year(), report.period.to().year());
    let year = if first == last { format!("&nam={first}") } else { String::new() };
    let row = |one: &GiftFigure| {
        let kind = l.word("contribution-kind-", one.kind.code());
        let dong = one.dong.map(|dong| format!("{dong} đồng"));
        let row = match reads_ledger {
            true => Cells::new().link(&format!("/nguon-luc?loai={}{year}", one.kind.code()), kind),
            false => Cells::new().text(kind),
        };
        row.text(&one.quantity.to_string()).text(dong.as_deref().unwrap_or(l.t("report-no-rate")))
    };
    let total = Vnd::total(gifts.iter().filter_map(|one| one.dong)).ok();
    let total = total.map_or_else(|| "–".to_owned(), |sum| format!("{sum} đồng"));
    let table = Table::new(l.t("report-gifts"), &columns, gifts.iter().map(row).collect());
    match gifts.is_empty() {
        true => html! { h3 { (l.t("report-gifts")) } p { (l.t("report-no-gifts")) } },
        false => {
            table.totals(Cells::new().text(l.t("report-gift-sum")).text("").text(&total)).draw(l)
        }
    }
}

fn people_and_duties(v: &Visit, report: &Report, all: &Figures) -> Markup {
    let (l, base) = (v.l, format!("/phong-trao/{}", report.movement));
    let columns = [Column::new(l.t("report-what")), Column::new(l.t("report-count")).numeric()];
    let duties = &all.duties;
    let counted = [
        ("report-duty-done", duties.done),
        ("report-duty-done-late", duties.done_late),
        ("report-duty-late", duties.late),
        ("report-duty-open", duties.open),
        ("report-duty-standing", duties.standing),
    ];
    let duty = |(key, count): (&'static str, usize)| {
        Cells::new().link(&format!("{base}/nhiem-vu"), l.t(key)).text(&count.to_string())
    };
    let contestant = |(kind, count): &(chungsuc_domain::SubjectKind, i64)| {
        let href = format!("{base}/doi-tuong?loai={}", kind.code());
        Cells::new().link(&href, l.word("subject-kind-", kind.code())).text(&count.to_string())
    };
    let contestants = all.contestants.iter().map(contestant).collect();
    html! {
        (Table::new(l.t("report-duties"), &columns, counted.map(duty).to_vec()).draw(l))
        (Table::new(l.t("report-contestants"), &columns, contestants).draw(l))
    }
}

fn decisions(v: &Visit, all: &Figures) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("report-decision")),
        Column::new(l.t("report-decision-day")),
        Column::new(l.t("report-awarded")).numeric(),
        Column::new(l.t("report-reward")).numeric(),
    ];
    let rows = all.decisions.iter().map(|one| {
        let unknown = [("count", one.unknown.into())];
        let revoked = [("count", one.revoked.into())];
        let awarded = html! {
            (one.awarded)
            @if one.revoked > 0 { " " span.quiet { (l.with("report-revoked", &revoked)) } }
        };
        let reward = html! {
            (one.reward) " đồng"
            @if one.unknown > 0 { " " span.quiet { (l.with("report-reward-unknown", &unknown)) } }
        };
        Cells::new()
            .link(&format!("/quyet-dinh/{}", one.id), &one.number)
            .text(&date::show_date(one.issued_on))
            .markup(awarded)
            .markup(reward)
    });
    html! {
        @if all.decisions.is_empty() {
            h3 { (l.t("report-decisions")) } p { (l.t("report-no-decisions")) }
        } @else { (Table::new(l.t("report-decisions"), &columns, rows.collect()).draw(l)) }
    }
}
