//! The pages of opinions.

mod ask;
mod give;
mod list;
mod shown;

use maud::Markup;

use super::State;
use crate::access::Act;
use crate::features::files;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit};
use crate::web::ui::{Tone, tag_of};

pub(crate) use shown::summary;

pub(crate) fn routes() -> Routes {
    let (read, give) = (Gate::May(Act::ReadOpinions), Gate::May(Act::GiveOpinions));
    let (dossier, keep) = (Gate::May(Act::ReadNominations), Gate::May(Act::KeepCouncil));
    Routes::default()
        .page("/y-kien", give, list::page)
        .page("/y-kien/de-nghi/{dn}", dossier, ask::page)
        .deed("/y-kien/de-nghi/{dn}", keep, ask::ask)
        .page("/y-kien/{ma}", give, give::page)
        .file_deed("/y-kien/{ma}", give, give::answer)
        .page("/y-kien/{ma}/tep", read, file)
        .page("/y-kien/{ma}/thoi", keep, ask::stop_page)
        .deed("/y-kien/{ma}/thoi", keep, ask::withdraw)
}

fn state_tag(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Asked => (Tone::Plain, "○"),
        State::Supplement => (Tone::Warning, "◁"),
        State::Agreed => (Tone::Good, "✓"),
        State::Disagreed => (Tone::Warning, "✕"),
        State::Withdrawn => (Tone::Plain, "–"),
    };
    tag_of(tone, shape, v.l.word("opinion-state-", state.code()))
}

fn file(v: &Visit) -> Reply {
    let person = v.person()?;
    let one = super::find(&v.app, person, v.param("ma"))?;
    files::show(&v.app, &person.commune, &one.file.ok_or(Refusal::NotFound)?)
}
