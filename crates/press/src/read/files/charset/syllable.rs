//! Whether a word can be a Vietnamese syllable: an onset, a rime, at most one tone.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

const ONSETS: &str = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x";

const RIMES: &str = "\
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec \
    em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng \
    iêp iêt iêu o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat \
    oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc \
    ui um un ung up ut uy uya uych uyn uynh uyt uyu uyên uyêt uân uâng uât uây uê uêch uênh uơ \
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm \
    yên yêng yêt yêu ych yn ynh yt yp";

static RIME: LazyLock<HashSet<&str>> = LazyLock::new(|| RIMES.split_whitespace().collect());

/// How many words are looked at.
const WORDS: usize = 2000;

/// The share of Vietnamese syllables among the words that hold a letter beyond ASCII; 0 if none
/// does.
pub(super) fn share(text: &str) -> f64 {
    let marks = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit();
    let words = text.split(marks).map(|word| word.trim_matches(is_quote));
    let (mut all, mut syllables) = (0_u32, 0_u32);
    for word in words.filter(|word| !word.is_ascii()).take(WORDS) {
        all += 1;
        syllables += u32::from(is_syllable(word));
    }
    if all == 0 { 0.0 } else { f64::from(syllables) / f64::from(all) }
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '«' | '»' | '–' | '—' | '…' | '•' | '\u{feff}')
}

/// Whether a word can be a syllable.
pub(in crate::read) fn is_syllable(word: &str) -> bool {
    // The longest syllable is "nghiêng"; in separate marks that is eleven characters.
    if word.chars().count() > 11 {
        return false;
    }
    let (mut tones, mut after_vowel, mut bare) = (0, false, String::new());
    for c in word.to_lowercase().nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if after_vowel => tones += 1,
            // A circumflex, a breve, a horn.
            '\u{302}' | '\u{306}' | '\u{31b}' => bare.push(c),
            c => {
                after_vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
                bare.push(c);
            }
        }
    }
    let bare: String = bare.nfc().collect();
    let rests = ONSETS.split(' ').filter_map(|onset| bare.strip_prefix(onset));
    tones <= 1 && rests.chain([bare.as_str()]).any(|rest| RIME.contains(rest))
}

#[cfg(test)]
mod tests {
    use super::{is_syllable, share};

    #[test]
    fn syllables() {
        let vietnamese = "Ủy ban nhân dân xã quyết định tặng giấy khen Nguyễn khuỷu gì giết quốc \
            khoẻ khỏe hòa hoà thuở nghiêng đường ưu yêu ý oanh xoong";
        for word in vietnamese.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["nh©n", "nhaân", "Blưn", "kẽễ", "x·", "zà", "ngoèng", "ñua"] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn shares() {
        assert_eq!(share("Ủy ban nhân dân xã “Tơ Tung”"), 1.0);
        assert_eq!(share("ñua khen"), 0.0);
        assert_eq!(share("plain words"), 0.0);
    }
}
