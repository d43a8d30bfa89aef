//! Templates (mẫu văn bản): the words of the documents that the program writes. Each sort of document
//! has its fields, which are the program's, and its words, which are the office's: the shipped ones, or
//! those that an officer has changed in Word.

use chungsuc_press::template::{Draft, Fault, Field, Template};

use crate::access::Person;
use crate::app::App;
use crate::catalog;
use crate::refusal::Refusal;

pub mod sorts;

/// A sort of document that is written from a template.
#[derive(Debug, Clone, Copy)]
pub struct Sort {
    /// Its code, and the name of its shipped file in `catalog/papers/templates`: "giay-moi-hop".
    pub code: &'static str,
    /// Its type, as `catalog/papers/kinds.toml` names it: "Giấy mời".
    pub kind: &'static str,
    /// What its template may name.
    pub fields: &'static [Field],
}

/// The template that a commune uses for a sort of document.
///
/// # Errors
/// When the shipped file is faulty, which a test excludes.
pub fn current(_app: &App, _by: &Person, sort: &Sort) -> Result<Template, Refusal> {
    Template::of(&shipped(sort)?, sort.fields).map_err(|faults| faulty(sort, &faults))
}

fn shipped(sort: &Sort) -> Result<Draft, Refusal> {
    Ok(Draft::parse(catalog::template(sort.code))?)
}

fn faulty(sort: &Sort, faults: &[Fault]) -> Refusal {
    tracing::error!(sort = sort.code, ?faults, "the shipped template is faulty");
    Refusal::rule("template-faulty")
}
