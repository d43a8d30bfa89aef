//! The worked example: xã Tơ Tung, served from a database that is made anew.

use std::process::ExitCode;
use std::sync::Arc;

use chungsuc_store::{Address, Store};

use super::{CliError, clock, serve, with_settings};
use crate::app::App;
use crate::config::Config;
use crate::example;

/// Chạy ví dụ xã Tơ Tung
#[derive(clap::Args)]
pub(super) struct Demo {}

impl Demo {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let folder = Folder::make()?;
        let store = Store::scratch(Address::File(folder.0.join("chungsuc.db")))?;
        let app = with_settings(App::new(Arc::new(store), clock(config)), config)?;
        let logins = example::load(&app)?;
        serve::run(app, config.listen, |address| {
            println!("Chung Sức: ví dụ xã Tơ Tung · the worked example");
            println!("  http://{address}/");
            println!();
            println!("Mật khẩu của mọi tài khoản · password of every login: {}", logins.password);
            for login in &logins.logins {
                println!("  {:<22} {}", login.name, login.roles);
            }
            println!();
            println!("Dữ liệu mất khi tắt (Ctrl-C) · the data goes when you stop it");
        })
    }
}

/// A folder of the system's for temporary files that goes with the program.
struct Folder(std::path::PathBuf);

impl Folder {
    fn make() -> Result<Self, CliError> {
        let path = std::env::temp_dir().join(format!("chungsuc-demo-{}", std::process::id()));
        std::fs::create_dir_all(&path).map_err(|error| {
            CliError::said(format!("không ghi được vào {}: {error}", path.display()))
        })?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
