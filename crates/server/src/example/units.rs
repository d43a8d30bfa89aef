//! The units of the example: province, district, communes, villages.

use chungsuc_store::Author;

use super::{COMMUNE, ExampleError, read};
use crate::app::App;
use crate::features::units::{self, Imported};
use crate::web::Language;

/// The file, read by the importer that officers use.
const FILE: &str = "units.csv";

pub(super) fn load(app: &App) -> Result<(), ExampleError> {
    let author = Author {
        commune: COMMUNE.to_owned(),
        actor: "system:demo".to_owned(),
        at: super::events::Event::on(super::BEGINNING, 7, "units", |_, _| Ok(())).at,
    };
    match units::import(app, &author, read::bytes(FILE)?)? {
        Imported::Done(_) => Ok(()),
        Imported::Faulty(faults) => {
            let said = faults.iter().map(|fault| {
                format!("{} {}: {}", fault.line, fault.column, fault.message.say(Language::English))
            });
            Err(ExampleError::File { file: FILE, why: said.collect::<Vec<_>>().join("; ") })
        }
    }
}
