//! Numbers in Vietnamese words, as decisions and receipts spell them.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

/// "một nghìn không trăm linh năm"; a negative number begins with "âm".
pub fn number(number: i64) -> String {
    let mut words = Vec::new();
    if number < 0 {
        words.push("âm");
    }
    match number.unsigned_abs() {
        0 => words.push(DIGITS[0]),
        size => spell(size, &mut words),
    }
    words.join(" ")
}

/// Spells everything above nine digits as so many "tỷ", however many there are.
fn spell(size: u64, words: &mut Vec<&'static str>) {
    if size >= BILLION {
        spell(size / BILLION, words);
        words.push("tỷ");
    }
    let below = size % BILLION;
    let mut first = size < BILLION;
    let groups = [(below / 1_000_000, "triệu"), (below / 1000 % 1000, "nghìn"), (below % 1000, "")];
    for (group, name) in groups {
        if group > 0 {
            spell_group(group, first, words);
            words.extend(Some(name).filter(|name| !name.is_empty()));
            first = false;
        }
    }
}

/// Three digits. Only the first group of a number may leave its empty hundreds unsaid.
fn spell_group(group: u64, first: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let hundreds_said = hundreds > 0 || !first;
    if hundreds_said {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && hundreds_said => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match ones {
        0 => {}
        1 if tens > 1 => words.push("mốt"),
        5 if tens > 0 => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
}

fn digit(digit: u64) -> &'static str {
    DIGITS[(digit % 10) as usize]
}
