//! The catalog as it is shipped inside the program.

use std::sync::{Arc, LazyLock};

use chungsuc_domain::catalog::Catalog;

include!(concat!(env!("OUT_DIR"), "/catalog_files.rs"));

static EMBEDDED: LazyLock<Arc<Catalog>> = LazyLock::new(|| match Catalog::parse(FILES) {
    Ok(catalog) => Arc::new(catalog),
    // A test parses the shipped files: a program with faulty ones is never built into a release.
    Err(faults) => panic!("the shipped catalog is faulty: {faults:?}"),
});

/// The shipped catalog, read once.
pub fn embedded() -> Arc<Catalog> {
    EMBEDDED.clone()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_catalog_is_sound() {
        let faults = chungsuc_domain::catalog::Catalog::parse(super::FILES).err();
        assert!(faults.is_none(), "{faults:?}");
    }
}
