//! A role without a territory, or a territory without a role, opens nothing.

use super::*;

fn person(grants: &[(Role, &str)]) -> Person {
    let grants =
        grants.iter().map(|(role, place)| Grant { role: *role, territory: (*place).into() });
    Person {
        account: "a1".into(),
        name: "Đinh Thị Hương".into(),
        commune: "23668".into(),
        commune_name: "Tơ Tung".into(),
        grants: grants.collect(),
    }
}

#[test]
fn nothing_held_means_no() {
    let nobody = person(&[]);
    for act in Act::ALL {
        assert!(!nobody.may(*act, Place::commune("23668")), "{act:?}");
        assert!(!nobody.may_somewhere(*act), "{act:?}");
    }
}

#[test]
fn a_village_head_enters_values_of_the_own_village_only() {
    let head = person(&[(Role::VillageHead, "23668-01")]);
    assert!(head.may(Act::EnterValues, Place::village("23668", "23668-01")));
    assert!(!head.may(Act::EnterValues, Place::village("23668", "23668-02")));
    assert!(!head.may(Act::EnterValues, Place::commune("23668")));
    assert!(!head.may(Act::JudgeValues, Place::village("23668", "23668-01")));
    assert_eq!(head.villages_for(Act::EnterValues), Some(vec!["23668-01"]));
    assert_eq!(head.villages_for(Act::JudgeValues), Some(vec![]));
}

#[test]
fn a_commune_role_covers_its_villages_and_no_other_commune() {
    let officer = person(&[(Role::CriteriaOfficer, "23668")]);
    assert!(officer.may(Act::JudgeValues, Place::village("23668", "23668-09")));
    assert!(!officer.may(Act::JudgeValues, Place::village("23671", "23671-01")));
    assert_eq!(officer.villages_for(Act::JudgeValues), None);
}

#[test]
fn a_role_over_another_territory_opens_nothing_here() {
    let stranger = person(&[(Role::ProgrammeBoard, "23671")]);
    assert!(!stranger.may(Act::ReadMovements, Place::commune("23668")));
}

#[test]
fn the_administrator_reads_no_dossier() {
    let administrator = person(&[(Role::Administrator, "23668")]);
    let may: Vec<_> = Act::ALL.iter().filter(|act| administrator.may_somewhere(**act)).collect();
    let only = [Act::ReadUnits, Act::KeepUnits, Act::AssignCriteria, Act::ManageAccounts];
    assert_eq!(may, only.iter().collect::<Vec<_>>());
}

#[test]
fn the_auditor_changes_nothing() {
    let auditor = person(&[(Role::Auditor, "23668")]);
    for act in Act::ALL.iter().filter(|act| auditor.may_somewhere(**act)) {
        let name = format!("{act:?}");
        assert!(name.starts_with("Read") || name.starts_with("See"), "{name}");
    }
}

#[test]
fn codes_come_back() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(*role));
    }
    assert_eq!(Role::from_code("root"), None);
}
