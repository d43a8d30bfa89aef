//! One folder for each thing that the program does. They run downstream like the movement itself, in
//! the order below: a feature may call the verbs of those above it, never their `sql.rs`, and never
//! those below it.

pub mod journal;
pub mod units;
pub mod accounts;
pub mod files;
pub mod home;

use crate::access::{Act, Person};
use crate::routes::Routes;
use crate::web::Language;
use crate::web::ui::{NavGroup, NavItem};

/// The language files of the features, Vietnamese and English of each.
pub(crate) const WORDS: &[(Language, &str)] = &[
    (Language::Vietnamese, include_str!("journal/vi.ftl")),
    (Language::English, include_str!("journal/en.ftl")),
    (Language::Vietnamese, include_str!("units/vi.ftl")),
    (Language::English, include_str!("units/en.ftl")),
    (Language::Vietnamese, include_str!("accounts/vi.ftl")),
    (Language::English, include_str!("accounts/en.ftl")),
    (Language::Vietnamese, include_str!("files/vi.ftl")),
    (Language::English, include_str!("files/en.ftl")),
    (Language::Vietnamese, include_str!("home/vi.ftl")),
    (Language::English, include_str!("home/en.ftl")),
];

/// Every address of the program.
pub fn routes() -> Routes {
    Routes::default()
        .and(journal::routes())
        .and(units::routes())
        .and(accounts::routes())
        .and(files::routes())
        .and(home::routes())
}

/// The ways that a person has, in groups: the first page of each feature they may open.
const WAYS: &[(&str, &[(&str, &str, Act)])] = &[
    ("ways-manage", &[
        ("way-journal", "/nhat-ky", Act::ReadJournal),
        ("way-units", "/don-vi", Act::ReadDirectory),
        ("way-accounts", "/quan-tri", Act::ManageAccounts),
    ]),
];

/// The ways that this person may go.
pub(crate) fn ways(l: Language, person: &Person) -> Vec<NavGroup> {
    let groups = WAYS.iter().map(|(group, ways)| NavGroup {
        label: l.t(group).to_owned(),
        items: ways
            .iter()
            .filter(|(.., act)| person.may_somewhere(*act))
            .map(|(label, href, _)| NavItem {
                label: l.t(label).to_owned(),
                href: (*href).to_owned(),
                waiting: 0,
            })
            .collect(),
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}
