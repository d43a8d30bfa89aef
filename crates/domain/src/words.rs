//! Numbers and days in Vietnamese words, as decisions and receipts spell them.

use crate::date::Date;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
/// Months begin with a capital letter when they are words (Nghị định 30/2020/NĐ-CP, Phụ lục II).
const MONTHS: [&str; 12] =
    ["Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai"];
const BILLION: u64 = 1_000_000_000;

/// Which words a region uses where the North and the South differ. An office keeps to one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Speech {
    /// What stands for empty tens: 105.
    pub empty_tens: EmptyTens,
    /// What a thousand is called.
    pub thousand: Thousand,
}

/// "một trăm linh năm" or "một trăm lẻ năm".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EmptyTens {
    /// In the North and in schoolbooks.
    #[default]
    Linh,
    /// In the South.
    Le,
}

/// "một nghìn" or "một ngàn".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Thousand {
    /// In the North and in laws.
    #[default]
    Nghin,
    /// In the South.
    Ngan,
}

/// "một nghìn không trăm linh năm"; a negative number begins with "âm".
pub fn number(number: i64) -> String {
    Speech::default().number(number)
}

impl Speech {
    /// "linh" and "nghìn".
    pub const NORTHERN: Self = Self { empty_tens: EmptyTens::Linh, thousand: Thousand::Nghin };
    /// "lẻ" and "ngàn".
    pub const SOUTHERN: Self = Self { empty_tens: EmptyTens::Le, thousand: Thousand::Ngan };

    /// A number: "một ngàn không trăm lẻ năm"; a negative one begins with "âm".
    pub fn number(self, number: i64) -> String {
        let mut words = Vec::new();
        if number < 0 {
            words.push("âm");
        }
        match number.unsigned_abs() {
            0 => words.push(DIGITS[0]),
            size => self.spell(size, &mut words),
        }
        words.join(" ")
    }

    /// A day: "ngày hai tháng Mười một năm hai nghìn không trăm hai mươi hai".
    pub fn date(self, day: Date) -> String {
        let month = usize::from(day.month().unsigned_abs()).checked_sub(1);
        let month = month.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
        let (day, year) = (self.number(day.day().into()), self.number(day.year().into()));
        format!("ngày {day} tháng {month} năm {year}")
    }

    /// Spells everything above nine digits as so many "tỷ", however many there are.
    fn spell(self, size: u64, words: &mut Vec<&'static str>) {
        if size >= BILLION {
            self.spell(size / BILLION, words);
            words.push("tỷ");
        }
        let below = size % BILLION;
        let mut first = size < BILLION;
        let thousand = match self.thousand {
            Thousand::Nghin => "nghìn",
            Thousand::Ngan => "ngàn",
        };
        let groups =
            [(below / 1_000_000, "triệu"), (below / 1000 % 1000, thousand), (below % 1000, "")];
        for (group, name) in groups {
            if group > 0 {
                self.spell_group(group, first, words);
                words.extend(Some(name).filter(|name| !name.is_empty()));
                first = false;
            }
        }
    }

    /// Three digits. Only the first group of a number may leave its empty hundreds unsaid.
    fn spell_group(self, group: u64, first: bool, words: &mut Vec<&'static str>) {
        let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        let hundreds_said = hundreds > 0 || !first;
        if hundreds_said {
            words.extend([digit(hundreds), "trăm"]);
        }
        match tens {
            0 if ones > 0 && hundreds_said => words.push(match self.empty_tens {
                EmptyTens::Linh => "linh",
                EmptyTens::Le => "lẻ",
            }),
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
}

fn digit(digit: u64) -> &'static str {
    DIGITS[(digit % 10) as usize]
}
