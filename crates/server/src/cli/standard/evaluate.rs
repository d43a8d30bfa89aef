//! `standard evaluate`: verdicts for each indicator, criterion and unit of a file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{Overlay, Region, Standard, evaluate_unit};

use super::answer::Answer;
use super::sheet::{NoSheet, Sheet};
use super::{CliError, open};
use crate::app::App;
use crate::catalog::embedded;
use crate::config::Config;
use crate::features::standards::rules::rules;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::Language;

/// No file of figures of a province is larger, in bytes.
const LARGEST_FILE: u64 = 50 << 20;
/// The exit code when no figure could be read; 1 says that some rows could not.
const NOTHING: u8 = 2;

/// Kết luận từng chỉ tiêu, tiêu chí, đơn vị theo một bộ tiêu chí
#[derive(clap::Args)]
pub(in crate::cli) struct Evaluate {
    /// Mã bộ tiêu chí · id of the standard, as in xa-ntm-2021-2025
    #[arg(long)]
    set: String,
    /// Xét như xã này: mức riêng, vùng đã ghi trong dữ liệu · judge as this commune of the database is
    /// judged
    #[arg(long, value_name = "CODE")]
    commune: Option<String>,
    /// Vùng hoặc nhóm xã · region or group of communes, as in tay-nguyen
    #[arg(long)]
    region: Option<String>,
    /// Năm; xét theo ngày cuối năm · the year, judged by its last day
    #[arg(long, value_parser = clap::value_parser!(i16).range(1990..=2100))]
    year: i16,
    /// Tệp CSV có các cột unit, indicator, value, numerator, denominator (thứ tự nào cũng được);
    /// số viết kiểu máy: 1234.5 · figures as CSV, numbers as machines write them
    #[arg(long, value_name = "FILE")]
    values: PathBuf,
    /// Mức riêng của tỉnh hoặc xã đặt trên bộ tiêu chí · values laid on the standard (TOML)
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Evaluate {
    /// Exit code 0: all rows read; 1: some were not, the others are answered; 2: nothing judged.
    pub(super) fn run(
        &self,
        config: impl FnOnce() -> Result<Config, CliError>,
    ) -> Result<ExitCode, CliError> {
        let l = Language::parse(&self.language).unwrap_or_default();
        let app = self.commune.as_ref().map(|_| open(&config()?)).transpose()?;
        match self.answer(l, app.as_ref()) {
            Ok(answer) => {
                if self.json {
                    println!("{}", answer.in_json());
                } else {
                    print!("{}", answer.in_words());
                }
                Ok(ExitCode::from(match answer.sheet.says_something() {
                    true => u8::from(!answer.sheet.faults.is_empty()),
                    false => NOTHING,
                }))
            }
            Err(sentence) => {
                eprintln!("chungsuc: {sentence}");
                Ok(ExitCode::from(NOTHING))
            }
        }
    }

    fn answer(&self, l: Language, app: Option<&App>) -> Result<Answer, String> {
        let day = Date::new(self.year, 12, 31).map_err(|error| error.to_string())?;
        let (mut standard, region) = match app {
            Some(app) => self.as_commune(app, day, l)?,
            None => {
                let catalog = embedded();
                let region = self.region.as_deref();
                let (standard, region) = set_and_region(&catalog, &self.set, region, l)?;
                (standard.clone(), region)
            }
        };
        for file in &self.overlay {
            standard = laid(&standard, file, l)?;
        }
        let sheet = self.sheet(&standard, l)?;
        let judge = |(unit, values): (&String, _)| {
            (unit.clone(), evaluate_unit(&standard, region.as_deref(), day, values))
        };
        let units = sheet.units.iter().map(judge).collect();
        Ok(Answer { standard, region, day, sheet, units, language: l })
    }

    /// The standard as it is laid for a commune of the database, and its region there.
    fn as_commune(
        &self,
        app: &App,
        day: Date,
        l: Language,
    ) -> Result<(Standard, Option<String>), String> {
        let commune = self.commune.as_deref().unwrap_or_default();
        let wrong = |refusal: Refusal| CliError::from(refusal).to_string();
        let unit = units::find(app, commune).map_err(|error| wrong(error.into()))?;
        if unit.is_none() {
            return Err(l.with("evaluate-no-commune", &[("commune", commune.to_owned().into())]));
        }
        // An unknown set is told with the known ones.
        let asked = |region| set_and_region(&app.catalog, &self.set, region, l);
        if app.catalog.standard(&self.set).is_none() {
            asked(None)?;
        }
        let rules = rules(app, commune, &self.set).map_err(wrong)?;
        let region = self.region.as_deref().or(rules.region(day));
        let (_, region) = asked(region)?;
        Ok((rules.standard.clone(), region))
    }

    fn sheet(&self, standard: &Standard, l: Language) -> Result<Sheet, String> {
        let bytes = read(&self.values, l)?;
        let file = ("file", self.values.display().to_string().into());
        Sheet::read(&bytes, standard).map_err(|why| match why {
            NoSheet::NotUtf8 => l.with("evaluate-not-utf8", &[file]),
            NoSheet::Empty => l.with("evaluate-empty", &[file]),
            NoSheet::NoRows => l.with("evaluate-no-rows", &[file]),
            NoSheet::MissingColumn(column) => {
                l.with("evaluate-column-missing", &[file, ("column", column.into())])
            }
            NoSheet::DoubledColumn(column) => {
                l.with("evaluate-column-doubled", &[file, ("column", column.into())])
            }
        })
    }
}

/// A standard and the code of the region. A standard with regions needs one, others have none.
pub(super) fn set_and_region<'a>(
    catalog: &'a Catalog,
    set: &str,
    region: Option<&str>,
    l: Language,
) -> Result<(&'a Standard, Option<String>), String> {
    let Some(standard) = catalog.standard(set) else {
        let known: Vec<&str> = catalog.standards().map(|one| one.head().id.as_str()).collect();
        let variables = [("set", set.into()), ("known", known.join(", ").into())];
        return Err(l.with("evaluate-no-set", &variables));
    };
    let regions = &standard.head().value.regions;
    let name = |region: &Region| region.aliases.first().unwrap_or(&region.code).clone();
    let known = ("known", regions.iter().map(name).collect::<Vec<_>>().join(", ").into());
    match region {
        None if regions.is_empty() => Ok((standard, None)),
        None => Err(l.with("evaluate-region-missing", &[known])),
        Some(_) if regions.is_empty() => Err(l.t("evaluate-no-regions").to_owned()),
        Some(name) => match standard.region(name) {
            Some(region) => Ok((standard, Some(region.code.clone()))),
            None => Err(l.with("evaluate-region-unknown", &[("region", name.into()), known])),
        },
    }
}

pub(super) fn read(file: &Path, l: Language) -> Result<Vec<u8>, String> {
    let name = || ("file", file.display().to_string().into());
    match std::fs::metadata(file) {
        Ok(about) if about.len() > LARGEST_FILE => {
            return Err(l.with("evaluate-too-large", &[name()]));
        }
        _ => {}
    }
    std::fs::read(file).map_err(|error| {
        l.with("evaluate-unreadable", &[name(), ("why", error.to_string().into())])
    })
}

fn laid(standard: &Standard, file: &Path, l: Language) -> Result<Standard, String> {
    let name = file.display().to_string();
    let refuse = |why: String| {
        l.with("evaluate-overlay", &[("file", name.clone().into()), ("why", why.into())])
    };
    let text = String::from_utf8(read(file, l)?)
        .map_err(|_| l.with("evaluate-not-utf8", &[("file", name.clone().into())]))?;
    let overlay = Overlay::parse(&name, &text).map_err(|fault| refuse(fault.to_string()))?;
    standard.with(overlay).map_err(|fault| refuse(fault.to_string()))
}
