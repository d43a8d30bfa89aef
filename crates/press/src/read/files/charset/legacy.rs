//! The old encodings that are fonts.

use super::{syllable, tcvn3, vni};

/// An encoding that a font made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::files) enum Legacy {
    /// TCVN 5712:1993 VN3, called ABC: the fonts .VnTime, .VnArial …
    Tcvn3,
    /// The same in fonts that draw small letters as capitals: .VnTimeH …
    Tcvn3Capitals,
    /// The fonts VNI-Times, VNI-Helve …
    Vni,
}

impl Legacy {
    /// The encoding that the name of a font tells, from Word, a web page or a PDF.
    pub(in crate::read::files) fn of_font(name: &str) -> Option<Self> {
        let name = name.trim_matches(['"', '\'', ' ']);
        // A PDF that embeds only some letters calls the font "ABCDEF+.VnTime".
        let name = name.split_once('+').map_or(name, |(_, name)| name);
        if name.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("VNI-")) {
            return Some(Self::Vni);
        }
        let family = name.strip_prefix('.').unwrap_or(name).strip_prefix("Vn")?;
        if !family.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let family = family.split([',', '-']).next().unwrap_or_default();
        let family = family.trim_end_matches("Italic").trim_end_matches("Bold").trim_end();
        Some(if family.ends_with('H') { Self::Tcvn3Capitals } else { Self::Tcvn3 })
    }

    /// The encoding of a text whose fonts are not known: the one that makes Vietnamese of it, where
    /// it clearly is none yet.
    pub(in crate::read::files) fn guess(text: &str) -> Option<Self> {
        let foreign = text.chars().filter(|c| !c.is_ascii());
        let (unicode, all) = foreign
            .fold((0, 0), |(unicode, all), c| (unicode + usize::from(is_beyond_latin(c)), all + 1));
        // Letters that only Unicode has are no accident; a few may have been pasted in.
        if unicode * 20 > all {
            return None;
        }
        let plain = syllable::share(text);
        let share = |legacy: Self| (syllable::share(&legacy.decode(text)), legacy);
        let (tcvn3, vni) = (share(Self::Tcvn3), share(Self::Vni));
        let (share, legacy) = if vni.0 > tcvn3.0 { vni } else { tcvn3 };
        (share > 0.6 && share > plain + 0.3).then_some(legacy)
    }

    /// The text in Unicode. What the encoding does not know stays as it is.
    pub(in crate::read::files) fn decode(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => tcvn3::decode(text),
            Self::Tcvn3Capitals => tcvn3::decode(text).to_uppercase(),
            Self::Vni => vni::decode(text),
        }
    }
}

/// Vietnamese letters and marks that no old encoding shows when it is read as Western.
fn is_beyond_latin(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
        || matches!(c, '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}')
}

#[cfg(test)]
mod tests {
    use super::Legacy::{self, Tcvn3, Tcvn3Capitals, Vni};

    #[test]
    fn fonts_tell_their_encoding() {
        for (name, legacy) in [
            (".VnTime", Some(Tcvn3)),
            ("ABCDEF+.VnTime,Bold", Some(Tcvn3)),
            (".VnArial Narrow", Some(Tcvn3)),
            ("VnTime-Italic", Some(Tcvn3)),
            (".VnTimeH", Some(Tcvn3Capitals)),
            ("'.VnArialH'", Some(Tcvn3Capitals)),
            ("GHIJKL+.VnTimeHBold", Some(Tcvn3Capitals)),
            ("VNI-Times", Some(Vni)),
            ("ABCDEF+VNI-Helve-Condense", Some(Vni)),
            ("Times New Roman", None),
            ("Vnese", None),
            ("UVN Van", None),
        ] {
            assert_eq!(Legacy::of_font(name), legacy, "{name}");
        }
    }

    #[test]
    fn a_text_in_unicode_is_left_alone() {
        for text in ["Ủy ban nhân dân xã", "Bà Tá đã ở đó", "déjà vu à la carte", "plain", ""]
        {
            assert_eq!(Legacy::guess(text), None, "{text}");
        }
    }
}
