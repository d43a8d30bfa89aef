//! A list as a CSV file that a spreadsheet opens with its letters right and its cells harmless.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::web::PageError;

/// The file `name.csv`; `name` is kept to plain letters, digits and `-`.
///
/// The first bytes tell Excel that the text is UTF-8. A cell that a spreadsheet would run as a
/// formula gets an apostrophe in front; plain negative numbers stay numbers.
pub fn csv_reply<R, C>(name: &str, header: &[&str], rows: impl IntoIterator<Item = R>) -> Response
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    match csv_text(header, rows) {
        Ok(text) => {
            let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
            let name: String = name.chars().map(plain).collect();
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
            ];
            (headers, text).into_response()
        }
        Err(cause) => PageError::internal(cause).into_response(),
    }
}

fn csv_text<R, C>(
    header: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, Box<dyn std::error::Error>>
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(header.iter().map(|cell| harmless(cell)))?;
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| harmless(cell.as_ref())).collect();
        writer.write_record(cells)?;
    }
    Ok(writer.into_inner()?)
}

fn harmless(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let digits = cell.strip_prefix('-').unwrap_or_default();
    let negative = !digits.is_empty()
        && digits.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    if runs && !negative { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rows: &[&[&str]]) -> String {
        let text = csv_text(&["Họ tên", "Số tiền"], rows.iter().map(|row| row.iter()));
        String::from_utf8(text.unwrap_or_default()).unwrap_or_default()
    }

    #[test]
    fn opens_with_letters_and_quotes_right() {
        let written = text(&[&["Đinh Thị \"Nở\", thôn Sơ Tor", "1500000"], &["Y Mai", "0"]]);
        let expected = "\u{feff}Họ tên,Số tiền\n\
            \"Đinh Thị \"\"Nở\"\", thôn Sơ Tor\",1500000\nY Mai,0\n";
        assert_eq!(written, expected);
    }

    #[test]
    fn runs_no_formula() {
        for cell in ["=1+1", "+84912", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["-1.500.000", "-1,5", "1-2", "a=b", "", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn names_the_file_plainly() {
        let reply = csv_reply("nguồn \"lực\"\r\n", &["a"], [["b"]]);
        let name = reply.headers().get(header::CONTENT_DISPOSITION);
        assert_eq!(
            name.and_then(|name| name.to_str().ok()),
            Some("attachment; filename=\"ngu-n--l-c---.csv\"")
        );
    }
}
