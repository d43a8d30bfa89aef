//! `standard lay` and `standard regions`: what a province, or a commune without its pages, lays on a
//! standard, and which units lie in which regions.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chungsuc_domain::date::Date;
use chungsuc_domain::standard::Overlay;
use chungsuc_store::Author;
use serde::Deserialize;

use super::CliError;
use super::evaluate::read;
use crate::app::App;
use crate::features::standards::rules::{NewOverlay, put_overlay, put_region, rules};
use crate::features::units;
use crate::web::Language;

/// Đặt mức riêng của tỉnh hoặc xã lên một bộ tiêu chí
#[derive(clap::Args)]
pub(in crate::cli) struct Lay {
    /// Tệp TOML có [overlay] và [[level]] · the values, as catalog/README.md shows them
    file: PathBuf,
    /// Mã đơn vị mà mức ấy áp dụng, kể cả đơn vị bên dưới · the unit whose values they are
    #[arg(long)]
    unit: String,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Lay {
    pub(super) fn run(&self, app: &App) -> Result<ExitCode, CliError> {
        let l = Language::parse(&self.language).unwrap_or_default();
        let name = self.file.display().to_string();
        let refuse = |why: String| {
            let variables = [("file", name.clone().into()), ("why", why.into())];
            CliError::said(l.with("evaluate-overlay", &variables))
        };
        let overlay = Overlay::parse(&name, &text(&self.file, l)?)
            .map_err(|fault| refuse(fault.to_string()))?;
        let author = author(app, &self.unit, "system:standard-lay", l)?;
        let head = overlay.head();
        let new = NewOverlay {
            standard: &head.value.standard,
            from: head.from,
            to: head.to,
            note: head.note.as_deref().unwrap_or_default(),
            levels: overlay.levels().to_vec(),
        };
        let document = head.source.to_string();
        put_overlay(app, &author, &new, (&document, &head.value.issuer))?;
        let variables = [
            ("count", overlay.levels().len().into()),
            ("unit", self.unit.as_str().into()),
            ("set", head.value.standard.as_str().into()),
        ];
        println!("{}", l.with("lay-done", &variables));
        Ok(ExitCode::SUCCESS)
    }
}

/// Ghi xã, tỉnh thuộc vùng nào của bộ tiêu chí; dòng đã ghi y như vậy thì bỏ qua
#[derive(clap::Args)]
pub(in crate::cli) struct Regions {
    /// Tệp CSV: unit, standard, region, from, basis · the units with their regions
    file: PathBuf,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

#[derive(Deserialize)]
struct Row {
    unit: String,
    standard: String,
    region: String,
    from: String,
    basis: String,
}

impl Regions {
    pub(super) fn run(&self, app: &App) -> Result<ExitCode, CliError> {
        let l = Language::parse(&self.language).unwrap_or_default();
        let name = self.file.display().to_string();
        let text = text(&self.file, l)?;
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let read: Result<Vec<Row>, csv::Error> = reader.deserialize().collect();
        let head = || CliError::said(l.with("regions-head", &[("file", name.clone().into())]));
        let rows = read.map_err(|_| head())?;
        let mut count = 0;
        for (number, row, day) in self.checked(app, &rows, l)? {
            if self.is_known(app, row, day)? {
                continue;
            }
            let author = author(app, &row.unit, "system:standard-regions", l)?;
            let done = put_region(app, &author, (&row.standard, &row.region), day, &row.basis);
            done.map_err(|refusal| self.wrong(number, &CliError::from(refusal).to_string(), l))?;
            count += 1;
        }
        println!("{}", l.with("regions-done", &[("count", count.into())]));
        Ok(ExitCode::SUCCESS)
    }

    /// Every row with its line and its day, looked at before the first one is written.
    fn checked<'a>(
        &self,
        app: &App,
        rows: &'a [Row],
        l: Language,
    ) -> Result<Vec<(usize, &'a Row, Date)>, CliError> {
        let mut checked = Vec::new();
        for (number, row) in (2..).zip(rows) {
            author(app, &row.unit, "", l)
                .map_err(|error| self.wrong(number, &error.to_string(), l))?;
            let set = app.catalog.standard(&row.standard);
            let known = set.and_then(|set| set.region(&row.region)).is_some();
            let day: Result<Date, _> = row.from.parse();
            match day {
                _ if !known => return Err(self.wrong(number, l.t("region-unknown"), l)),
                _ if row.basis.is_empty() => {
                    return Err(self.wrong(number, l.t("regions-basis"), l));
                }
                Ok(day) => checked.push((number, row, day)),
                Err(_) => return Err(self.wrong(number, l.t("regions-day"), l)),
            }
        }
        Ok(checked)
    }

    fn wrong(&self, row: usize, why: &str, l: Language) -> CliError {
        let file = self.file.display().to_string();
        let variables = [("file", file.into()), ("row", row.into()), ("why", why.into())];
        CliError::said(l.with("regions-row", &variables))
    }

    /// Whether the unit lies in that region already: a file may be brought twice.
    fn is_known(&self, app: &App, row: &Row, day: Date) -> Result<bool, CliError> {
        let rules = rules(app, &row.unit, &row.standard)?;
        let wanted = rules.standard.region(&row.region).map(|region| region.code.as_str());
        Ok(rules.region(day) == wanted)
    }
}

fn author(app: &App, unit: &str, actor: &str, l: Language) -> Result<Author, CliError> {
    if units::find(app, unit)?.is_none() {
        let variables = [("unit", unit.to_owned().into())];
        return Err(CliError::said(l.with("lay-no-unit", &variables)));
    }
    Ok(Author { commune: unit.to_owned(), actor: actor.to_owned(), at: app.clock.now() })
}

fn text(file: &Path, l: Language) -> Result<String, CliError> {
    let bytes = read(file, l).map_err(CliError::said)?;
    let name = || ("file", file.display().to_string().into());
    String::from_utf8(bytes).map_err(|_| CliError::said(l.with("evaluate-not-utf8", &[name()])))
}
