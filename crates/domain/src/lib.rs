//! The heart of Chung Sức: what the program knows and decides without asking anybody.
//!
//! Nothing here reads a file, a clock or a random number: the day, the facts and the texts are
//! arguments, so the same facts give the same answer in any year.
//!
//! | room | what it holds |
//! |---|---|
//! | [`Vnd`], [`words`] | whole đồng, read as officers type them, written in figures and in words |
//! | [`Decimal`], [`Quantity`], [`Measure`] | exact amounts in their natural units |
//! | [`date`] | days, periods and deadlines in Vietnamese time |
//! | [`text`] | folding for search, sort keys, NFC |
//! | [`kinds`] | the closed lists whose codes are stored and never change |
//! | [`UnitCode`] | what an administrative unit is called |
//! | [`sourced`] | one value of the law with its days, its source, and who has checked it |
//! | [`condition`] | a condition of the law as an expression over a closed list of facts |
//! | [`catalog`] | the law as dated data, read from its files |
//! | [`decision`] | the shape of every answer: a verdict and its reasons |
//! | [`authority`], [`reward`] | who decides an award on a day, and what money goes with it |
//! | [`eligibility`] | whether somebody can be given an award: each condition with its clause and facts |
//! | [`fund`] | the fund of emulation and commendation: its rules, its book |
//! | [`standard`] | sets of criteria, and a unit's figures against them |
//! | [`cluster`] | the points of contestants that compare themselves, and who leads |
//! | [`survey`] | who is asked whether they are satisfied, and what the answers come to |
//! | [`forecast`] | where a figure is heading, and whether a planned value will be reached |
//! | [`recognition`] | who recognises a unit, what its dossier lacks, when a revocation is asked about |
//! | [`proof`] | the signed code of a certificate, and the keys that sign and check it |
//! | [`submission`] | the way of a dossier to a level above, and its days |
//! | [`review`], [`ballot`] | the way of a value, the votes of a council |
//!
//! No word for the screen is here, except the names of units of measure: texts belong to the
//! language files, and errors are typed so that a page can explain them.

// First, because the other rooms use its macro.
#[macro_use]
pub mod kinds;

pub mod authority;
pub mod ballot;
pub mod catalog;
pub mod cluster;
pub mod condition;
pub mod date;
mod decimal;
pub mod decision;
pub mod eligibility;
pub mod forecast;
pub mod fund;
mod number;
pub mod proof;
mod quantity;
pub mod recognition;
pub mod review;
pub mod reward;
pub mod sourced;
pub mod standard;
pub mod submission;
pub mod survey;
pub mod text;
mod unit_code;
mod vnd;
pub mod words;

pub use date::Period;
pub use decimal::{Decimal, DecimalError};
pub use kinds::{AwardMode, BodyKind, ContributionKind, HouseholdMark, SubjectKind, UnitKind};
pub use quantity::{Measure, Quantity, UnlikeUnits};
pub use unit_code::{UnitCode, UnitCodeError};
pub use vnd::{Vnd, VndError};
