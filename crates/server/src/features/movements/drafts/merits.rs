//! By what a group is compared, where the plan says it under the group's own heading.

use chungsuc_press::read::{Found, Group, Parts, Piece};

/// The merits of the group of this place in the list: what follows its heading, and the points below.
/// Nothing where they name other groups, for then they tell who takes part and not by what.
pub(super) fn of_group(parts: &Parts<'_>, groups: &[Found<Group>], place: usize) -> Vec<String> {
    let Some(own) = groups.get(place).and_then(|group| group.span) else { return Vec::new() };
    let holds = |words: Piece<'_>, from: usize| {
        words.span().is_some_and(|span| span.from <= from && from < span.to)
    };
    let Some(at) = parts.items.iter().rposition(|item| holds(item.words, own.from)) else {
        return Vec::new();
    };
    let item = &parts.items[at];
    let below = parts.items.iter().enumerate().take(item.end).skip(at + 1);
    let leaves = below.filter(|(place, below)| below.end == place + 1).map(|(_, leaf)| leaf.words);
    let told: Vec<Piece<'_>> = std::iter::once(item.rest()).chain(leaves).collect();
    let starts = || groups.iter().filter_map(|group| group.span).map(|span| span.from);
    if told.iter().any(|words| starts().any(|from| holds(*words, from))) {
        return Vec::new();
    }
    let lines = told.iter().map(|words| words.text().trim_matches([' ', '-', '+', ';', '.', ',']));
    lines.filter(|line| !line.is_empty()).map(super::understood::sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chungsuc_press::read::{Plan, Script, source};

    const HEAD: &str = "Số: 5/KH-UBND\n\nKẾ HOẠCH\n\nPhong trào thi đua “Làng xanh”\n\nI. MỤC ĐÍCH\n\n\
        - Làng xanh.\n\nII. ĐỐI TƯỢNG THI ĐUA\n\n";

    fn merits(body: &str) -> Option<Vec<Vec<String>>> {
        let source = source(format!("{HEAD}{body}").as_bytes(), "kh.txt").ok()?;
        let script = Script::of(&source);
        let parts = Parts::of(&script);
        let plan = Plan::of(&parts).ok()?;
        Some((0..plan.subjects.len()).map(|row| of_group(&parts, &plan.subjects, row)).collect())
    }

    #[test]
    fn merits_stand_under_the_heading_of_their_group() {
        let body = "1. Đối với các làng\n\n- Giữ đường sạch;\n\n- Trồng cây.\n\n\
            2. Đối với doanh nghiệp, hợp tác xã: góp vật tư.\n";
        let told = |merits: &[&str]| merits.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let (village, others) = (told(&["Giữ đường sạch", "Trồng cây"]), told(&["Góp vật tư"]));
        assert_eq!(merits(body), Some(vec![village, others.clone(), others]));
    }

    #[test]
    fn a_list_of_groups_has_no_merits() {
        let body = "1. Đối tượng: các làng, doanh nghiệp và hộ gia đình trong xã.\n";
        assert_eq!(merits(body), Some(vec![Vec::new(); 3]));
    }
}
