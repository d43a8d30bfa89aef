//! Checking a certificate without a network: with the public key from the decision and the signed list of
//! what was taken back, or with this machine's data.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use chungsuc_domain::date::show_date;
use chungsuc_domain::proof::{Code, CodeError, PublicKey, Revoked, SignedList, Statement};
use jiff::civil::Date;
use serde_json::json;

use super::{CliError, open};
use crate::config::Config;
use crate::features::certificates::key_named;
use crate::features::decisions::{Checked, Standing, check, revoked_list};

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
        /// Danh sách giấy khen đã thu hồi, tải ở trang /kiem-tra của đơn vị
        /// · the signed list of certificates taken back, from the office's page /kiem-tra
        #[arg(long, value_name = "FILE", requires = "key")]
        revoked: Option<PathBuf>,
        /// Khóa đã ký danh sách, nếu đơn vị đã thay khóa · the key of the list, if it is another one
        #[arg(long, value_name = "PUBLICKEY", requires = "revoked")]
        revoked_key: Option<String>,
        /// Trả lời bằng JSON · answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Ghi ra danh sách giấy khen đã thu hồi, có chữ ký · write the signed list of what was taken back
    Revoked {
        /// Mã xã · code of the commune
        #[arg(long, value_name = "CODE")]
        unit: String,
    },
}

/// Whether a genuine certificate still counts.
enum Counts {
    /// Nobody here can know: no list was given.
    Unknown,
    /// Not taken back, by a list or by the books of a day.
    Stands(Date),
    /// Taken back.
    Revoked(Revoked),
}

impl Certificates {
    pub(super) fn run(
        &self,
        config: impl FnOnce() -> Result<Config, CliError>,
    ) -> Result<ExitCode, CliError> {
        match self {
            Self::Verify { code, key, revoked, revoked_key, json } => {
                let code: Code = code.parse().map_err(explained)?;
                let (key, counts) = match key {
                    Some(key) => {
                        let key = read_key(key)?;
                        let statement = code.verify(&key).map_err(explained)?;
                        let list_key = revoked_key.as_deref().map(read_key).transpose()?;
                        let list_key = list_key.as_ref().unwrap_or(&key);
                        let list = revoked.as_ref().map(|path| read_list(path, list_key));
                        let counts = match list.transpose()? {
                            Some(list) => by_list(&code, statement, &list, list_key)?,
                            None => Counts::Unknown,
                        };
                        (key, counts)
                    }
                    None => by_books(&code, &config()?)?,
                };
                answer(code.verify(&key).map_err(explained)?, &key, &counts, *json)
            }
            Self::Revoked { unit } => {
                let list = revoked_list(&open(&config()?)?, unit)?;
                let nothing =
                    || CliError::said(format!("đơn vị {unit} chưa ký giấy khen nào (no key)"));
                println!("{}", list.ok_or_else(nothing)?);
                Ok(ExitCode::SUCCESS)
            }
        }
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

fn read_list(path: &PathBuf, key: &PublicKey) -> Result<SignedList, CliError> {
    let text = fs::read_to_string(path)
        .map_err(|error| CliError::said(format!("{}: {error}", path.display())))?;
    let list: SignedList = text.parse().map_err(|_| {
        CliError::said("không đọc được danh sách thu hồi; hãy tải lại (not a list of revocations)")
    })?;
    list.verify(key).map_err(|error| {
        CliError::said(match error {
            CodeError::OtherKey => format!(
                "danh sách thu hồi ký bằng khóa {}; hãy ghi --revoked-key với khóa ấy \
                 (signed with another key)",
                list.key()
            ),
            _ => "danh sách thu hồi đã bị sửa; hãy tải lại (forged list)".to_owned(),
        })
    })?;
    Ok(list)
}

fn by_list(
    code: &Code,
    statement: &Statement,
    signed: &SignedList,
    key: &PublicKey,
) -> Result<Counts, CliError> {
    let list = signed.verify(key).map_err(explained)?;
    if list.issuer != statement.issuer {
        return Err(CliError::said(format!(
            "danh sách thu hồi là của đơn vị {}, giấy khen của đơn vị {} (another office)",
            list.issuer, statement.issuer
        )));
    }
    Ok(match list.find(&code.short_number()) {
        Some(revoked) => Counts::Revoked(revoked.clone()),
        None => Counts::Stands(list.on),
    })
}

/// The key and the standing that the data of this machine know.
fn by_books(code: &Code, config: &Config) -> Result<(PublicKey, Counts), CliError> {
    let app = open(config)?;
    let Some(key) = key_named(&app, code.key())? else {
        return Err(CliError::said(format!(
            "dữ liệu ở đây không có khóa {}; hãy ghi --key với khóa công khai trong quyết định \
             (unknown key)",
            code.key()
        )));
    };
    let standing = match check(&app, &code.to_string())? {
        Checked::Genuine { standing, .. } => standing,
        _ => return Err(explained(CodeError::Forged)),
    };
    let counts = match standing {
        Some(Standing::Revoked { by }) => {
            Counts::Revoked(Revoked { number: code.short_number(), on: by.on, decision: by.number })
        }
        Some(_) => Counts::Stands(app.today()),
        None => Counts::Unknown,
    };
    Ok((key.public, counts))
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

/// Says what is known; a certificate that was taken back ends with a code that is not zero.
fn answer(
    statement: &Statement,
    key: &PublicKey,
    counts: &Counts,
    as_json: bool,
) -> Result<ExitCode, CliError> {
    if as_json {
        say_json(statement, key, counts);
    } else {
        say_plainly(statement, key, counts);
    }
    match counts {
        Counts::Revoked(by) if !as_json => Err(CliError::said(format!(
            "giấy khen thật nhưng ĐÃ BỊ THU HỒI theo Quyết định {} ngày {} (revoked)",
            by.decision,
            show_date(by.on)
        ))),
        Counts::Revoked(_) => Ok(ExitCode::FAILURE),
        Counts::Unknown | Counts::Stands(_) => Ok(ExitCode::SUCCESS),
    }
}

fn say_json(statement: &Statement, key: &PublicKey, counts: &Counts) {
    let (revoked, by, known_on) = match counts {
        Counts::Unknown => (None, None, None),
        Counts::Stands(on) => (Some(false), None, Some(on)),
        Counts::Revoked(by) => (Some(true), Some(by), None),
    };
    let answer = json!({
        "genuine": true,
        "revoked": revoked,
        "revoked_on": by.map(|by| by.on),
        "revoked_by": by.map(|by| &by.decision),
        "revocations_known_on": known_on,
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

fn say_plainly(statement: &Statement, key: &PublicKey, counts: &Counts) {
    println!("Chữ ký đúng · genuine");
    println!("  {}", statement.recipient);
    println!("  {}, {}", statement.decision, show_date(statement.date));
    println!("  số sổ vàng · golden book: {:02}", statement.entry);
    println!("  {} · {} · khóa · key {}", statement.issuer, statement.award, key.id());
    match counts {
        Counts::Unknown => println!(
            "  chưa biết có bị thu hồi hay không: tải danh sách ở trang /kiem-tra của đơn vị rồi ghi \
             --revoked · whether it was taken back is not known"
        ),
        Counts::Stands(on) => {
            println!("  không bị thu hồi, tính đến {} · not taken back", show_date(*on));
        }
        Counts::Revoked(_) => {}
    }
}
