//! The catalog as it is shipped inside the program: the law for `domain`, the layouts for `press`.

use std::sync::{Arc, LazyLock};

use chungsuc_domain::catalog::{Catalog, CatalogFault};
use chungsuc_press::check::Rulebook;
use chungsuc_press::{CertificateDesign, Kinds, Layout};

include!(concat!(env!("OUT_DIR"), "/catalog_files.rs"));

/// Files of this folder say how paper looks; the printing house reads them.
pub(crate) const PAPERS: &str = "papers/";

static EMBEDDED: LazyLock<Arc<Catalog>> = LazyLock::new(|| match Catalog::parse(&law()) {
    Ok(catalog) => Arc::new(catalog),
    // A test parses the shipped files: a program with faulty ones is never built into a release.
    Err(faults) => panic!("the shipped catalog is faulty: {faults:?}"),
});

/// The shipped catalog, read once.
pub fn embedded() -> Arc<Catalog> {
    EMBEDDED.clone()
}

/// The shipped catalog with further files, such as what a province lays on the law of awards.
///
/// # Errors
/// Every fault of these files.
pub(crate) fn with_files(more: &[(String, String)]) -> Result<Catalog, Vec<CatalogFault>> {
    let more = more.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    Catalog::parse(&law().into_iter().chain(more).collect::<Vec<_>>())
}

/// The layout of administrative documents.
///
/// # Errors
/// When the shipped file is faulty, which a test excludes.
pub fn layout() -> Result<Layout, chungsuc_press::PressError> {
    Layout::parse(paper("papers/layout.toml"))
}

/// The types of administrative documents, and which parts each has.
///
/// # Errors
/// As [`layout`].
pub fn kinds() -> Result<Kinds, chungsuc_press::PressError> {
    Kinds::parse(paper("papers/kinds.toml"))
}

/// The design of the Giấy khen.
///
/// # Errors
/// As [`layout`].
pub fn certificate_design() -> Result<CertificateDesign, chungsuc_press::PressError> {
    CertificateDesign::parse(paper("papers/giay-khen.toml"))
}

/// Every set of rules of layout: `papers/layout*.toml` with the kinds and the rules of the same ending.
///
/// # Errors
/// As [`layout`].
pub fn rulebooks() -> Result<Vec<Rulebook>, chungsuc_press::PressError> {
    let endings = FILES.iter().filter_map(|(name, _)| name.strip_prefix("papers/layout"));
    let book = |ending| {
        let of = |matter: &str| paper(&format!("papers/{matter}{ending}"));
        Rulebook::parse(of("layout"), of("kinds"), of("rules"))
    };
    endings.map(book).collect()
}

/// The kinds of papers that the registry keeps, as TOML.
pub(crate) fn paper_kinds() -> &'static str {
    paper("papers/registry.toml")
}

/// The shipped template of a sort of document, as TOML.
pub(crate) fn template(code: &str) -> &'static str {
    paper(&format!("papers/templates/{code}.toml"))
}

fn law() -> Vec<(&'static str, &'static str)> {
    FILES.iter().copied().filter(|(name, _)| !name.starts_with(PAPERS)).collect()
}

fn paper(name: &str) -> &'static str {
    FILES.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_catalog_is_sound() {
        let faults = Catalog::parse(&law()).err();
        assert!(faults.is_none(), "{faults:?}");
        assert!(layout().is_ok() && certificate_design().is_ok() && kinds().is_ok());
        assert!(rulebooks().is_ok_and(|books| !books.is_empty()));
    }
}
