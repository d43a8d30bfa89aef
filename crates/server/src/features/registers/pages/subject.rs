//! The lifetime record of one person, household, collective or unit.

use chungsuc_domain::SubjectKind;
use maud::html;

use super::super::{Line, record_of};
use super::{REGISTER, day, issuer, paper_of, revoked};
use crate::access::Act;
use crate::features::holds;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, empty};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    let record = record_of(&v.app, v.person()?, kind, v.param("dt"))?;
    let columns = [
        Column::new(l.t("register-day")),
        Column::new(l.t("register-award")),
        Column::new(l.t("register-number")),
        Column::new(l.t("register-issuer")),
        Column::new(l.t("register-on-paper")),
        Column::new(l.t("register-achievement")),
    ];
    let row = |line: &Line| {
        let number = match line.number.as_str() {
            "" => l.t("register-no-number"),
            number => number,
        };
        Cells::new()
            .text(&day(line))
            .markup(html! { (line.award_name) (revoked(v, line)) })
            .link(&paper_of(line), number)
            .text(&issuer(v, line))
            .text(&line.name)
            .text(&line.achievement)
    };
    let rows = record.lines.iter().map(row).collect();
    let nothing = empty(l.t("register-subject-none"), l.t("register-none-hint"), None);
    let holds = match v.may(Act::KeepHolds) {
        true => Some(holds::of_subject(&v.app, v.person()?, kind, v.param("dt"))?),
        false => None,
    };
    let body = html! {
        p.lead { (l.word("subject-kind-", kind.code())) }
        @if !record.other_names.is_empty() {
            p { (l.t("register-other-names")) ": " (record.other_names.join("; ")) }
        }
        (Table::new(l.t("register-record"), &columns, rows).nothing(nothing).draw(l))
        @if let Some(holds) = &holds {
            h2 { (l.t("holds-title")) }
            @if holds.is_empty() { p { (l.t("register-no-holds")) } } @else { (holds::rows(v, holds)) }
            p {
                a href={ "/tam-dung/ghi/" (kind.code()) "/" (v.param("dt")) } { (l.t("hold-enter")) }
            }
        }
    };
    show(v.page(&record.name).back(REGISTER, l.t("way-registers")), body)
}
