//! One folder for each thing that the program does. They run downstream like the movement itself, in
//! the order of [`routes`]: a feature may call the verbs of those above it, never their `sql.rs`, and
//! never those below it.

pub(crate) mod law;
pub(crate) mod names;
pub(crate) mod office;
pub(crate) mod search;
pub(crate) mod todo;

pub mod accounts;
pub mod certificates;
pub mod charts;
pub mod clusters;
pub mod consultations;
pub mod contributions;
pub mod councils;
pub mod decisions;
pub mod desk;
pub mod directory;
pub mod files;
pub mod fund;
pub mod goals;
pub mod holds;
pub mod home;
pub mod honours;
pub mod journal;
pub mod letters;
pub mod maps;
pub mod movements;
pub mod nominations;
pub mod opinions;
pub mod papers;
pub mod proposals;
pub mod questions;
pub mod rechecks;
pub mod recognition;
pub mod registers;
pub mod reports;
pub mod signing;
pub mod standards;
pub mod submissions;
pub mod succession;
pub mod surveys;
pub mod templates;
pub mod units;

use crate::access::{Act, Person};
use crate::routes::Routes;
use crate::web::Language;
use crate::web::ui::{NavGroup, NavItem};

/// The language files of the features, Vietnamese and English of each.
pub(crate) const WORDS: &[(Language, &str)] = &[
    (Language::Vietnamese, include_str!("law.vi.ftl")),
    (Language::English, include_str!("law.en.ftl")),
    (Language::Vietnamese, include_str!("journal/vi.ftl")),
    (Language::English, include_str!("journal/en.ftl")),
    (Language::Vietnamese, include_str!("units/vi.ftl")),
    (Language::English, include_str!("units/en.ftl")),
    (Language::Vietnamese, include_str!("accounts/vi.ftl")),
    (Language::English, include_str!("accounts/en.ftl")),
    (Language::Vietnamese, include_str!("files/vi.ftl")),
    (Language::English, include_str!("files/en.ftl")),
    (Language::Vietnamese, include_str!("directory/vi.ftl")),
    (Language::English, include_str!("directory/en.ftl")),
    (Language::Vietnamese, include_str!("papers/vi.ftl")),
    (Language::English, include_str!("papers/en.ftl")),
    (Language::Vietnamese, include_str!("signing/vi.ftl")),
    (Language::English, include_str!("signing/en.ftl")),
    (Language::Vietnamese, include_str!("templates/vi.ftl")),
    (Language::English, include_str!("templates/en.ftl")),
    (Language::Vietnamese, include_str!("movements/vi.ftl")),
    (Language::English, include_str!("movements/en.ftl")),
    (Language::Vietnamese, include_str!("standards/vi.ftl")),
    (Language::English, include_str!("standards/en.ftl")),
    (Language::Vietnamese, include_str!("clusters/vi.ftl")),
    (Language::English, include_str!("clusters/en.ftl")),
    (Language::Vietnamese, include_str!("surveys/vi.ftl")),
    (Language::English, include_str!("surveys/en.ftl")),
    (Language::Vietnamese, include_str!("rechecks/vi.ftl")),
    (Language::English, include_str!("rechecks/en.ftl")),
    (Language::Vietnamese, include_str!("questions/vi.ftl")),
    (Language::English, include_str!("questions/en.ftl")),
    (Language::Vietnamese, include_str!("succession/vi.ftl")),
    (Language::English, include_str!("succession/en.ftl")),
    (Language::Vietnamese, include_str!("goals/vi.ftl")),
    (Language::English, include_str!("goals/en.ftl")),
    (Language::Vietnamese, include_str!("maps/vi.ftl")),
    (Language::English, include_str!("maps/en.ftl")),
    (Language::Vietnamese, include_str!("charts/vi.ftl")),
    (Language::English, include_str!("charts/en.ftl")),
    (Language::Vietnamese, include_str!("contributions/vi.ftl")),
    (Language::English, include_str!("contributions/en.ftl")),
    (Language::Vietnamese, include_str!("fund/vi.ftl")),
    (Language::English, include_str!("fund/en.ftl")),
    (Language::Vietnamese, include_str!("honours/vi.ftl")),
    (Language::English, include_str!("honours/en.ftl")),
    (Language::Vietnamese, include_str!("holds/vi.ftl")),
    (Language::English, include_str!("holds/en.ftl")),
    (Language::Vietnamese, include_str!("nominations/vi.ftl")),
    (Language::English, include_str!("nominations/en.ftl")),
    (Language::Vietnamese, include_str!("proposals/vi.ftl")),
    (Language::English, include_str!("proposals/en.ftl")),
    (Language::Vietnamese, include_str!("opinions/vi.ftl")),
    (Language::English, include_str!("opinions/en.ftl")),
    (Language::Vietnamese, include_str!("consultations/vi.ftl")),
    (Language::English, include_str!("consultations/en.ftl")),
    (Language::Vietnamese, include_str!("councils/vi.ftl")),
    (Language::English, include_str!("councils/en.ftl")),
    (Language::Vietnamese, include_str!("certificates/vi.ftl")),
    (Language::English, include_str!("certificates/en.ftl")),
    (Language::Vietnamese, include_str!("decisions/vi.ftl")),
    (Language::English, include_str!("decisions/en.ftl")),
    (Language::Vietnamese, include_str!("registers/vi.ftl")),
    (Language::English, include_str!("registers/en.ftl")),
    (Language::Vietnamese, include_str!("recognition/vi.ftl")),
    (Language::English, include_str!("recognition/en.ftl")),
    (Language::Vietnamese, include_str!("letters/vi.ftl")),
    (Language::English, include_str!("letters/en.ftl")),
    (Language::Vietnamese, include_str!("submissions/vi.ftl")),
    (Language::English, include_str!("submissions/en.ftl")),
    (Language::Vietnamese, include_str!("reports/vi.ftl")),
    (Language::English, include_str!("reports/en.ftl")),
    (Language::Vietnamese, include_str!("desk/vi.ftl")),
    (Language::English, include_str!("desk/en.ftl")),
    (Language::Vietnamese, include_str!("home/vi.ftl")),
    (Language::English, include_str!("home/en.ftl")),
];

