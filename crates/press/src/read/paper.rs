//! What any official document says about itself.

use jiff::civil::Date;

use super::dates;
use super::found::Found;
use super::kinds;
use super::mentions::{self, Mention};
use super::organs;
use super::parts::Parts;
use super::pattern::patterns;
use super::script::Piece;

patterns! {
    BASIS = r"^-? ?(va |tiep tuc |de )?(can cu|thuc hien|trien khai|thi hanh|theo|xet|tren co so)\b";
    PROPOSAL = r"^-? ?(theo|xet)( to trinh)?.{0,5}de nghi\b";
    PASSED = r"\bthong qua\b[^.]{0,80}\bngay \d{1,2}.{0,25}";
    THIS_PASSED = concat!(
        r"^nghi quyet( nay)? (da )?duoc [^.;]{0,160}\bthong qua\b[^.]{0,60}?\bngay",
        r" \d{1,2}.{0,25}",
    );
    ENACTED_BY = concat!(
        r"^(bo truong |giam doc )?(?P<by>[^,;:]{4,80}?) ban hanh (nghi dinh|thong",
        r" tu|nghi quyet|quyet dinh|chi thi)\b",
    );
    PROPOSER = r"\b(giam doc|truong|chanh|chu tich|chu nhiem|bo truong|cuc truong) [^;]*? tai $";
    STOP = r";|\.( |$)";
    NOTED = r"[\[(<]\d{1,2}[\])>]$";
}

/// Types whose preamble is made of bases.
const DECIDING: [&str; 5] = ["Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Chỉ thị"];

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The name; `None` where the signature is a picture.
    pub name: Option<Found>,
    /// The post.
    pub title: Option<Found>,
    /// The lines above the post joined by "; ": `TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH`.
    pub on_behalf: Option<Found>,
}

/// What a document says about itself.
#[derive(Debug)]
pub struct Paper<'a> {
    /// `87/KH-UBND`; `None` where the number is blank.
    pub number: Option<Found>,
    /// The symbol of a document whose number is blank.
    pub symbol: Option<Found>,
    /// Its type.
    pub doc_type: Option<Found>,
    /// Who issued it, in full.
    pub issuer: Option<Found>,
    /// Who decides (decisions, resolutions).
    pub authority: Option<Found>,
    /// Where it was signed.
    pub place: Option<Found>,
    /// The day it was signed, where it is whole.
    pub date: Option<Found<Date>>,
    /// Year and month of a day that is not whole.
    pub date_partial: Option<Found>,
    /// Trích yếu.
    pub title: Option<Found>,
    /// The documents it rests on, without those named inside the titles of others.
    pub legal_bases: Vec<Found<Mention<'a>>>,
    /// The documents at whose proposal it was made ("Theo đề nghị của … tại Tờ trình số …").
    pub proposals: Vec<Found<Mention<'a>>>,
    /// Nơi nhận.
    pub recipients: Vec<Found>,
    /// Who signed; of minutes, who chaired.
    pub signer: Option<Signer>,
    /// The secretary who signed minutes beside the chair.
    pub secretary: Option<Signer>,
}

impl<'a> Paper<'a> {
    /// What the parts of a document say.
    pub fn of(parts: &Parts<'a>) -> Self {
        let header = &parts.header;
        let doc_type = doc_type(parts);
        let kind = doc_type.as_ref().map_or(String::new(), |kind| kind.value.clone());
        let (legal_bases, proposals) = bases(parts);
        Self {
            number: header.number.map(|number| Found::new(compact(number), number)),
            symbol: header
                .symbol
                .filter(|_| header.number.is_none())
                .map(|s| Found::new(compact(s), s)),
            doc_type,
            issuer: issuer(parts),
            authority: parts
                .authority
                .map(|name| Found::new(organs::written(name, parts.whole()), name)),
            place: header.place.map(Found::words),
            date: date(parts, &kind),
            date_partial: header
                .date_words
                .zip(header.date_partial.clone())
                .map(|(words, value)| Found::new(value, words).unsure()),
            title: parts.title.map(|title| {
                let clean = without_note(title.trim(""));
                Found::words(clean).sure_if(clean.len() < 500)
            }),
            legal_bases,
            proposals,
            recipients: parts.closing.recipients.iter().copied().map(Found::words).collect(),
            signer: signer(parts),
            secretary: parts.closing.beside.map(|(post, name)| Signer {
                name: Some(Found::words(name)),
                title: Some(Found::words(post)),
                on_behalf: None,
            }),
        }
    }
}

impl Paper<'_> {
    /// Whether nothing was found that makes a text an official document.
    pub fn is_blank(&self) -> bool {
        let named = [&self.number, &self.symbol, &self.doc_type, &self.issuer, &self.title];
        named.into_iter().all(Option::is_none)
    }
}

/// A number or symbol without the spaces and the second stroke that typing left in it.
pub(super) fn compact(words: Piece<'_>) -> String {
    words.text().split_whitespace().collect::<String>().replace("//", "/")
}

