//! The embedded letters: Tinos, which is as wide as Times New Roman and complete for Vietnamese.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontVariant, FontVariations};

/// The four faces, regular first and bold second.
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let faces: [&'static [u8]; 4] = [
        include_bytes!("../../fonts/Tinos-Regular.ttf"),
        include_bytes!("../../fonts/Tinos-Bold.ttf"),
        include_bytes!("../../fonts/Tinos-Italic.ttf"),
        include_bytes!("../../fonts/Tinos-BoldItalic.ttf"),
    ];
    faces.into_iter().filter_map(|face| Font::new(Bytes::new(face), 0)).collect()
});

/// How heavy letters are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// The first letter that a face lacks.
pub(super) fn missing(text: &str) -> Option<char> {
    let drawn = |c: char| FONTS.iter().all(|font| font.info().coverage.contains(u32::from(c)));
    text.chars().find(|&c| !drawn(c))
}

/// The width of a line of text, in millimetres. Word's Times New Roman is as wide.
pub(crate) fn width_mm(text: &str, weight: Weight, size_pt: f64) -> f64 {
    let Some(font) = FONTS.get(weight as usize) else { return 0.0 };
    let face = font.clone().instantiate(
        FontVariant::default(),
        Abs::pt(size_pt),
        &FontVariations::default(),
    );
    let glyphs = text.chars().filter_map(|c| face.ttf().glyph_index(c));
    let ems: f64 = glyphs.filter_map(|glyph| face.x_advance(glyph.0)).map(|em| em.get()).sum();
    Abs::pt(ems * size_pt).to_mm()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_drawn_in_every_face() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợ\
                       pqrstuùủũúụưừửữứựvxyỳỷỹýỵ0123456789.,;:!?“”‘’'\"()[]/-–—…%+×²³°&@#$<>";
        assert_eq!(FONTS.len(), 4);
        assert_eq!(missing(letters), None);
        assert_eq!(missing(&letters.to_uppercase()), None);
        assert_eq!(missing("Sơ Tor ☑"), Some('☑'));
    }

    #[test]
    fn words_are_as_wide_as_in_times_new_roman() {
        // A full stop is a quarter, a digit half the size of the letters.
        assert!((width_mm("2023.", Weight::Regular, 72.0) - 25.4 * 2.25).abs() < 0.01);
        assert!(width_mm("Quyết định", Weight::Bold, 14.0) > width_mm("Quyết", Weight::Bold, 14.0));
    }
}
