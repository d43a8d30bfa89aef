//! The program; everything it does is in the library, where tests reach it.

/// Gives memory back after a password is hashed or a document is printed, so that the program stays
/// small between; the C library's allocator keeps most of it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    chungsuc_server::cli::run()
}
