//! Pictures of every type of document, compared with approved ones that somebody has looked at.
//!
//! `CHUNGSUC_APPROVE=1 cargo test -p chungsuc-press approved` replaces the approved pictures; look at
//! them before they are committed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::kinds;
use crate::tools::{from_docx, from_typst};

/// Small and grey: enough to see a part that moved, changed its weight or is gone.
const DPI: &str = "30";
/// The side of a square whose mean grey is compared, in pixels: about 7 mm.
const SQUARE: usize = 8;
/// How far the mean grey of a square may differ, of 255: other versions smooth letters otherwise.
const GREY: u64 = 16;
/// How many of a thousand squares may differ.
const SQUARES: usize = 6;

/// A grey picture.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn read(file: &Path) -> Self {
        let bytes = std::fs::read(file);
        let bytes = bytes.unwrap_or_else(|_| panic!("{} is not approved yet", file.display()));
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(info.color_type, png::ColorType::Grayscale);
        Self { width: info.width as usize, height: info.height as usize, pixels }
    }

    /// The sum of a square's greys.
    fn sum(&self, left: usize, top: usize) -> u64 {
        let row = |y: usize| &self.pixels[y * self.width + left..][..SQUARE];
        (top..top + SQUARE).flat_map(row).map(|pixel| u64::from(*pixel)).sum()
    }

    /// How many of a thousand squares have another grey.
    fn differs(&self, other: &Self) -> usize {
        if (self.width, self.height) != (other.width, other.height) {
            return 1000;
        }
        let places = |size: usize| (0..size / SQUARE).map(|at| at * SQUARE);
        let squares =
            places(self.height).flat_map(|top| places(self.width).map(move |left| (left, top)));
        let far = |(left, top): &(usize, usize)| {
            let difference = self.sum(*left, *top).abs_diff(other.sum(*left, *top));
            difference > GREY * (SQUARE * SQUARE) as u64
        };
        let all = (self.width / SQUARE) * (self.height / SQUARE);
        squares.filter(far).count() * 1000 / all.max(1)
    }
}

/// The pages of a PDF as pictures, named `stem-1.png` and so on.
fn pictures(pdf: &Path, stem: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let old = |file: &PathBuf| {
        file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{stem}-")))
    };
    let files = || -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(old).collect()
    };
    files().iter().for_each(|file| std::fs::remove_file(file).unwrap());
    let mut command = Command::new("pdftoppm");
    command.args(["-r", DPI, "-gray", "-png"]).arg(pdf).arg(folder.join(stem));
    assert!(command.status().expect("poppler-utils is installed").success());
    let mut files = files();
    files.sort();
    files
}

fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/approved")
}

#[test]
fn every_type_looks_as_approved() {
    let approve = std::env::var_os("CHUNGSUC_APPROVE").is_some();
    let mut wrong = Vec::new();
    for (name, _) in kinds::every() {
        for (press, pdf) in [("docx", from_docx(&name)), ("pdf", from_typst(&name))] {
            for file in pictures(&pdf, &format!("{name}.{press}")) {
                let known = approved().join(file.file_name().unwrap());
                if approve {
                    std::fs::create_dir_all(approved()).unwrap();
                    std::fs::copy(&file, &known).unwrap();
                }
                let differs = Picture::read(&file).differs(&Picture::read(&known));
                if differs > SQUARES {
                    wrong.push(format!("{}: {differs} ‰", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

#[test]
fn a_picture_that_changed_is_noticed() {
    let picture = |name: &str| Picture::read(&approved().join(format!("{name}.docx-1.png")));
    let plan = picture("thong-bao");
    assert_eq!(plan.differs(&plan), 0);
    // A deputy instead of the head, a date line, an abstract: each alone is more than is allowed.
    for other in ["thong-cao", "bien-ban", "giay-gioi-thieu"] {
        assert!(
            plan.differs(&picture(other)) > SQUARES,
            "{other}: {}",
            plan.differs(&picture(other))
        );
    }
}
