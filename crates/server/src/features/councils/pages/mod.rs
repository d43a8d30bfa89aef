//! The pages of the council.

mod agenda;
mod award_rules;
mod ballot;
mod council;
mod interest;
mod paper;
mod sittings;

use maud::Markup;

use super::State;
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Tone, tag_of};

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadCouncil), Gate::May(Act::KeepCouncil));
    let (vote, count) = (Gate::May(Act::Vote), Gate::May(Act::CountBallots));
    Routes::default()
        .page("/hoi-dong", read, council::council)
        .page("/hoi-dong/kien-toan", keep, council::new)
        .deed("/hoi-dong/kien-toan", keep, council::set)
        .page("/hoi-dong/ty-le", read, award_rules::page)
        .deed("/hoi-dong/ty-le", keep, award_rules::enter)
        .deed("/hoi-dong/ty-le/{ma}/thoi", keep, award_rules::end)
        .page("/hoi-dong/phien/moi", keep, sittings::new)
        .deed("/hoi-dong/phien/moi", keep, sittings::call_sitting)
        .page("/hoi-dong/phien/{ma}", read, sittings::record)
        .deed("/hoi-dong/phien/{ma}/ho-so", keep, sittings::add)
        .deed("/hoi-dong/phien/{ma}/mo", keep, sittings::open_sitting)
        .deed("/hoi-dong/phien/{ma}/dong", keep, sittings::close_sitting)
        .page("/hoi-dong/phien/{ma}/phieu", vote, ballot::ballot)
        .deed("/hoi-dong/phien/{ma}/phieu", vote, ballot::cast)
        .page("/hoi-dong/phien/{ma}/lien-quan", vote, interest::page)
        .deed("/hoi-dong/phien/{ma}/lien-quan", vote, interest::take)
        .page("/hoi-dong/phien/{ma}/kiem-phieu", count, paper::page)
        .deed("/hoi-dong/phien/{ma}/kiem-phieu", count, paper::take)
        .deed("/hoi-dong/phien/{ma}/bo-lai", keep, sittings::vote_again)
}

fn state_tag(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Called => (Tone::Plain, "▷"),
        State::Open => (Tone::Warning, "●"),
        State::Closed => (Tone::Good, "■"),
    };
    tag_of(tone, shape, v.l.word("sitting-state-", state.code()))
}
