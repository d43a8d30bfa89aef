//! Setting up the data of a new commune.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chungsuc_domain::{UnitCode, UnitKind, text};
use chungsuc_store::Author;

use super::{CliError, clock, data, open_store, operator, with_settings};
use crate::access::Role;
use crate::app::App;
use crate::config::Config;
use crate::features::accounts::{self, NewAccount};
use crate::features::units::{self, Unit};

/// Lập dữ liệu cho một xã mới
#[derive(clap::Args)]
pub(super) struct Init {
    /// Mã xã · the commune's official code
    #[arg(long)]
    commune: String,
    /// Tên xã, khi không kèm danh mục đơn vị · its name, when no list of units is given
    #[arg(long, required_unless_present = "units")]
    name: Option<String>,
    /// Danh mục đơn vị (CSV) · the list of units
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,
    /// Tên đăng nhập của quản trị viên · the administrator's login
    #[arg(long, default_value = "quantri")]
    admin: String,
    /// Họ và tên của quản trị viên · the administrator's full name
    #[arg(long, default_value = "Quản trị viên")]
    admin_name: String,
    /// Đọc mật khẩu từ đầu vào, thay vì sinh ngẫu nhiên · read the password from standard input
    #[arg(long)]
    password_stdin: bool,
}

impl Init {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let code: UnitCode = self.commune.parse().map_err(|_| {
            CliError::said(format!("mã xã “{}” không đúng (wrong code)", self.commune))
        })?;
        prepare_folder(config)?;
        let app = with_settings(App::new(Arc::new(open_store(config)?), clock(config)), config)?;
        if let Some(known) = units::find(&app, code.as_str())? {
            return Err(CliError::said(format!(
                "dữ liệu của {} đã có ở đây (this commune is set up already)",
                known.name
            )));
        }
        let password = self.password()?;
        self.add_units(&app, code.as_str())?;
        let commune = units::find(&app, code.as_str())?.ok_or_else(|| {
            CliError::said(format!("danh mục không có đơn vị {code} (not in the list)"))
        })?;
        let by = operator(code.as_str(), &commune.name, "init");
        let roles = [(Role::Administrator, code.to_string())];
        let new = NewAccount {
            login: &self.admin,
            full_name: &self.admin_name,
            password: &password,
            roles: &roles,
        };
        accounts::create(&app, &by, &new)?;
        println!("{}: {}", commune.name, config.data.display());
        println!("Đăng nhập · login: {}", self.admin);
        if !self.password_stdin {
            println!("Mật khẩu · password: {password}");
        }
        Ok(ExitCode::SUCCESS)
    }

    fn add_units(&self, app: &App, code: &str) -> Result<(), CliError> {
        let author = Author {
            commune: code.to_owned(),
            actor: "system:init".to_owned(),
            at: app.clock.now(),
        };
        if let Some(file) = &self.units {
            return data::import_units(app, &author, file).map(drop);
        }
        let commune = Unit {
            code: code.to_owned(),
            name: text::nfc(self.name.as_deref().unwrap_or_default()),
            kind: UnitKind::Commune.code().to_owned(),
            parent: None,
            valid_from: app.today(),
            valid_to: None,
        };
        Ok(app.store.write(&author, |tx| units::put(tx, &commune, &[]))?)
    }

    /// Asked for, read, or made: never a usual one.
    fn password(&self) -> Result<String, CliError> {
        if !self.password_stdin {
            return Ok(accounts::random_password());
        }
        read_password()
    }
}

/// One line of standard input.
pub(super) fn read_password() -> Result<String, CliError> {
    if std::io::stdin().is_terminal() {
        eprintln!("Mật khẩu · password:");
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| CliError::said(format!("không đọc được mật khẩu: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn prepare_folder(config: &Config) -> Result<(), CliError> {
    if config.database.is_some() {
        return Ok(());
    }
    std::fs::create_dir_all(&config.data).map_err(|error| {
        CliError::said(format!(
            "không ghi được vào thư mục {}: {error}; hãy chọn thư mục khác bằng --data \
             (the data folder cannot be written)",
            config.data.display()
        ))
    })
}
