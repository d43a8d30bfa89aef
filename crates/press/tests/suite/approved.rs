//! Pictures of every type of document, compared with approved ones that somebody has looked at.
//!
//! `CHUNGSUC_APPROVE=1 cargo test -p chungsuc-press approved` replaces the approved pictures; look at
//! them before they are committed.

use std::path::{Path, PathBuf};
use std::process::Command;

use chungsuc_press::{Stock, certificates};

use crate::tools::{from_docx, from_typst, keep};
use crate::{kinds, papers};

/// Small and grey: enough to see a part that moved, changed its weight or is gone.
const DPI: &str = "50";
/// The side of a square whose mean grey is compared, in pixels: 5 mm.
const SQUARE: usize = 10;
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
    /// What poppler draws: a head of three numbers in words, then a byte for each pixel. Sixteen greys
    /// are enough, and make small files.
    fn drawn(file: &Path) -> Self {
        let bytes = std::fs::read(file).unwrap();
        let (mut at, mut head) = (0, Vec::new());
        while head.len() < 4 {
            let word = bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            head.push(String::from_utf8(bytes[at..at + word].to_vec()).unwrap());
            at += word + 1;
        }
        assert_eq!((head[0].as_str(), head[3].as_str()), ("P5", "255"));
        let pixels = bytes[at..].iter().map(|pixel| pixel / 17 * 17).collect();
        Self { width: head[1].parse().unwrap(), height: head[2].parse().unwrap(), pixels }
    }

    fn approved(name: &str) -> Self {
        let file = folder().join(name).with_extension("png");
        let bytes = std::fs::read(&file);
        let bytes = bytes.unwrap_or_else(|_| panic!("{} is not approved yet", file.display()));
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(info.color_type, png::ColorType::Grayscale);
        Self { width: info.width as usize, height: info.height as usize, pixels }
    }

    fn approve(&self, name: &str) {
        std::fs::create_dir_all(folder()).unwrap();
        let file = std::fs::File::create(folder().join(name).with_extension("png")).unwrap();
        let side = |pixels: usize| u32::try_from(pixels).unwrap();
        let mut encoder = png::Encoder::new(file, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_compression(png::Compression::High);
        encoder.write_header().unwrap().write_image_data(&self.pixels).unwrap();
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

/// The pages of a PDF, named `stem-1` and so on.
fn pages(pdf: &Path, stem: &str) -> Vec<(String, Picture)> {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("pdftoppm");
    command.args(["-r", DPI, "-gray"]).arg(pdf).arg(folder.path().join(stem));
    assert!(command.status().expect("poppler-utils is installed").success());
    let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let named = |file: PathBuf| {
        let name = file.with_extension("").file_name().unwrap().to_string_lossy().into_owned();
        (name, Picture::drawn(&file))
    };
    files.map(named).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/approved")
}

/// The pages that look other than approved; with `CHUNGSUC_APPROVE` they become the approved ones.
fn changed(pdf: &Path, stem: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, picture) in pages(pdf, stem) {
        if std::env::var_os("CHUNGSUC_APPROVE").is_some() {
            picture.approve(&name);
        }
        let differs = picture.differs(&Picture::approved(&name));
        if differs > SQUARES {
            wrong.push(format!("{name}: {differs} ‰"));
        }
    }
    wrong
}

#[test]
fn every_type_looks_as_approved() {
    let mut wrong = Vec::new();
    for (kind, _) in kinds::every() {
        for (press, pdf) in [("docx", from_docx(&kind)), ("pdf", from_typst(&kind))] {
            wrong.extend(changed(&pdf, &format!("{kind}-{press}")));
        }
    }
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

/// A usual one with its code, one whose words wrap, one whose words shrink too.
#[test]
fn certificates_look_as_approved() {
    let village = "Tập thể cán bộ và nhân dân tổ tự quản số 5 làng Sơ Tor, xã Tơ Tung";
    let names = ["Ông Đinh Hlưi", village, &[village; 4].join(", ")];
    let sheets = names.map(|name| papers::checkable(name, 7));
    let bytes = certificates(&sheets, &papers::design(), Stock::White, &papers::imprint()).unwrap();
    let wrong = changed(&keep("approved-certificates.pdf", &bytes), "giay-khen");
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

#[test]
fn a_picture_that_changed_is_noticed() {
    let picture = |name: &str| Picture::approved(&format!("{name}-docx-1"));
    let notice = picture("thong-bao");
    assert_eq!(notice.differs(&notice), 0);
    // The head instead of one who acts for it, no date line, no abstract: each alone is too much.
    for other in ["thong-cao", "bien-ban", "giay-gioi-thieu"] {
        let differs = notice.differs(&picture(other));
        assert!(differs > SQUARES, "{other}: {differs} ‰");
    }
}
