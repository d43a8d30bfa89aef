//! Checking a certificate without a network: with the public key from the decision, or with the keys of
//! this machine's data.

use std::process::ExitCode;

use chungsuc_domain::date::show_date;
use chungsuc_domain::proof::{Code, CodeError, PublicKey, Statement};
use serde_json::json;

use super::{CliError, open};
use crate::config::Config;
use crate::features::certificates::key_named;

/// Giấy khen
#[derive(clap::Subcommand)]
pub(super) enum Certificates {
    /// Kiểm tra mã QR, không cần mạng · check a QR code, offline
    Verify {
        /// Mã QR, từ CS1: đến hết · the text of the QR, all of it
        code: String,
        /// Khóa công khai ghi trong quyết định; không có thì dùng khóa trong dữ liệu ở đây
        /// · the public key in the decision; else the keys of the data here
        #[arg(long, value_name = "PUBLICKEY")]
        key: Option<String>,
        /// Trả lời bằng JSON · answer in JSON
        #[arg(long)]
        json: bool,
    },
}

impl Certificates {
    pub(super) fn run(
        &self,
        config: impl FnOnce() -> Result<Config, CliError>,
    ) -> Result<ExitCode, CliError> {
        let Self::Verify { code, key, json } = self;
        let code: Code = code.parse().map_err(explained)?;
        let key = match key {
            Some(key) => read_key(key)?,
            None => known_key(&code, &config()?)?,
        };
        let statement = code.verify(&key).map_err(explained)?;
        if *json {
            say_json(statement, &key)
        } else {
            say_plainly(statement, &key)
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn read_key(text: &str) -> Result<PublicKey, CliError> {
    text.parse().map_err(|_| {
        CliError::said(
            "khóa công khai không đúng: cần 52 ký tự A–Z và 2–7, chép từ cuối quyết định \
             (not a public key)",
        )
    })
}

fn known_key(code: &Code, config: &Config) -> Result<PublicKey, CliError> {
    let known = key_named(&open(config)?, code.key())?;
    known.map(|key| key.public).ok_or_else(|| {
        CliError::said(format!(
            "dữ liệu ở đây không có khóa {}; hãy ghi --key với khóa công khai trong quyết định \
             (unknown key)",
            code.key()
        ))
    })
}

fn explained(error: CodeError) -> CliError {
    CliError::said(match error {
        CodeError::Malformed => {
            "không đọc được mã; hãy chép trọn vẹn từ CS1: đến hết (not a certificate's code)"
        }
        CodeError::OtherKey => {
            "mã ký bằng khóa khác với khóa đã cho; hãy lấy khóa trong chính quyết định \
             (signed with another key)"
        }
        CodeError::Forged => "KHÔNG phải giấy khen thật: nội dung hoặc chữ ký đã bị sửa (forged)",
    })
}

fn say_json(statement: &Statement, key: &PublicKey) {
    let answer = json!({
        "genuine": true,
        "decision": statement.decision,
        "date": statement.date,
        "entry": statement.entry,
        "issuer": statement.issuer,
        "award": statement.award,
        "recipient": statement.recipient,
        "key": key.id().to_string(),
    });
    println!("{answer}");
}

fn say_plainly(statement: &Statement, key: &PublicKey) {
    println!("Giấy khen thật · genuine");
    println!("  {}", statement.recipient);
    println!("  {}, {}", statement.decision, show_date(statement.date));
    println!("  số sổ vàng · golden book: {:02}", statement.entry);
    println!("  {} · {} · khóa · key {}", statement.issuer, statement.award, key.id());
}
