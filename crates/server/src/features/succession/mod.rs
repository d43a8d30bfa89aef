//! Succession (sáp nhập, chia tách): what a new unit's figures are, explained from those of the old
//! ones; what a person must still say; and what would be if units merged. The old units keep theirs.

mod answers;
mod bring;
mod origins;
mod outlook;
mod pages;
mod sql;
mod take_over;

use chungsuc_domain::Decimal;
use chungsuc_store::{Param, Row, StoreError};

pub use answers::{Given, answer};
pub use bring::{Brought, bring, brought, neighbours};
pub use origins::{Origin, Succession, find, new_units};
pub use outlook::{Line, Outlook, Trial, outlook, trial};
pub(crate) use pages::routes;
pub use take_over::{take_over, to_take};

use crate::features::standards::Figure;

/// Kind of the records of figures that came on paper, in the journal.
pub const BROUGHT: &str = "old_figure";
/// Kind of the records of what a person said of a new unit, in the journal.
pub const ANSWER: &str = "succession_answer";

/// A figure from five columns: amount, part, whole, met, day; then its note.
fn read_figure(row: &Row<'_>, from: usize) -> Result<Figure, StoreError> {
    let decimal = |index| -> Result<Option<Decimal>, StoreError> {
        Ok(row.get::<Option<i64>>(index)?.map(Decimal::from_thousandths))
    };
    Ok(Figure {
        amount: decimal(from)?,
        numerator: decimal(from + 1)?,
        denominator: decimal(from + 2)?,
        met: row.get(from + 3)?,
        measured_on: row.get(from + 4)?,
        note: row.get(from + 5)?,
    })
}

fn params(figure: &Figure) -> Vec<Param<'_>> {
    let number = |value: Option<Decimal>| value.map(|value| value.thousandths()).into();
    vec![
        number(figure.amount),
        number(figure.numerator),
        number(figure.denominator),
        figure.met.into(),
        figure.measured_on.into(),
        figure.note.as_str().into(),
    ]
}
