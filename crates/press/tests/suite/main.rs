//! The printing house's tests: what people read on the printed paper, through LibreOffice and poppler.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod any_docx;
mod any_text;
mod approved;
mod certificates;
mod checks;
mod documents;
mod drafts;
mod fuzzing;
mod genre;
mod kinds;
mod layouts;
mod office;
mod papers;
mod picture;
mod places;
mod reading;
mod signed;
mod spreadsheets;
mod template;
mod tools;
mod understanding;
mod word;
