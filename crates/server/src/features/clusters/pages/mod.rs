//! The pages of clusters.

mod close;
mod list;
mod member;
mod open;
mod record;
mod score;

use chungsuc_domain::Decimal;
use maud::Markup;

use super::{Cluster, State, find};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{Tone, tag_of};

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadClusters), Gate::May(Act::KeepClusters));
    let score = Gate::May(Act::ScoreClusters);
    Routes::default()
        .page("/cum-khoi", read, list::page)
        .page("/cum-khoi/lap", keep, open::page)
        .deed("/cum-khoi/lap", keep, open::open)
        .page("/cum-khoi/{ma}", read, record::page)
        .page("/cum-khoi/{ma}/thanh-vien/{thanh_vien}", read, member::page)
        .page("/cum-khoi/{ma}/cham/{ai}/{thanh_vien}", score, score::page)
        .deed("/cum-khoi/{ma}/cham/{ai}/{thanh_vien}", score, score::save)
        .deed("/cum-khoi/{ma}/buoc", keep, record::go_on)
        .page("/cum-khoi/{ma}/chot", keep, close::page)
        .deed("/cum-khoi/{ma}/chot", keep, close::close)
        .page("/cum-khoi/{ma}/bo", keep, close::drop_page)
        .deed("/cum-khoi/{ma}/bo", keep, close::drop)
}

/// The cluster of the address.
fn asked(v: &Visit) -> Result<Cluster, PageError> {
    Ok(find(&v.app, v.person()?, v.param("ma"))?)
}

fn address(id: &str) -> String {
    format!("/cum-khoi/{id}")
}

/// “Khối các làng – năm 2024”.
fn title(v: &Visit, cluster: &Cluster) -> String {
    let facts = [("name", cluster.name.clone().into()), ("year", cluster.year.to_string().into())];
    v.l.with("cluster-title", &facts)
}

fn state(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Own | State::Peers => (Tone::Plain, "○"),
        State::Settling => (Tone::Warning, "●"),
        State::Closed => (Tone::Good, "■"),
        State::Dropped => (Tone::Bad, "✕"),
    };
    tag_of(tone, shape, v.l.word("cluster-state-", state.code()))
}

/// Points, or a dash.
fn points(points: Option<Decimal>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| points.to_string())
}
