//! The pages of nominations.

mod due;
mod facts;
mod list;
mod mending;
mod propose;
mod record;
mod round_propose;
mod rounds;
mod verdict;

use maud::Markup;

pub(crate) use propose::questions;

use super::State;
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Tone, tag_of};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadNominations);
    let (nominate, keep) = (Gate::May(Act::Nominate), Gate::May(Act::KeepCouncil));
    let decide = Gate::May(Act::IssueDecisions);
    Routes::default()
        .page("/khen-thuong", read, list::list)
        .page("/khen-thuong/de-nghi", nominate, propose::choose)
        .page("/khen-thuong/de-nghi/{dt}", nominate, propose::page)
        .deed("/khen-thuong/de-nghi/{dt}", nominate, propose::propose)
        .page("/khen-thuong/han", keep, due::page)
        .deed("/khen-thuong/han", keep, due::set)
        .page("/khen-thuong/dot", read, rounds::list)
        .page("/khen-thuong/dot/mo", keep, rounds::open_page)
        .deed("/khen-thuong/dot/mo", keep, rounds::open)
        .page("/khen-thuong/dot/{dot}", read, rounds::record)
        .page("/khen-thuong/dot/{dot}/chon", nominate, round_propose::choose)
        .page("/khen-thuong/dot/{dot}/de-nghi/{loai}/{dt}", nominate, round_propose::page)
        .deed("/khen-thuong/dot/{dot}/de-nghi/{loai}/{dt}", nominate, round_propose::propose)
        .page("/khen-thuong/{ma}", read, record::record)
        .page("/khen-thuong/{ma}/dieu-kien", nominate, facts::page)
        .deed("/khen-thuong/{ma}/dieu-kien", nominate, facts::tell_all)
        .page("/khen-thuong/{ma}/sua", nominate, propose::edit)
        .deed("/khen-thuong/{ma}/sua", nominate, propose::correct)
        .deed("/khen-thuong/{ma}/gui", nominate, record::send)
        .deed("/khen-thuong/{ma}/rut", nominate, record::withdraw)
        .deed("/khen-thuong/{ma}/tiep-nhan", keep, record::receive)
        .deed("/khen-thuong/{ma}/tra-lai", keep, record::send_back)
        .deed("/khen-thuong/{ma}/dong-y", decide, record::agree)
        .deed("/khen-thuong/{ma}/khong-dong-y", decide, record::decline)
        .page("/khen-thuong/{ma}/bo-sung", keep, mending::page)
        .deed("/khen-thuong/{ma}/bo-sung", keep, mending::ask)
        .deed("/khen-thuong/{ma}/bo-sung/{bs}/xong", nominate, mending::finish)
        .deed("/khen-thuong/{ma}/bo-sung/{bs}/da-xem", keep, mending::seen)
}

/// The state in a word and a shape.
pub(crate) fn state_tag(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Draft => (Tone::Plain, "○"),
        State::Sent => (Tone::Plain, "▷"),
        State::Returned => (Tone::Warning, "◁"),
        State::Received => (Tone::Good, "✓"),
        State::Tabled => (Tone::Plain, "■"),
        State::Approved => (Tone::Good, "●"),
        State::Refused => (Tone::Warning, "✕"),
        State::Awarded => (Tone::Good, "★"),
        State::Withdrawn => (Tone::Plain, "–"),
    };
    tag_of(tone, shape, v.l.word("nomination-state-", state.code()))
}
