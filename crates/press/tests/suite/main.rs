//! The printing house's tests: what people read on the printed paper, through LibreOffice and poppler.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod any_text;
mod certificates;
mod documents;
mod layouts;
mod papers;
mod signed;
mod tools;
