//! The invented map of the villages, brought and matched by the officer in charge.

use jiff::civil::{Date, date};

use super::{Event, Known, read};
use crate::app::App;
use crate::features::{maps, units};
use crate::refusal::Refusal;
use crate::web::UploadedFile;

const FILE: &str = "villages.geojson";
const BROUGHT: Date = date(2023, 2, 14);
const OFFICER: &str = "tieuchi";
/// The one village that the file writes in another way; the officer says which it is.
const WRITTEN_OTHERWISE: (&str, &str) = ("Kleck", "Klếch");

pub(super) fn events() -> Vec<Event> {
    vec![Event::on(BROUGHT, 10, FILE, bring)]
}

fn bring(app: &App, known: &mut Known) -> Result<(), Refusal> {
    let by = known.person(OFFICER)?;
    let content = read::bytes(FILE).map_err(|_| Refusal::NotFound)?.to_vec();
    let sent = UploadedFile { field: "file".to_owned(), name: FILE.to_owned(), content };
    let note = "Ranh giới đặt ra cho ví dụ, không phải ranh giới thật";
    let id = maps::bring(app, &by, &sent, note)?;
    let map = maps::map(app, &by, &id)?;
    let villages = units::villages(app, &by.commune)?;
    let (written, name) = WRITTEN_OTHERWISE;
    let told = villages.iter().find(|unit| unit.name == name).map(|unit| unit.code.clone());
    let areas = map.outlines.areas.iter();
    let chosen: Vec<Option<String>> = areas
        .map(|area| match area.words.iter().any(|word| word == written) {
            true => told.clone(),
            false => area.village.clone(),
        })
        .collect();
    maps::take_into_use(app, &by, (&id, map.version), &chosen)
}
