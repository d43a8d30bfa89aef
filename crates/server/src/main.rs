//! The program; everything it does is in the library, where tests reach it.

/// A page is made of many small texts; the C library's allocator is slower at them.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    chungsuc_server::cli::run()
}
