//! The pages of the registry: the list, one paper, entering, correcting, and relations.

mod enter;
mod list;
mod record;
mod relations;
mod sheet;

use chungsuc_domain::date;

use super::{Direction, Paper};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadPapers), Gate::May(Act::RegisterPapers));
    Routes::default()
        .page("/van-ban", read, list::page)
        .page("/van-ban/ghi", keep, enter::new)
        .file_deed("/van-ban/ghi", keep, enter::add)
        .page("/van-ban/{ma}", read, record::page)
        .page("/van-ban/{ma}/tep", read, record::file)
        .page("/van-ban/{ma}/sua", keep, enter::edit)
        .file_deed("/van-ban/{ma}/sua", keep, enter::correct)
        .deed("/van-ban/{ma}/rut", keep, record::withdraw)
        .page("/van-ban/{ma}/quan-he", keep, relations::page)
        .deed("/van-ban/{ma}/quan-he", keep, relations::add)
        .deed("/van-ban/{ma}/quan-he/bo", keep, relations::end)
}

/// The page of a paper.
fn address(id: &str) -> String {
    format!("/van-ban/{id}")
}

fn number_of(v: &Visit, paper: &Paper) -> String {
    paper.number.clone().unwrap_or_else(|| v.l.t("paper-no-number").to_owned())
}

fn day_of(paper: &Paper) -> String {
    paper.issued_on.map_or_else(|| "–".to_owned(), date::show_date)
}

/// “Quyết định 312/QĐ-UBND”; of a paper without a number, its kind and day.
fn name_of(v: &Visit, paper: &Paper) -> String {
    let kind = v.l.word("paper-kind-", paper.kind.code());
    match &paper.number {
        Some(number) => format!("{kind} {number}"),
        None => format!("{kind} {}", day_of(paper)),
    }
}

/// “Đến số 12, ngày 05/12/2023” or “Đi”.
fn direction_of(v: &Visit, paper: &Paper) -> String {
    match paper.arrival {
        None => v.l.word("direction-", Direction::Outgoing.code()).to_owned(),
        Some(arrival) => {
            let place =
                [("number", arrival.number.into()), ("day", date::show_date(arrival.on).into())];
            v.l.with("paper-arrived", &place)
        }
    }
}
