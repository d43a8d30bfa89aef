//! A paper that another feature makes: registered in the transaction of its record.

use chungsuc_store::{Change, Writer};
use jiff::civil::Date;

use super::{Basis, Kept, PaperKind, RECORD, Readers, entry, sql};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// A paper about to be registered.
#[derive(Clone, Debug)]
pub struct NewPaper<'a> {
    /// Its kind.
    pub kind: PaperKind,
    /// Number and symbol, once it has them.
    pub number: Option<&'a str>,
    /// Its day, once it has one.
    pub issued_on: Option<Date>,
    /// Who issues it.
    pub issuer: &'a str,
    /// Where.
    pub place: &'a str,
    /// Its title or abstract.
    pub title: &'a str,
    /// Post of who signs.
    pub signer_post: &'a str,
    /// Name of who signs.
    pub signer_name: &'a str,
    /// What it rests on.
    pub bases: &'a [Basis],
    /// Who receives it.
    pub recipients: &'a [String],
    /// Who may read it.
    pub readers: Readers,
}

/// Registers a paper inside the transaction of the verb that makes it; gives its id.
///
/// # Errors
/// A rule, when a paper of this kind, number, day and issuer is there already.
pub fn register(app: &App, tx: &mut Writer<'_>, new: &NewPaper<'_>) -> Result<String, Refusal> {
    let commune = tx.author().commune.clone();
    let same = [
        commune.as_str().into(),
        new.kind.code().into(),
        new.number.into(),
        new.issued_on.into(),
        new.issuer.into(),
    ];
    if tx.first(sql::SAME, &same, |row| row.get::<String>(0))?.is_some() {
        let number = new.number.unwrap_or_default().to_owned();
        return Err(Refusal::Rule(Message::new("paper-known").arg("number", number)));
    }
    let id = app.new_id();
    add(tx, &id, new)?;
    for (seq, basis) in (1_i64..).zip(new.bases) {
        add_basis(tx, &id, seq, basis)?;
    }
    for (seq, name) in (1_i64..).zip(new.recipients) {
        let change = Change::create("paper_recipient", format!("{id}/{seq}"), name)?;
        let row = [commune.as_str().into(), (&id).into(), seq.into(), name.into()];
        tx.change(change, sql::ADD_RECIPIENT, &row)?;
    }
    Ok(id)
}

fn add(tx: &mut Writer<'_>, id: &str, new: &NewPaper<'_>) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let kept = Kept {
        paper_kind: new.kind,
        number: new.number,
        issued_on: new.issued_on,
        issuer: new.issuer,
        title: new.title,
        signer_post: new.signer_post,
        signer_name: new.signer_name,
        readers: new.readers,
        arrival: None,
        received_on: None,
        withdrawn_on: None,
        sha256: None,
    };
    let (folded, twin) = (
        entry::folded(new.number, new.title, new.issuer),
        entry::twin(new.number, new.issuer, new.issued_on),
    );
    Ok(tx.change(
        Change::create(RECORD, id, &kept)?,
        sql::ADD,
        &[
            commune.as_str().into(),
            id.into(),
            new.kind.code().into(),
            new.number.into(),
            new.issued_on.into(),
            new.issuer.into(),
            new.place.into(),
            new.title.into(),
            (&folded).into(),
            new.signer_post.into(),
            new.signer_name.into(),
            twin.as_deref().into(),
            new.readers.code().into(),
        ],
    )?)
}

fn add_basis(tx: &mut Writer<'_>, id: &str, seq: i64, basis: &Basis) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    Ok(tx.change(
        Change::create("paper_basis", format!("{id}/{seq}"), basis)?,
        sql::ADD_BASIS,
        &[
            commune.as_str().into(),
            id.into(),
            seq.into(),
            (&basis.kind).into(),
            (&basis.number).into(),
            basis.issued_on.into(),
            (&basis.issuer).into(),
        ],
    )?)
}
