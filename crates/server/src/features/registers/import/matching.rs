//! Who in the directory a name of an old list is: the same, new, or a person must say.

use std::collections::HashMap;

use chungsuc_domain::SubjectKind;
use chungsuc_domain::eligibility::{Likeness, bare, likeness, same};

use super::rows::ListRow;
use crate::access::Person;
use crate::app::App;
use crate::features::directory::{self, Subject};
use crate::features::honours::name_alone;
use crate::features::units;
use crate::refusal::Refusal;

/// Everybody in the directory, as far as a list can mean them.
const EVERYBODY: i64 = 100_000;

/// The answer to whom a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Certainly this one.
    Same(Subject),
    /// Nobody like this is in the directory: the line stands under its name.
    New,
    /// One of these, somebody else, or nobody: a person says.
    Ask(Vec<Subject>),
    /// Perhaps the line that the register has under this name, with the same decision: a person says.
    Doubt(String),
}

impl Match {
    /// Whether a person must say.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Ask(_) | Self::Doubt(_))
    }
}

/// Everybody, found by name.
pub(super) struct Known {
    by_name: HashMap<(SubjectKind, String), Vec<Subject>>,
    villages: HashMap<String, String>,
}

impl Known {
    /// Units, also ended ones, bodies, households and persons of today.
    pub(super) fn read(app: &App, by: &Person) -> Result<Self, Refusal> {
        let mut all = directory::find_subjects(app, by, "", EVERYBODY)?;
        let (today, mut villages) = (app.today(), HashMap::new());
        for unit in units::children(app, &by.commune)? {
            villages.insert(unit.code.clone(), unit.name.clone());
            if !unit.exists_on(today) {
                let (id, village) = (unit.code.clone(), Some(unit.code));
                all.push(Subject { kind: SubjectKind::Village, id, name: unit.name, village });
            }
        }
        let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
        for subject in all {
            let name = bare(name_alone(subject.kind, &subject.name));
            by_name.entry((subject.kind, name)).or_default().push(subject);
        }
        Ok(Self { by_name, villages })
    }

    /// What kind a row is of that does not say it: that of the only ones who have its name.
    pub(super) fn kind_of(&self, row: &ListRow) -> Option<SubjectKind> {
        let mut kinds = SubjectKind::ALL.iter().copied().filter(|kind| {
            let name = bare(name_alone(*kind, &row.name));
            self.by_name.contains_key(&(*kind, name))
        });
        let first = kinds.next()?;
        kinds.next().is_none().then_some(first)
    }

    /// Whom a row of a kind means.
    pub(super) fn find(&self, row: &ListRow, kind: SubjectKind) -> Match {
        let name = name_alone(kind, &row.name);
        let namesakes = self.by_name.get(&(kind, bare(name))).map_or(&[][..], Vec::as_slice);
        if let [only] = namesakes
            && self.is_certain(row, kind, name, only)
        {
            return Match::Same(only.clone());
        }
        let mut asked = namesakes.to_vec();
        if !matches!(kind, SubjectKind::Individual | SubjectKind::Household) {
            let near = self.by_name.iter().filter(|((of, _), _)| *of == kind);
            let near = near.flat_map(|(_, subjects)| subjects);
            asked.extend(near.filter(|one| likeness(&one.name, name) == Likeness::Near).cloned());
        }
        asked.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        if asked.is_empty() { Match::New } else { Match::Ask(asked) }
    }

    /// Namesakes are many: a person or a household is certain only when name and village are the same.
    fn is_certain(&self, row: &ListRow, kind: SubjectKind, name: &str, only: &Subject) -> bool {
        if !matches!(kind, SubjectKind::Individual | SubjectKind::Household) {
            return true;
        }
        let village = only.village.as_ref().and_then(|code| self.villages.get(code));
        let lives_there = village.is_some_and(|village| same_village(village, &row.village));
        likeness(&only.name, name) == Likeness::Spelled && lives_there
    }

    /// The code of the village that a row names.
    pub(super) fn village(&self, row: &ListRow) -> Option<String> {
        let mut found = self.villages.iter().filter(|(_, name)| same_village(name, &row.village));
        let first = found.next()?;
        found.next().is_none().then(|| first.0.clone())
    }
}

/// “Leng” and “Làng Leng” are one village.
fn same_village(known: &str, typed: &str) -> bool {
    let [known, typed] = [known, typed].map(|name| name_alone(SubjectKind::Village, name));
    same(known, typed)
}
