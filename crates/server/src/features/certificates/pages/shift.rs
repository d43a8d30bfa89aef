//! Lengths as people type them: "2,5", "-3", in millimetres.

use chungsuc_press::Shift;

use super::super::Setup;
use crate::web::{Errors, Form, Message};

/// A form filled with what is set.
pub(super) fn form(setup: &Setup) -> Form {
    Form::from_pairs([
        ("version", setup.version.to_string()),
        ("right", shown(setup.shift.right())),
        ("down", shown(setup.shift.down())),
    ])
}

/// Reads the fields `right` and `down`.
pub(super) fn read(form: &Form) -> Result<Shift, Errors> {
    let mut errors = Errors::default();
    let mut way = |name: &'static str| {
        let read = tenths(form.text(name)).filter(|way| Shift::new(*way, 0).is_some());
        if read.is_none() {
            let most = shown(Shift::MOST);
            errors.add(name, Message::new("certificates-shift-wrong").arg("most", most));
        }
        read.unwrap_or_default()
    };
    let (right, down) = (way("right"), way("down"));
    Shift::new(right, down).filter(|_| errors.is_empty()).ok_or(errors)
}

fn shown(tenths: i16) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{},{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Whole tenths of a millimetre; nothing typed is none.
fn tenths(text: &str) -> Option<i16> {
    let text = text.replace('−', "-").replace(',', ".");
    let (back, length) = match text.strip_prefix('-') {
        Some(length) => (true, length),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, part) = length.split_once('.').unwrap_or((length, "0"));
    let digits = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() != 1 || whole.len() > 3 {
        return None;
    }
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i16>().ok() };
    let tenths = number(whole)? * 10 + number(part)?;
    Some(if back { -tenths } else { tenths })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_typed() {
        for (typed, read) in [
            ("", Some(0)),
            ("0", Some(0)),
            ("2,5", Some(25)),
            ("-3", Some(-30)),
            ("−0.4", Some(-4)),
            ("+12", Some(120)),
            ("2,55", None),
            ("1e3", None),
            ("--1", None),
            ("99999", None),
            ("hai", None),
        ] {
            assert_eq!(tenths(typed), read, "{typed}");
        }
        assert_eq!((shown(-4), shown(300)), ("-0,4".to_owned(), "30,0".to_owned()));
        let far = Form::from_pairs([("right", "30,1"), ("down", "x")]);
        let errors = read(&far).err().unwrap_or_default();
        assert!(errors.of("right").is_some() && errors.of("down").is_some());
    }
}
