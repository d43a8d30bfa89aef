//! Every route with every role, against a table written by hand. A route that is not in the table
//! fails the test, and so does a row whose route is gone.

use std::collections::BTreeMap;

use chungsuc_server::access::Role;
use chungsuc_server::features;
use chungsuc_server::routes::Gate;

use crate::harness::*;

/// Who may open each address: `*` everybody, `+` whoever is logged in, else initials of roles:
/// C chairman, M council member, S secretary, P programme board, K criteria officer, O organisation
/// officer, V village head, U culture centre, A accountant, I auditor, Q administrator.
const TABLE: &str = include_str!("permissions.txt");

const INITIALS: [(char, Role); 11] = [
    ('C', Role::Chairman),
    ('M', Role::CouncilMember),
    ('S', Role::CouncilSecretary),
    ('P', Role::ProgrammeBoard),
    ('K', Role::CriteriaOfficer),
    ('O', Role::OrganisationOfficer),
    ('V', Role::VillageHead),
    ('U', Role::CultureCentre),
    ('A', Role::Accountant),
    ('I', Role::Auditor),
    ('Q', Role::Administrator),
];

fn table() -> BTreeMap<(&'static str, &'static str), &'static str> {
    let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows = lines.map(|line| {
        let mut words = line.split_whitespace();
        let mut next = || words.next().unwrap_or_else(|| panic!("too short: {line}"));
        ((next(), next()), next())
    });
    rows.collect()
}

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let routes: BTreeMap<_, _> =
        features::routes().entries().iter().map(|e| ((e.method, e.path), e.gate)).collect();
    let table = table();
    let missing: Vec<_> = routes.keys().filter(|route| !table.contains_key(*route)).collect();
    let gone: Vec<_> = table.keys().filter(|row| !routes.contains_key(*row)).collect();
    assert!(missing.is_empty() && gone.is_empty(), "without a row: {missing:?}; gone: {gone:?}");
    for (route, gate) in routes {
        let open = matches!(gate, Gate::Public);
        assert_eq!(open, table[&route] == "*", "{route:?} is public in one place only");
    }
}

#[test]
fn nothing_is_served_past_the_list() {
    let mut places = Vec::new();
    look(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut places);
    let allowed = ["routes.rs", "assets.rs", "headers.rs"];
    places.retain(|place| !allowed.iter().any(|name| place.ends_with(name)));
    assert!(places.is_empty(), "these use axum's router themselves: {places:?}");
}

fn look(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, found);
        } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains(".route(")) {
            found.push(path.display().to_string());
        }
    }
}

on_both_engines! {
    fn every_route_opens_to_its_roles_and_to_nobody_else(engine: Engine) {
        let test = TestApp::new(engine);
        let browsers: Vec<_> =
            INITIALS.iter().map(|(initial, role)| (*initial, test.browser(*role))).collect();
        let mut wrong = Vec::new();
        for ((method, path), who) in table() {
            let address = path.replace(['{', '}'], "");
            let ask = |browser: &Browser<'_>| match method {
                "GET" => browser.get(&address),
                _ => browser.post(&address, &[]),
            };
            let stranger = ask(&test.stranger());
            let sent_away = stranger.leads_to() == "/dang-nhap";
            if sent_away == (who == "*") {
                wrong.push(format!("{method} {path}: a stranger gets {}", stranger.status));
            }
            for (initial, browser) in browsers.iter().filter(|_| path != "/dang-xuat") {
                let allowed = matches!(who, "*" | "+") || who.contains(*initial);
                let page = ask(browser);
                if (page.status == 403) == allowed {
                    wrong.push(format!("{method} {path}: {initial} gets {}", page.status));
                }
                assert!(page.status < 500, "{method} {path}: {initial}: {}", page.text);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
