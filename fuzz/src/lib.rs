//! The reading half of `chungsuc-press` alone: the typesetter beside it takes twenty minutes to
//! build with a fuzzer's marks, and nothing that is read reaches it.

#[path = "../../crates/press/src/read/mod.rs"]
pub mod read;
#[path = "../../crates/press/src/tree.rs"]
#[allow(dead_code)]
mod tree;

use read::{Paper, Parts, Plan, Script};

/// Goes the whole way that a reader's file goes: its text, its parts, the paper, the plan, the JSON.
pub fn read_all(bytes: &[u8], name: &str) {
    let Ok(source) = read::source(bytes, name) else { return };
    let script = Script::of(&source);
    let parts = Parts::of(&script);
    let _ = Paper::of(&parts).json();
    if let Ok(plan) = Plan::of(&parts) {
        let _ = plan.json();
    }
}
