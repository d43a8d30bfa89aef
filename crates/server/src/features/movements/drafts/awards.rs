//! Which award of the catalog the words of a plan mean.

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::text::fold;

/// Words of names that tell no award from another: who gives it is told by the level, "xã" or "tỉnh".
const COMMON: [&str; 10] = ["cua", "chu", "tich", "uy", "ban", "nhan", "dan", "bo", "nganh", "cap"];

/// The code of the one award whose telling words are all there; the one with the most such words, and
/// nothing where two have as many.
pub(super) fn code_of<'a>(words: &str, catalog: &'a Catalog) -> Option<&'a str> {
    let said = telling(words);
    let named = catalog.awards().filter_map(|award| {
        let name = telling(&award.form.name);
        name.iter().all(|word| said.contains(word)).then_some((name.len(), &award.form.code))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    match named.as_slice() {
        [.., (next, _), (most, _)] if next == most => None,
        [.., (_, code)] => Some(code),
        [] => None,
    }
}

fn telling(words: &str) -> Vec<String> {
    let folded = fold(words);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !COMMON.contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_plans_mean_awards_of_the_catalog() {
        let catalog = crate::catalog::embedded();
        let cases = [
            ("Giấy khen của Chủ tịch UBND xã", Some("giay-khen-xa")),
            ("Giấy khen của Chủ tịch Uỷ ban nhân dân huyện", Some("giay-khen-huyen")),
            ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", Some("bang-khen-tinh")),
            ("Bằng khen của Thủ tướng Chính phủ", Some("bang-khen-thu-tuong")),
            ("Cờ thi đua cấp tỉnh", Some("co-thi-dua-tinh")),
            ("Huân chương Lao động hạng Ba", Some("huan-chuong-lao-dong-hang-ba")),
            ("danh hiệu “Tập thể lao động xuất sắc”", Some("tap-the-lao-dong-xuat-sac")),
            ("các hình thức khen thưởng cấp Nhà nước", None),
            ("Bằng khen", None),
        ];
        for (words, code) in cases {
            assert_eq!(code_of(words, &catalog), code, "{words}");
        }
    }
}
