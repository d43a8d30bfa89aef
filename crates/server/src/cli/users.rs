//! Accounts from the command line: the first ones of an office, or the way back in.

use std::process::ExitCode;

use super::{CliError, init, open, operator};
use crate::access::Role;
use crate::app::App;
use crate::config::Config;
use crate::features::accounts::{self, NewAccount};
use crate::features::units;

/// Tài khoản
#[derive(clap::Subcommand)]
pub(super) enum User {
    /// Thêm một tài khoản · add an account
    Add(Add),
}

/// Thêm một tài khoản
#[derive(clap::Args)]
pub(super) struct Add {
    /// Mã xã · the commune's code
    #[arg(long)]
    commune: String,
    /// Tên đăng nhập · login name
    login: String,
    /// Họ và tên · full name
    #[arg(long)]
    name: String,
    /// Vai trò@đơn vị, dùng được nhiều lần · role@unit, may be repeated
    #[arg(long = "role", value_name = "ROLE@UNIT")]
    roles: Vec<String>,
    /// Đọc mật khẩu từ đầu vào · read the password from standard input
    #[arg(long)]
    password_stdin: bool,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
}

impl User {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let Self::Add(add) = self;
        add.run(&open(config)?)
    }
}

impl Add {
    fn run(&self, app: &App) -> Result<ExitCode, CliError> {
        let commune = units::find(app, &self.commune)?.ok_or_else(|| {
            CliError::said(format!("không có đơn vị {} (unknown unit)", self.commune))
        })?;
        let roles = self.roles.iter().map(|text| role(text)).collect::<Result<Vec<_>, _>>()?;
        for (_, territory) in &roles {
            if units::find(app, territory)?.is_none() {
                return Err(CliError::said(format!("không có đơn vị {territory} (unknown unit)")));
            }
        }
        let password = match self.password_stdin {
            true => init::read_password()?,
            false => accounts::random_password(),
        };
        let by = operator(&self.commune, &commune.name, "user-add");
        let new = NewAccount {
            login: &self.login,
            full_name: &self.name,
            password: &password,
            roles: &roles,
        };
        let id = accounts::create(app, &by, &new)?;
        let told = (!self.password_stdin).then_some(password);
        if self.json {
            println!("{}", serde_json::json!({ "id": id, "login": self.login, "password": told }));
        } else {
            println!("Đăng nhập · login: {}", self.login);
            if let Some(password) = told {
                println!("Mật khẩu · password: {password}");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn role(text: &str) -> Result<(Role, String), CliError> {
    let known = text
        .split_once('@')
        .and_then(|(role, unit)| Some((Role::from_code(role)?, unit.to_owned())));
    known.ok_or_else(|| {
        let roles: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
        CliError::said(format!(
            "“{text}” không đúng: viết vai-trò@mã-đơn-vị, vai trò là một trong {} (wrong role)",
            roles.join(", ")
        ))
    })
}
