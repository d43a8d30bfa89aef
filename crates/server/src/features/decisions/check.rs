//! Whether a certificate is genuine, for anybody who holds it: by its code, or by its short number. Tells
//! only what the certificate itself says.

use chungsuc_domain::proof::{Code, Statement};

use super::amendments::of_code;
use super::{Standing, sql};
use crate::app::App;
use crate::features::certificates::{self, Key};
use crate::refusal::Refusal;

/// What is known of a code.
#[derive(Clone, Debug)]
pub enum Checked {
    /// An office that works with this program signed it.
    Genuine {
        /// What it says.
        statement: Box<Statement>,
        /// The key that signed it.
        key: Box<Key>,
        /// What became of it, where the books of the office hold it: they do not, when somebody used a
        /// stolen key.
        standing: Option<Standing>,
    },
    /// Words or signature were altered.
    Altered,
    /// Signed with a key that this program does not know.
    UnknownKey,
    /// A short number that stands in no book here.
    UnknownNumber,
    /// Neither a code nor a short number.
    Unreadable,
}

/// Looks at what somebody typed, pasted or scanned.
///
/// # Errors
/// Of the store.
pub fn check(app: &App, typed: &str) -> Result<Checked, Refusal> {
    match (typed.parse::<Code>(), place_of(typed)) {
        (Ok(code), _) => judge(app, &code),
        (Err(_), Some(place)) => match code_at(app, place, typed)? {
            Some(code) => judge(app, &code),
            None => Ok(Checked::UnknownNumber),
        },
        (Err(_), None) => Ok(Checked::Unreadable),
    }
}

fn judge(app: &App, code: &Code) -> Result<Checked, Refusal> {
    let Some(key) = certificates::key_named(app, code.key())? else {
        return Ok(Checked::UnknownKey);
    };
    // A key vouches for its own commune only.
    match code.verify(&key.public) {
        Ok(statement) if statement.issuer == key.commune => {
            let (statement, text) = (Box::new(statement.clone()), code.to_string());
            let standing = app.read(|r| of_code(r, &key.commune, &text).map_err(Refusal::from))?;
            Ok(Checked::Genuine { statement, key: Box::new(key), standing })
        }
        _ => Ok(Checked::Altered),
    }
}

/// Year, number and place in the golden book of "312/2022-04-XWVYPJ".
fn place_of(typed: &str) -> Option<[i64; 3]> {
    let (number, rest) = typed.trim().split_once('/')?;
    let mut parts = rest.splitn(3, '-');
    let (year, entry, letters) = (parts.next()?, parts.next()?, parts.next()?);
    let number_of =
        |text: &str| text.trim().parse::<i64>().ok().filter(|n| (0..=99_999).contains(n));
    letters.trim().chars().all(|sign| sign.is_ascii_alphanumeric()).then_some(())?;
    Some([number_of(year)?, number_of(number)?, number_of(entry)?])
}

fn code_at(app: &App, place: [i64; 3], typed: &str) -> Result<Option<Code>, Refusal> {
    let wanted: String = typed.split_whitespace().collect::<String>().to_uppercase();
    let codes: Vec<String> = app.read(|r| {
        r.all(sql::CODES_AT, &place.map(Into::into), |row| row.get(0)).map_err(Refusal::from)
    })?;
    let codes = codes.iter().filter_map(|code| code.parse::<Code>().ok());
    Ok(codes.into_iter().find(|code| code.short_number() == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_number_names_its_place() {
        for (typed, place) in [
            ("312/2022-04-XWVYPJ", Some([2022, 312, 4])),
            (" 5/2023-12-abcdef\n", Some([2023, 5, 12])),
            ("312/QĐ-UBND", None),
            ("312/2022-04", None),
            ("312/2022-04-Ơ", None),
            ("CS1:AAAA", None),
            ("999999999999999999999/2022-04-XWVYPJ", None),
        ] {
            assert_eq!(place_of(typed), place, "{typed}");
        }
    }
}
