//! The pages on which a map is brought and its areas are matched.

mod bring;
mod matched;

use crate::access::Act;
use crate::routes::{Gate, Routes};

/// Where maps are kept.
pub(super) const MAPS: &str = "/tieu-chi/bieu-do/ban-do";

pub(crate) fn routes() -> Routes {
    let keep = Gate::May(Act::KeepMaps);
    Routes::default()
        .page("/tieu-chi/bieu-do/ban-do", keep, bring::page)
        .file_deed("/tieu-chi/bieu-do/ban-do", keep, bring::bring)
        .page("/tieu-chi/bieu-do/ban-do/{ma}", keep, matched::page)
        .deed("/tieu-chi/bieu-do/ban-do/{ma}", keep, matched::take)
        .deed("/tieu-chi/bieu-do/ban-do/{ma}/bo", keep, matched::discard)
}
