//! The embedded letters: Tinos, which is as wide as Times New Roman and complete for Vietnamese.

use std::collections::HashSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

/// The four faces, in the order of [`Face`] with the italic third.
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let faces: [&'static [u8]; 4] = [
        include_bytes!("../../fonts/Tinos-Regular.ttf"),
        include_bytes!("../../fonts/Tinos-Bold.ttf"),
        include_bytes!("../../fonts/Tinos-Italic.ttf"),
        include_bytes!("../../fonts/Tinos-BoldItalic.ttf"),
    ];
    faces.into_iter().filter_map(|face| Font::new(Bytes::new(face), 0)).collect()
});

/// A face, by its place among the four.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Face {
    Regular = 0,
    Bold = 1,
    BoldItalic = 3,
}

/// The first letter that a face lacks.
pub(super) fn missing(text: &str) -> Option<char> {
    let drawn = |c: char| FONTS.iter().all(|font| font.info().coverage.contains(u32::from(c)));
    // A batch has many letters, but few different ones, and every face draws those of ASCII.
    let mut seen = HashSet::new();
    text.chars().find(|&c| !matches!(c, ' '..='~') && seen.insert(c) && !drawn(c))
}

/// The faces at no size in particular.
static DRAWN: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let drawn = |font: &Font| {
        let (upright, still) = (FontVariant::default(), FontVariations::default());
        font.clone().instantiate(upright, Abs::pt(1.0), &still)
    };
    FONTS.iter().map(drawn).collect()
});

/// The width of a line of text, in em: the sum of its letters, none drawn nearer to its neighbour.
pub(crate) fn width_em(text: &str, face: Face) -> f64 {
    let Some(face) = DRAWN.get(face as usize) else { return 0.0 };
    let glyphs = text.chars().filter_map(|c| face.ttf().glyph_index(c));
    glyphs.filter_map(|glyph| face.x_advance(glyph.0)).map(|em| em.get()).sum()
}

/// The width of a line of text, in millimetres. Word's Times New Roman is as wide.
pub(crate) fn width_mm(text: &str, face: Face, size_pt: f64) -> f64 {
    Abs::pt(width_em(text, face) * size_pt).to_mm()
}

/// The height of capital letters, in em.
pub(crate) fn cap_height_em(face: Face) -> f64 {
    DRAWN.get(face as usize).map_or(0.0, |face| face.metrics().cap_height.get())
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
        let ascii = |font: &Font| (32..127).all(|code| font.info().coverage.contains(code));
        assert!(FONTS.iter().all(ascii));
        assert_eq!(missing(&letters.to_uppercase()), None);
        assert_eq!(missing("Sơ Tor ☑"), Some('☑'));
    }

    #[test]
    fn words_are_as_wide_as_in_times_new_roman() {
        // A full stop is a quarter, a digit half the size of the letters.
        assert!((width_mm("2023.", Face::Regular, 72.0) - 25.4 * 2.25).abs() < 0.01);
        assert!(width_mm("Quyết định", Face::Bold, 14.0) > width_mm("Quyết", Face::Bold, 14.0));
    }
}
