//! The ways through the house, in groups; on a phone they open by an address, without a script.

use maud::{Markup, html};

/// Tones of brocade that the stylesheet knows; groups take them in turn.
const TONES: usize = 6;

/// One way.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// What it is called.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
}

/// Ways that belong together; the name may be empty.
#[derive(Clone, Debug, Default)]
pub struct NavGroup {
    /// The name of the group.
    pub label: &'static str,
    /// Its ways.
    pub items: Vec<NavItem>,
}

/// The list of groups; the way that `path` lies on is marked.
pub(super) fn nav(groups: &[NavGroup], path: &str) -> Markup {
    html! {
        @for (place, group) in groups.iter().enumerate() {
            @if !group.label.is_empty() { p class={ "group " (tone(place)) } { (group.label) } }
            ul {
                @for item in &group.items {
                    li {
                        a href=(item.href) aria-current=[current(item.href, path)] {
                            span { (item.label) }
                        }
                    }
                }
            }
        }
    }
}

/// The mark of the section that `path` lies in: its tone and its name.
pub(super) fn section(groups: &[NavGroup], path: &str) -> Option<(String, &'static str)> {
    let is_here = |group: &NavGroup| group.items.iter().any(|i| current(i.href, path).is_some());
    let place = groups.iter().position(is_here)?;
    let label = groups[place].label;
    (!label.is_empty()).then(|| (tone(place), label))
}

fn tone(place: usize) -> String {
    format!("tone-{}", place % TONES + 1)
}

fn current(href: &str, path: &str) -> Option<&'static str> {
    let rest = path.strip_prefix(href)?;
    match rest.chars().next() {
        None => Some("page"),
        Some('/') if href != "/" => Some("true"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_where_one_is() {
        assert_eq!(current("/quy", "/quy"), Some("page"));
        assert_eq!(current("/quy", "/quy/2"), Some("true"));
        assert_eq!(current("/quy", "/quyet-dinh"), None);
        assert_eq!(current("/", "/quy"), None);
    }

    #[test]
    fn names_the_section() {
        let way = |href| NavItem { label: "…", href };
        let group = |label, href| NavGroup { label, items: vec![way(href)] };
        let groups = [group("", "/ban-lam-viec"), group("Khen thưởng", "/quyet-dinh")];
        assert_eq!(section(&groups, "/quyet-dinh/3"), Some(("tone-2".to_owned(), "Khen thưởng")));
        assert_eq!(section(&groups, "/ban-lam-viec"), None, "a group without a name");
        assert_eq!(section(&groups, "/quy"), None);
    }
}
