//! LibreOffice, which is required. The tests of the server print with the same code.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Lets LibreOffice convert files, with a user of its own in `folder`.
pub(crate) fn office(folder: &Path, to: &str, into: &Path, files: &[PathBuf]) {
    let user = format!("-env:UserInstallation=file://{}/user", folder.display());
    let mut office = Command::new("soffice");
    office
        .env("FONTCONFIG_FILE", letters(folder))
        .args([&user, "--headless", "--convert-to", to, "--outdir"])
        .arg(into)
        .args(files);
    assert!(office.output().expect("LibreOffice is installed").status.success());
}

/// Gives LibreOffice our own letters for Times New Roman, so that lines break alike on every machine.
fn letters(folder: &Path) -> PathBuf {
    let file = folder.join("fonts.conf");
    let config = format!(
        "<fontconfig><dir>{}/../press/fonts</dir><cachedir>{}/fontcache</cachedir>
        <match><edit name=\"family\" mode=\"assign\"><string>Tinos</string></edit></match></fontconfig>",
        env!("CARGO_MANIFEST_DIR"),
        folder.display()
    );
    std::fs::write(&file, config).unwrap();
    file
}
