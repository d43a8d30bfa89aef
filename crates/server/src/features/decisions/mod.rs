//! Decisions on awards: drafted from a closed sitting, issued under a number, printed as a document
//! with its list and as certificates.
//!
//! A draft may be reworded; its rewards are those of today. On the day of issue the rewards are
//! computed once more and stay, the number is taken, and nothing changes any more. A draft that went
//! wrong is discarded with a reason, and its sitting waits for another.

pub mod amendments;
mod basis;
mod certificates;
mod check;
mod deliveries;
mod discard;
mod document;
mod draft;
mod funding;
mod given;
mod golden_book;
mod issue;
mod kept;
mod list;
mod office;
mod pages;
mod revoked;
mod rewards;
mod signers;
mod sql;
mod todos;
mod values;
mod wording;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::show_date;
use chungsuc_domain::{SubjectKind, Vnd, codes};
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use amendments::Standing;
pub(crate) use basis::basis;
pub use certificates::{Printed, certificate, certificates};
pub use check::{Checked, check};
pub use deliveries::{Delivery, Handing, deliver, delivered, deliveries, undo_delivery, waiting};
pub use discard::discard;
pub use document::{document, prepare_to_sign};
pub use draft::{Proposal, correct, draft, left_out, proposal, reword};
pub(crate) use draft::{may_decide, usual_words};
pub use funding::into_fund;
pub use given::{Given, give_reward};
pub use golden_book::{Entry, golden_book, printed_book};
pub use issue::{Issuing, coming_number, issue, take_number};
pub use list::{Issued, Line, Wanted, issued_in, list};
pub(crate) use office::{propose as addressed, village_words};
pub(crate) use pages::routes;
pub use revoked::revoked_list;
pub use rewards::{Sums, sums};
pub use signers::{Signer, capacity_on, enter_signer, signers};
pub(crate) use todos::todos;
pub(crate) use values::{cite, kind_word};
pub use wording::{OnPaper, Wording};

use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of a decision's records in the journal.
pub const RECORD: &str = "decision";
/// Kind of the records of its list in the journal.
pub const AWARD_RECORD: &str = "decision_award";
/// The book from which decisions take their numbers.
const REGISTER: &str = "quyet-dinh";
/// As what the commune's head signs.
const HEAD: &str = "Chủ tịch";
/// What stands behind the number.
const SYMBOL: &str = "QĐ-UBND";

codes! {
    /// How far a decision is.
    State {
        /// May be reworded; has no number.
        Draft = "draft",
        /// Signed and numbered; never changes.
        Issued = "issued",
        /// A draft that was given up; never changes.
        Discarded = "discarded",
    }
}

codes! {
    /// From where the rewards are paid.
    RewardSource {
        /// Quỹ thi đua, khen thưởng.
        Fund = "fund",
        /// Kinh phí Chương trình mục tiêu quốc gia.
        Programme = "programme",
    }
}

/// A decision with its list.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// The movement in which the awarded stood out.
    pub movement: String,
    /// The sitting that carried the nominations.
    pub sitting: String,
    /// How far it is.
    pub state: State,
    /// Its words.
    pub wording: Wording,
    /// The number within its year, once issued.
    pub number: Option<i64>,
    /// What stands behind the number.
    pub symbol: String,
    /// Its day, once issued.
    pub issued_on: Option<Date>,
    /// Post of who signs.
    pub signer_post: String,
    /// Name of who signed; empty in a draft.
    pub signer_name: String,
    /// The paper in the registry, once issued.
    pub paper: Option<String>,
    /// Why it was discarded, if it was.
    pub discarded_because: Option<String>,
    /// Short name of the key that signed its list; none in a draft, or in a decision of older days.
    pub key: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
    /// The list, in the order of the golden book.
    pub awarded: Vec<Awarded>,
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Awarded {
    /// Number in the golden book.
    pub seq: i64,
    /// The nomination that was carried.
    pub nomination: String,
    /// Code of the award.
    pub award: String,
    /// What the subject is.
    pub kind: SubjectKind,
    /// The words of the certificate.
    pub on_paper: OnPaper,
    /// The reward of the day of issue; nothing in a draft, or when the law does not tell it.
    pub reward: Option<Vnd>,
    /// The reward that a person said where the law does not tell it; it counts only there.
    pub given: Option<Given>,
    /// The signed code of its certificate, where the decision has a key.
    pub code: Option<String>,
    /// What later decisions made of it.
    pub standing: Standing,
    /// Which state of the record this is.
    pub version: i64,
}

