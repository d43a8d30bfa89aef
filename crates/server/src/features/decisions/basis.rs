//! A line of the bases, read as the document that it cites.

use chungsuc_domain::date::parse_date;
use jiff::civil::Date;

use crate::features::papers::Basis;

/// Words that begin the abstract behind the name of an issuer.
const ABSTRACTS: [&str; 6] = [" quy định", " ban hành", " hướng dẫn", " về ", " sửa đổi", " ngày "];

/// The document of a line such as “Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy
/// định …”; a line without a number, such as the council's request, cites none.
pub(crate) fn basis(line: &str) -> Option<Basis> {
    let line = line.strip_prefix("Căn cứ ").unwrap_or(line).trim_end_matches([';', '.', ' ']);
    let number = line.split_whitespace().find(|word| is_number(word))?;
    let (kind, rest) = line.split_once(number)?;
    let kind = kind.trim().trim_end_matches("số").trim().to_owned();
    let issuer = issuer(&kind, rest);
    let number = number.trim_end_matches([',', ';']).to_owned();
    Some(Basis { kind, number, issued_on: day(rest), issuer })
}

/// “91/2017/NĐ-CP” and not “31/7/2017”.
fn is_number(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_ascii_digit())
        && word.contains('/')
        && word.contains(char::is_alphabetic)
}

fn day(rest: &str) -> Option<Date> {
    let (_, day) = rest.split_once("ngày ")?;
    let words: Vec<&str> = day.split_whitespace().take(5).collect();
    let first = words.first()?.trim_end_matches([',', ';']);
    let written = if first.contains('/') { first.to_owned() } else { words.join(" ") };
    parse_date(&written, Date::ZERO).ok()
}

/// Laws are passed by the National Assembly and decrees by the Government, whether or not a line says
/// so; who issued another document is said after “của”.
fn issuer(kind: &str, rest: &str) -> String {
    if kind.starts_with("Luật") {
        return "Quốc hội".to_owned();
    }
    if kind == "Nghị định" {
        return "Chính phủ".to_owned();
    }
    let (_, who) = rest.split_once("của ").unwrap_or_default();
    let end = ABSTRACTS.iter().filter_map(|word| who.find(word)).min();
    who[..end.unwrap_or(who.len())].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn lines_are_read_as_clerks_write_them() {
        for (line, kind, number, day, issuer) in [
            (
                "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định;",
                "Nghị định",
                "91/2017/NĐ-CP",
                Some(date(2017, 7, 31)),
                "Chính phủ",
            ),
            (
                "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15",
                "Luật Thi đua, khen thưởng",
                "06/2022/QH15",
                None,
                "Quốc hội",
            ),
            (
                "Căn cứ Kế hoạch số 87/KH-UBND ngày 02/11/2022 của Ủy ban nhân dân xã Tơ Tung về thi đua",
                "Kế hoạch",
                "87/KH-UBND",
                Some(date(2022, 11, 2)),
                "Ủy ban nhân dân xã Tơ Tung",
            ),
        ] {
            let read = basis(line).map(|it| (it.kind, it.number, it.issued_on, it.issuer));
            let wanted = (kind.to_owned(), number.to_owned(), day, issuer.to_owned());
            assert_eq!(read, Some(wanted), "{line}");
        }
        for line in [
            "Theo đề nghị của Hội đồng tại phiên họp ngày 21/12/2022",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        ] {
            assert_eq!(basis(line), None, "{line}");
        }
    }
}
