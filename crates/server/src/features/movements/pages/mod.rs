//! The pages of movements.

mod adopt;
mod contestants;
mod duties;
mod record;
mod register;

use maud::{Markup, html};

use super::Movement;
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadMovements);
    let keep = Gate::May(Act::KeepMovements);
    let register = Gate::May(Act::Register);
    Routes::default()
        .page("/phong-trao", read, record::list)
        .page("/phong-trao/lap", keep, adopt::page)
        .file_deed("/phong-trao/lap", keep, adopt::upload)
        .page("/phong-trao/lap/{nhap}", keep, adopt::draft_page)
        .deed("/phong-trao/lap/{nhap}", keep, adopt::send_draft)
        .page("/phong-trao/lap/{nhap}/tep", keep, adopt::file)
        .deed("/phong-trao/lap/{nhap}/bo", keep, adopt::discard)
        .page("/phong-trao/{ma}", read, record::record)
        .page("/phong-trao/{ma}/tep", read, adopt::original)
        .page("/phong-trao/{ma}/khen-thuong", read, record::awards)
        .page("/phong-trao/{ma}/nhiem-vu", read, duties::list)
        .deed("/phong-trao/{ma}/nhiem-vu", keep, duties::set)
        .deed("/phong-trao/{ma}/nhiem-vu/{so}", keep, duties::finish)
        .page("/phong-trao/{ma}/doi-tuong", read, contestants::list)
        .page("/phong-trao/{ma}/dang-ky", register, register::choose)
        .page("/phong-trao/{ma}/dang-ky/{loai}/{dt}", register, register::page)
        .deed("/phong-trao/{ma}/dang-ky/{loai}/{dt}", register, register::register)
        .page("/doi-tuong/{ma}", read, contestants::record)
        .deed("/doi-tuong/{ma}/giao-uoc", register, contestants::pledge)
}

/// The parts of a movement, as tabs above each of them.
fn tabs(v: &Visit, movement: &Movement) -> Markup {
    let (l, base) = (v.l, format!("/phong-trao/{}", movement.id));
    let tabs = [
        (base.clone(), l.t("movement-plan")),
        (format!("{base}/doi-tuong"), l.t("contestants-title")),
        (format!("{base}/nhiem-vu"), l.t("duties-title")),
        (format!("{base}/khen-thuong"), l.t("movement-awards")),
    ];
    html! {
        nav.tabs aria-label=(movement.name) {
            @for (href, label) in &tabs {
                a href=(href) aria-current=[(v.path == *href).then_some("page")] { (label) }
            }
        }
    }
}
