//! The same document twice: the same bytes, or the same number, issuer and year.

use chungsuc_store::Reader;

use super::{Entry, Paper, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::NewFile;
use crate::refusal::Refusal;
use crate::web::Message;

/// Papers in the registry that one about to be entered repeats; withdrawn ones do not count.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    /// The paper whose file is the same to the byte.
    pub by_file: Option<Paper>,
    /// The first paper of the same number, issuer and year.
    pub by_number: Option<Paper>,
}

/// What of the registry a paper would repeat; `but` is the paper itself when it is corrected.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn twins(
    app: &App,
    by: &Person,
    entry: &Entry,
    file: Option<&NewFile>,
    but: &str,
) -> Result<Twins, Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    app.read(|r| found(r, &by.commune, entry, file, but))
}

fn found(
    r: &mut Reader<'_>,
    commune: &str,
    entry: &Entry,
    file: Option<&NewFile>,
    but: &str,
) -> Result<Twins, Refusal> {
    let mut twins = Twins::default();
    if let Some(file) = file {
        let key = [commune.into(), file.sha256().into(), but.into()];
        twins.by_file = first(r.all(sql::SAME_FILE, &key, Paper::read)?);
    }
    if let Some(twin) = entry.twin() {
        let key = [commune.into(), (&twin).into(), but.into()];
        twins.by_number = first(r.all(sql::SAME_NUMBER, &key, Paper::read)?);
    }
    Ok(twins)
}

/// The one that was entered first: ids follow the time.
fn first(papers: Vec<Paper>) -> Option<Paper> {
    papers.into_iter().min_by(|one, other| one.id.cmp(&other.id))
}

/// Refuses a paper that the registry has already. Of the same bytes there is one; of the same number
/// somebody may say that it is another paper.
pub(super) fn must_be_new(
    r: &mut Reader<'_>,
    commune: &str,
    entry: &Entry,
    file: Option<&NewFile>,
    but: &str,
) -> Result<(), Refusal> {
    let twins = found(r, commune, entry, file, but)?;
    if twins.by_file.is_some() {
        return Err(Refusal::field("file", Message::new("paper-same-file")));
    }
    if twins.by_number.is_some() && !entry.is_another {
        return Err(Refusal::field("is_another", Message::new("paper-same-number")));
    }
    Ok(())
}
