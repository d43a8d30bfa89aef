//! Reads the input as a .txt.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    chungsuc_fuzz::read_all(input, "x.txt");
});
