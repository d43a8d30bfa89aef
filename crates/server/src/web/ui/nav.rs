//! The ways through the house, in groups; on a phone they open by an address, without a script.

use maud::{Markup, html};

/// One way.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// How many things wait there.
    pub waiting: u64,
}

/// Ways that belong together; the name may be empty.
#[derive(Clone, Debug, Default)]
pub struct NavGroup {
    /// The name of the group.
    pub label: String,
    /// Its ways.
    pub items: Vec<NavItem>,
}

/// The list of groups; the way that `path` lies on is marked.
pub(super) fn nav(groups: &[NavGroup], path: &str) -> Markup {
    html! {
        @for group in groups {
            @if !group.label.is_empty() { p.group { (group.label) } }
            ul {
                @for item in &group.items {
                    li {
                        a href=(item.href) aria-current=[current(&item.href, path)] {
                            span { (item.label) }
                            @if item.waiting > 0 { span.count { (item.waiting) } }
                        }
                    }
                }
            }
        }
    }
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
    #[test]
    fn marks_where_one_is() {
        assert_eq!(super::current("/quy", "/quy"), Some("page"));
        assert_eq!(super::current("/quy", "/quy/2"), Some("true"));
        assert_eq!(super::current("/quy", "/quyet-dinh"), None);
        assert_eq!(super::current("/", "/quy"), None);
    }
}