fn without_note(title: Piece<'_>) -> Piece<'_> {
    title.find(&NOTED).map_or(title, |note| title.to(title.offset(note)))
}

fn doc_type(parts: &Parts<'_>) -> Option<Found> {
    if let Some(kind) = parts.kind {
        let words = parts.kind_words.or(parts.title).or(parts.header.symbol);
        return words
            .map(|words| Found::new(kind.to_owned(), words).sure_if(parts.kind_words.is_some()));
    }
    let symbol = parts.header.symbol?;
    let kind = kinds::of_symbol(&compact(symbol))?;
    Some(Found::new(kind.to_owned(), symbol).unsure())
}

fn issuer(parts: &Parts<'_>) -> Option<Found> {
    let bodies = organs::grouped(&parts.header.bodies);
    if let Some(last) = bodies.last().filter(|_| is_joint(parts)) {
        let words = bodies.first()?.first()?.through(*last.last()?);
        // Whether all lines name one of them, or the first ones a superior, is for a person to look at.
        let (name, sure) = organs::joint(&bodies, parts.whole());
        return Some(Found::new(name, words).sure_if(sure));
    }
    if let Some(name) = organs::issuer(&bodies, parts.whole()) {
        let words = *bodies.last()?.last()?;
        return Some(Found::new(name, words));
    }
    let signed = parts.closing.powers.first().copied().and_then(|power| {
        let name = organs::from_signature(power, parts.header.place, parts.whole())?;
        Some(Found::new(name, power).unsure())
    });
    // "Chính phủ ban hành Nghị định …" at the end of the preamble.
    signed.or_else(|| {
        let by = parts.preamble.iter().find_map(|words| words.group(&ENACTED_BY, "by"))?;
        by.starts_with_capital().then(|| Found::words(by).unsure())
    })
}

/// Whether several bodies issue it together: its type or its symbol says so ("liên tịch", `TTLT`).
fn is_joint(parts: &Parts<'_>) -> bool {
    let named = parts.kind.is_some_and(|kind| kind.ends_with("liên tịch"));
    let symbol = parts.header.symbol.map(compact).unwrap_or_default();
    let mut groups = symbol.split(['/', '-']);
    let kind = groups.find(|group| group.chars().all(char::is_alphabetic));
    named || kind.is_some_and(|kind| kind.len() > 2 && kind.ends_with("LT"))
}

/// The day of the header. Minutes bear theirs in the first sentence, laws in the last.
fn date(parts: &Parts<'_>, kind: &str) -> Option<Found<Date>> {
    if let Some((words, day)) = parts.header.date_words.zip(parts.header.date) {
        return Some(Found::new(day, words));
    }
    let mut all = parts.preamble.iter().copied().chain(parts.items.iter().map(|item| item.words));
    let said = match kind {
        "Biên bản" => all.take(5).find_map(dates::first_day),
        "Luật" | "Bộ luật" | "Pháp lệnh" => {
            all.find_map(|words| words.find(&PASSED)).and_then(dates::first_day)
        }
        "Nghị quyết" => {
            all.find_map(|words| words.find(&THIS_PASSED)).and_then(dates::first_day)
        }
        _ => None,
    };
    said.map(|(words, day)| Found::new(day, words).unsure())
}

/// Bases and proposals of the preamble.
fn bases<'a>(parts: &Parts<'a>) -> (Vec<Found<Mention<'a>>>, Vec<Found<Mention<'a>>>) {
    let (mut bases, mut proposals) = (Vec::new(), Vec::new());
    // A decision may name its bases without "Căn cứ".
    let decides = parts.kind.is_some_and(|kind| DECIDING.contains(&kind));
    let bare = |paragraph: Piece<'_>| decides && mentions::opens(paragraph);
    let basis = |paragraph: &&Piece<'a>| paragraph.has(&BASIS) || bare(**paragraph);
    for paragraph in parts.preamble.iter().filter(basis) {
        for (at, sentence) in paragraph.split(&STOP).into_iter().enumerate() {
            // The sentence that opens the document itself may stand in the same paragraph.
            if at > 0 && !sentence.has(&BASIS) && !mentions::starts(sentence) {
                continue;
            }
            if paragraph.has(&PROPOSAL) || sentence.has(&PROPOSAL) {
                proposals.extend(proposed(sentence).into_iter().map(found));
            } else {
                bases.extend(mentions::direct(sentence).into_iter().map(found));
            }
        }
    }
    (bases, proposals)
}

/// A mention as a value: one whose day is missing is for a person to look at.
fn found(mention: Mention<'_>) -> Found<Mention<'_>> {
    let (words, sure) = (mention.words, mention.date.is_some());
    Found::new(mention, words).sure_if(sure)
}

/// "Theo đề nghị của Giám đốc Sở A tại Tờ trình số … và Giám đốc Sở B tại Tờ trình số …".
fn proposed(sentence: Piece<'_>) -> Vec<Mention<'_>> {
    let sentence = sentence.to(6_000);
    let mut found = Vec::new();
    let mut start = 0;
    while let Some((at, mut mention)) = mentions::next(sentence, start) {
        let before = sentence.part(start..at);
        mention.issuer = mention.issuer.or_else(|| {
            let by = before.find(&PROPOSER)?;
            Some(by.to(by.plain().rfind(" tai ").unwrap_or(by.len())).trim(""))
        });
        start = at + mention.words.len();
        found.push(mention);
    }
    found
}

fn signer(parts: &Parts<'_>) -> Option<Signer> {
    let closing = &parts.closing;
    let title = closing.post.map(Found::words);
    let name = closing.name.map(Found::words);
    let on_behalf = closing.powers.first().zip(closing.powers.last()).map(|(first, last)| {
        let lines: Vec<&str> = closing.powers.iter().map(|line| line.text()).collect();
        Found::new(lines.join("; "), first.through(*last))
    });
    (title.is_some() || name.is_some()).then_some(Signer { name, title, on_behalf })
}
