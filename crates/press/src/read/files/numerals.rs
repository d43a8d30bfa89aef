//! Numbers of lists as they are printed.

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// 01, 02 … 10.
    TwoDigits,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
}

impl Numeral {
    /// The number as it is printed. Letters go on as aa, bb; Roman numbers end at 3999.
    pub(super) fn show(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::TwoDigits => format!("{number:02}"),
            Self::LowerLetter => letters(number).unwrap_or_else(|| number.to_string()),
            Self::UpperLetter => Self::LowerLetter.show(number).to_uppercase(),
            Self::LowerRoman => Self::UpperRoman.show(number).to_lowercase(),
            Self::UpperRoman => roman(number).unwrap_or_else(|| number.to_string()),
        }
    }
}

/// 1 is a, 26 is z, 27 is aa, 28 is bb.
fn letters(number: u32) -> Option<String> {
    let index = number.checked_sub(1).filter(|index| *index < 26 * 8)?;
    let letter = char::from(b'a' + u8::try_from(index % 26).ok()?);
    Some(letter.to_string().repeat(1 + index as usize / 26))
}

fn roman(mut number: u32) -> Option<String> {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            text.push_str(digit);
            number -= value;
        }
    }
    Some(text)
}
