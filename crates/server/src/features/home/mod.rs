//! The first page, for everybody: what this is, and the way in.

use maud::html;

use crate::features;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::button_link;

pub(crate) fn routes() -> Routes {
    Routes::default().page("/", Gate::Public, first_page)
}

fn first_page(v: &Visit) -> Reply {
    if let Some(session) = v.session() {
        return go(features::first_page(&session.person));
    }
    let l = v.l;
    let body = html! {
        p.lead { (l.t("home-lead")) }
        div.buttons { (button_link("/dang-nhap", l.t("login-act"))) }
    };
    show(v.page(l.t("home-title")).narrow(), body)
}
