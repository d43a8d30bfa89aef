//! What somebody had received by a day, from the commune and from elsewhere: part III of a report of
//! achievements.

use chungsuc_domain::SubjectKind;
use jiff::civil::Date;

use super::{Line, Wanted, ids_of, read_all};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// The awards that a subject had received by a day under every name it bore, the oldest first. What was
/// taken back by then is none of them.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn received(
    app: &App,
    by: &Person,
    kind: SubjectKind,
    subject: &str,
    until: Date,
) -> Result<Vec<Line>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let mut lines = Vec::new();
    for id in ids_of(app, kind, subject)? {
        let wanted = Wanted { kind: Some(kind), subject: Some(id), ..Wanted::default() };
        lines.extend(read_all(app, by, &wanted)?);
    }
    let counts = |line: &Line| {
        let by_then = line.issued_on.map_or(line.year <= until.year(), |day| day <= until);
        by_then && line.revoked.as_ref().is_none_or(|(_, day)| *day > until)
    };
    lines.retain(counts);
    lines.sort_by(|one, other| {
        (one.year, one.issued_on, &one.number).cmp(&(other.year, other.issued_on, &other.number))
    });
    Ok(lines)
}