/// What the journal keeps of a decision.
#[derive(Serialize)]
struct Kept<'a> {
    state: State,
    number: Option<String>,
    issued_on: Option<Date>,
    signer_name: &'a str,
    #[serde(flatten)]
    wording: &'a Wording,
}

impl Decision {
    /// “312/QĐ-UBND”, once issued.
    pub fn full_number(&self) -> Option<String> {
        self.number.map(|number| shown_number(number, &self.symbol))
    }

    /// “Quyết định 312/QĐ-UBND ngày 27/12/2022”; of a draft, its abstract.
    fn title(&self) -> String {
        match (self.full_number(), self.issued_on) {
            (Some(number), Some(day)) => {
                format!("Quyết định {number} ngày {}", show_date(day))
            }
            _ => self.wording.abstract_().to_owned(),
        }
    }

    /// The day whose law the rewards follow: that of issue, for a draft today.
    fn day(&self, today: Date) -> Date {
        self.issued_on.unwrap_or(today)
    }

    /// Refuses what only a draft allows.
    fn must_be_draft(&self) -> Result<(), Refusal> {
        match self.state {
            State::Draft => Ok(()),
            State::Issued => Err(Refusal::rule("decision-issued-stays")),
            State::Discarded => Err(Refusal::rule("decision-discarded-stays")),
        }
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            state: self.state,
            number: self.full_number(),
            issued_on: self.issued_on,
            signer_name: &self.signer_name,
            wording: &self.wording,
        }
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            movement: row.get(1)?,
            sitting: row.get(2)?,
            wording: Wording::of_row(row, 3)?,
            state: row.coded(7, State::from_code)?,
            number: row.get(8)?,
            symbol: row.get(9)?,
            issued_on: row.get(10)?,
            signer_post: row.get(11)?,
            signer_name: row.get(12)?,
            paper: row.get(13)?,
            version: row.get(14)?,
            discarded_because: row.get(15)?,
            key: row.get(16)?,
            awarded: Vec::new(),
        })
    }
}

impl Awarded {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.get(0)?,
            nomination: row.get(1)?,
            award: row.get(2)?,
            kind: row.coded(3, SubjectKind::from_code)?,
            on_paper: OnPaper::of_row(row, 4)?,
            reward: row.get::<Option<i64>>(7)?.map(Vnd::new),
            version: row.get(8)?,
            code: row.get(9)?,
            given: Given::of_row(row, 10)?,
            standing: Standing::InForce,
        })
    }

    /// “Giấy khen”: the name of the award without the office that gives it.
    fn gift(&self, catalog: &Catalog) -> String {
        let name = catalog.award(&self.award).map_or("", |award| award.form.name.as_str());
        name.split(" của ").next().unwrap_or_default().to_owned()
    }
}

/// “05/QĐ-UBND”.
fn shown_number(number: i64, symbol: &str) -> String {
    format!("{number:02}/{symbol}")
}

/// One decision with its list. Issued ones are for everybody at work; drafts, also discarded ones,
/// for those who may read what the council does.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Decision, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let found = app.read(|r| read_decision(r, &by.commune, id))?.ok_or(Refusal::NotFound)?;
    match found.state {
        State::Draft | State::Discarded if !reads_drafts(by) => Err(Refusal::NotFound),
        _ => Ok(found),
    }
}

/// Whether drafts may be seen.
fn reads_drafts(by: &Person) -> bool {
    by.must_in_commune(Act::ReadCouncil).is_ok()
}

fn read_decision(
    r: &mut Reader<'_>,
    commune: &str,
    id: &str,
) -> Result<Option<Decision>, StoreError> {
    let key = [commune.into(), id.into()];
    let Some(mut found) = r.first(sql::ONE, &key, Decision::read)? else { return Ok(None) };
    found.awarded = r.all(sql::AWARDED, &key, Awarded::read)?;
    amendments::stand(r, commune, id, &mut found.awarded)?;
    Ok(Some(found))
}
