//! The reading half of `chungsuc-press` alone: the typesetter beside it takes twenty minutes to
//! build with a fuzzer's marks, and nothing that is read reaches it.

#[path = "../../crates/press/src/read/mod.rs"]
pub mod read;
