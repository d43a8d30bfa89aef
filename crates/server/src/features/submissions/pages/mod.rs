//! The pages of submissions: the board of deadlines, and one dossier with its way.

mod board;
mod mend;
mod nominees;
mod record;

use chungsuc_domain::date::show_date;
use chungsuc_domain::submission::Stage;
use chungsuc_store::StoreError;
use maud::{Markup, html};

use super::{Package, Submission, find, package, sql};
use crate::access::Act;
use crate::features::files;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch};
use crate::web::ui::{Tone, tag_of};

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadCouncil), Gate::May(Act::KeepCouncil));
    Routes::default()
        .page("/trinh-cap-tren", read, board::page)
        .deed("/trinh-cap-tren", keep, board::open)
        .page("/trinh-cap-tren/tep/{tep}", read, file)
        .page("/trinh-cap-tren/{ma}", read, record::page)
        .page("/trinh-cap-tren/{ma}/ho-so.zip", read, fetch_package)
        .file_deed("/trinh-cap-tren/{ma}/giay-to", keep, record::put_paper)
        .deed("/trinh-cap-tren/{ma}/gop", keep, nominees::join)
        .deed("/trinh-cap-tren/{ma}/tach", keep, nominees::take_out)
        .deed("/trinh-cap-tren/{ma}/bo", keep, mend::give_up)
        .deed("/trinh-cap-tren/{ma}/dao", keep, mend::undo)
        .file_deed("/trinh-cap-tren/{ma}/buoc", keep, record::take_step)
}

fn address(id: &str) -> String {
    format!("/trinh-cap-tren/{id}")
}

fn fetch_package(v: &Visit) -> Reply {
    let Package { name, bytes } = package(&v.app, v.person()?, v.param("ma"))?;
    fetch("application/zip", &name, bytes)
}

/// Shows a file of a dossier to who may read the dossier.
fn file(v: &Visit) -> Reply {
    let (person, file) = (v.person()?, v.param("tep"));
    let key = [person.commune.as_str().into(), file.into()];
    let of: Result<Option<String>, StoreError> =
        v.app.read(|r| r.first(sql::OF_FILE, &key, |row| row.get(0)));
    let of = of.map_err(Refusal::from)?.ok_or(Refusal::NotFound)?;
    find(&v.app, person, &of)?;
    files::show(&v.app, &person.commune, file)
}

fn award(v: &Visit, code: &str) -> String {
    let award = v.app.catalog.award(code);
    award.map_or_else(|| "–".to_owned(), |award| award.form.name.clone())
}

/// For whom it goes up: “Làng Leng và 2 đề nghị khác”.
fn who(v: &Visit, one: &Submission) -> String {
    match one.nominees - 1 {
        more @ 1.. => {
            let said = [("name", one.name.clone().into()), ("more", more.into())];
            v.l.with("submission-and-more", &said)
        }
        _ => one.name.clone(),
    }
}

/// How far it is, in a word and a shape.
fn stage_tag(v: &Visit, one: &Submission) -> Markup {
    let (tone, shape) = match one.stage {
        Stage::Draft => (Tone::Plain, "○"),
        Stage::Sent => (Tone::Plain, "▷"),
        Stage::Received => (Tone::Plain, "●"),
        Stage::Returned => (Tone::Warning, "◁"),
        Stage::Awarded => (Tone::Good, "★"),
        Stage::Refused | Stage::GivenUp => (Tone::Plain, "✕"),
    };
    tag_of(tone, shape, v.l.word("submission_state-", one.stage.code()))
}

/// The day by which something is due, and whether it has passed.
fn due(v: &Visit, one: &Submission) -> Markup {
    html! {
        @match one.due {
            Some(day) => {
                (show_date(day))
                @if one.is_late(v.app.today()) { " " (tag_of(Tone::Bad, "▲", v.l.t("state-late"))) }
            }
            None => { span.quiet { (v.l.t("submission-no-day")) } }
        }
    }
}
