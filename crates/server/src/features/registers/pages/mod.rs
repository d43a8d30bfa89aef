//! The pages of the register of awards.

mod asked;
mod bring;
mod line;
mod list;
mod subject;
mod write;

use chungsuc_domain::{UnitKind, date};
use maud::{Markup, html};

use super::{Line, Origin};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Choice, Tone, tag_of};

/// Where the register is.
const REGISTER: &str = "/so-khen-thuong";
/// Where old lists are brought.
const BRING: &str = "/so-khen-thuong/nhap";

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadHonours), Gate::May(Act::KeepHonours));
    Routes::default()
        .page("/so-khen-thuong", read, list::page)
        .page("/so-khen-thuong/so.xlsx", read, list::sheet)
        .page("/so-khen-thuong/dong/{ma}", read, line::page)
        .page("/so-khen-thuong/dong/{ma}/tep", read, line::file)
        .deed("/so-khen-thuong/dong/{ma}/noi", keep, line::link)
        .deed("/so-khen-thuong/dong/{ma}/rut", keep, line::withdraw)
        .page("/so-khen-thuong/cua/{loai}/{dt}", read, subject::page)
        .page("/so-khen-thuong/ghi", keep, write::choose)
        .page("/so-khen-thuong/ghi/{loai}/{dt}", keep, write::page)
        .file_deed("/so-khen-thuong/ghi/{loai}/{dt}", keep, write::record)
        .page("/so-khen-thuong/nhap", keep, bring::page)
        .file_deed("/so-khen-thuong/nhap", keep, bring::bring)
        .page("/so-khen-thuong/nhap/{ma}", keep, bring::look)
        .deed("/so-khen-thuong/nhap/{ma}", keep, bring::agree)
        .deed("/so-khen-thuong/nhap/{ma}/bo", keep, bring::discard)
}

/// Where the paper of a line is shown.
fn paper_of(line: &Line) -> String {
    match line.origin {
        Origin::Decision => format!("/quyet-dinh/{}", line.id),
        Origin::Honour => format!("{REGISTER}/dong/{}", line.id),
    }
}

/// Where the whole record of a line's subject is shown.
fn record_of(line: &Line) -> Option<String> {
    let subject = line.subject.as_ref()?;
    Some(format!("{REGISTER}/cua/{}/{subject}", line.kind.code()))
}

/// The day, or the year where the day is not known.
fn day(line: &Line) -> String {
    line.issued_on.map_or_else(|| line.year.to_string(), date::show_date)
}

/// The levels that give awards, from below.
fn levels(v: &Visit) -> Vec<Choice> {
    use UnitKind::{Commune, Country, District, Province};
    let all = [Commune, District, Province, Country];
    all.map(|level| Choice::new(level.code(), level_word(v, level))).to_vec()
}

fn level_word(v: &Visit, level: UnitKind) -> &'static str {
    v.l.word("register-level-", level.code())
}

/// By which paper it was taken back, where it was.
fn revoked(v: &Visit, line: &Line) -> Markup {
    html! {
        @if let Some((paper, day)) = &line.revoked {
            @let said = [("paper", paper.clone().into()), ("day", date::show_date(*day).into())];
            br; (tag_of(Tone::Bad, "✕", v.l.t("register-revoked-tag")))
            " " span.quiet { (v.l.with("register-revoked-by", &said)) }
        }
    }
}

fn revoked_words(v: &Visit, line: &Line) -> Option<String> {
    let (paper, day) = line.revoked.as_ref()?;
    let said = [("paper", paper.clone().into()), ("day", date::show_date(*day).into())];
    Some(v.l.with("register-revoked", &said))
}

/// Who gave it: the commune itself where a decision of its own did.
fn issuer(v: &Visit, line: &Line) -> String {
    match line.origin {
        Origin::Decision => v.l.t("register-own-decision").to_owned(),
        Origin::Honour => line.issuer.clone(),
    }
}