/// Every address of the program.
pub fn routes() -> Routes {
    Routes::default()
        .and(journal::routes())
        .and(units::routes())
        .and(accounts::routes())
        .and(directory::routes())
        .and(papers::routes())
        .and(signing::routes())
        .and(templates::routes())
        .and(movements::routes())
        .and(standards::routes())
        .and(surveys::routes())
        .and(rechecks::routes())
        .and(questions::routes())
        .and(succession::routes())
        .and(goals::routes())
        .and(maps::routes())
        .and(charts::routes())
        .and(clusters::routes())
        .and(contributions::routes())
        .and(fund::routes())
        .and(holds::routes())
        .and(nominations::routes())
        .and(proposals::routes())
        .and(opinions::routes())
        .and(consultations::routes())
        .and(councils::routes())
        .and(certificates::routes())
        .and(decisions::routes())
        .and(registers::routes())
        .and(recognition::routes())
        .and(letters::routes())
        .and(submissions::routes())
        .and(reports::routes())
        .and(desk::routes())
        .and(home::routes())
}

/// A way: the key of its word, the first page of a feature, and what one must be allowed to do there.
type Way = (&'static str, &'static str, Act);

/// The ways that there are, in groups with the key of their word.
const WAYS: &[(&str, &[Way])] = &[
    ("ways-desk", &[("way-desk", "/ban-lam-viec", Act::SeeDesk)]),
    (
        "ways-movement",
        &[
            ("way-movements", "/phong-trao", Act::ReadMovements),
            ("way-standards", "/tieu-chi", Act::ReadStandards),
            ("way-surveys", "/khao-sat", Act::ReadSurveys),
            ("way-clusters", "/cum-khoi", Act::ReadClusters),
            ("way-recognition", "/cong-nhan", Act::ReadRecognition),
            ("way-contributions", "/nguon-luc", Act::ReadContributions),
        ],
    ),
    (
        "ways-awards",
        &[
            ("way-proposals", "/gioi-thieu", Act::ReadProposals),
            ("way-nominations", "/khen-thuong", Act::ReadNominations),
            ("way-opinions", "/y-kien", Act::GiveOpinions),
            ("way-consultations", "/cong-khai", Act::ReadConsultations),
            ("way-councils", "/hoi-dong", Act::ReadCouncil),
            ("way-decisions", "/quyet-dinh", Act::ReadDecisions),
            ("way-golden-book", "/so-vang", Act::ReadDecisions),
            ("way-fund", "/quy", Act::ReadFund),
            ("way-registers", "/so-khen-thuong", Act::ReadHonours),
            ("way-holds", "/tam-dung", Act::KeepHolds),
            ("way-submissions", "/trinh-cap-tren", Act::ReadCouncil),
        ],
    ),
    (
        "ways-papers",
        &[
            ("way-reports", "/bao-cao", Act::ReadReports),
            ("way-letters", "/soan-thao", Act::ReadPapers),
            ("way-papers", "/van-ban", Act::ReadPapers),
            ("way-templates", "/mau-van-ban", Act::ReadTemplates),
            ("way-directory", "/danh-ba", Act::ReadDirectory),
            ("way-units", "/don-vi", Act::ReadUnits),
        ],
    ),
    (
        "ways-manage",
        &[
            ("way-journal", "/nhat-ky", Act::ReadJournal),
            ("way-charges", "/phan-cong-tieu-chi", Act::AssignCriteria),
            ("way-accounts", "/quan-tri", Act::ManageAccounts),
        ],
    ),
];

/// Where a person begins: the desk, or the accounts for who has none, or one's own account.
pub(crate) fn first_page(person: &Person) -> &'static str {
    let pages = [("/ban-lam-viec", Act::SeeDesk), ("/quan-tri", Act::ManageAccounts)];
    let first = pages.into_iter().find(|(_, act)| person.may_somewhere(*act));
    first.map_or("/tai-khoan", |(href, _)| href)
}

/// The ways that this person may go.
pub(crate) fn ways(l: Language, person: &Person) -> Vec<NavGroup> {
    let groups = WAYS.iter().map(|(group, ways)| NavGroup {
        label: l.t(group),
        items: ways
            .iter()
            .filter(|(.., act)| person.may_somewhere(*act))
            .map(|(label, href, _)| NavItem { label: l.t(label), href })
            .collect(),
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}
