//! Which area is which village: by its code, else by its name, as the file says either of them. What
//! is not sure is left to a person.

use chungsuc_domain::text;

use super::Outlines;
use crate::features::units::Unit;

/// What may stand before the name of a village, folded.
const KINDS: [&str; 7] = ["lang", "thon", "ban", "buon", "plei", "ap", "to dan pho"];

/// Notes the village of each area of which code or name says one village and no other area says the
/// same.
pub(super) fn match_villages(outlines: &mut Outlines, villages: &[Unit]) {
    let found: Vec<Option<&Unit>> =
        outlines.areas.iter().map(|area| village_of(&area.words, villages)).collect();
    for (area, village) in outlines.areas.iter_mut().zip(&found) {
        let same = |other: &&Option<&Unit>| other.map(|it| &it.code) == village.map(|it| &it.code);
        let alone = found.iter().filter(same).count() == 1;
        area.village = village.filter(|_| alone).map(|unit| unit.code.clone());
    }
}

fn village_of<'a>(words: &[String], villages: &'a [Unit]) -> Option<&'a Unit> {
    let by_code = villages.iter().find(|unit| words.contains(&unit.code));
    by_code.or_else(|| {
        let names: Vec<String> = words.iter().map(|word| plain(word)).collect();
        let mut called = villages.iter().filter(|unit| names.contains(&plain(&unit.name)));
        let only = called.next()?;
        called.next().is_none().then_some(only)
    })
}

/// “Làng Đak Pơ Kao” → “dak po kao”.
fn plain(name: &str) -> String {
    let folded = text::fold(name);
    let bare = KINDS.iter().find_map(|kind| folded.strip_prefix(kind)?.strip_prefix(' '));
    bare.unwrap_or(&folded).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::maps::Outline;
    use jiff::civil::date;

    fn village(code: &str, name: &str) -> Unit {
        Unit {
            code: code.to_owned(),
            name: name.to_owned(),
            kind: "village".to_owned(),
            parent: None,
            valid_from: date(2021, 1, 1),
            valid_to: None,
        }
    }

    #[test]
    fn code_before_name_and_no_guess() {
        let villages = [
            village("01", "Sơ Tor"),
            village("02", "Đak Pơ Kao"),
            village("03", "Nam Cao"),
            village("04", "Nam Cao"),
            village("05", "Leng"),
        ];
        let cases: [(&[&str], Option<&str>); 8] = [
            (&["01"], Some("01")),
            (&["Leng", "01"], Some("01")),
            (&["làng đak pơ kao"], Some("02")),
            (&["DAK PO KAO"], Some("02")),
            (&["Nam Cao"], None),
            (&["Leng 2"], None),
            (&["Thôn Leng"], Some("05")),
            (&[], None),
        ];
        for (words, wanted) in cases {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let found = village_of(&words, &villages).map(|unit| unit.code.as_str());
            assert_eq!(found, wanted, "{words:?}");
        }
    }

    #[test]
    fn two_areas_of_one_name_are_a_question() {
        let area =
            |name: &str| Outline { words: vec![name.to_owned()], rings: Vec::new(), village: None };
        let areas = vec![area("Leng"), area("Leng"), area("Sơ Tor")];
        let mut outlines = Outlines { size: (1, 1), areas };
        match_villages(&mut outlines, &[village("01", "Sơ Tor"), village("05", "Leng")]);
        let found: Vec<_> = outlines.areas.iter().map(|area| area.village.as_deref()).collect();
        assert_eq!(found, [None, None, Some("01")]);
    }
}
