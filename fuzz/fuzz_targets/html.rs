//! Reads the input as a .html.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let _ = chungsuc_fuzz::read::source(input, "x.html");
});
