//! From the type of the document to its first section: title, authority, addressees, preamble.

use crate::read::kinds;
use crate::read::marker::{Level, Marker};
use crate::read::organs;
use crate::read::pattern::patterns;
use crate::read::script::{Block, Piece, Script};

patterns! {
    BASIS = r"^-? ?(can cu|thuc hien|tiep tuc thuc hien|theo|xet|trien khai|de|nham|duoc su)\b";
    ADDRESSED = r"^kinh gui ?:?";
    ENACTS = r"^(quyet dinh|quyet nghi|nghi quyet|chi thi|ban hanh|thong bao|yeu cau) ?:$";
    ABOUT = r"^(v/v|ve viec)\b";
    TERM = r",? khoa [ivxl\d]+\b";
    NUMBER_LINE = r"^so ?:";
    DATED = r", ?ngay\b";
    FRAME = r"^(cong hoa xa hoi|doc lap ?-|dang cong san)|\bso ?:|^(du thao|mat|khan|hoa toc)\b";
    // A title does not end so: it goes on in the next line, whatever letter that begins with.
    HANGING = concat!(
        r"(\b(cua|va|ve|trong|cho|theo|den|voi|tai|boi|cac|nhung|thuoc|hoac|mot so",
        r"|mot so dieu|so)|,)$",
    );
}

/// How far down the type of a document can stand.
const HEADER_BLOCKS: usize = 40;

pub(super) struct Opening<'a> {
    pub(super) kind: Option<&'static str>,
    pub(super) kind_words: Option<Piece<'a>>,
    /// The line of a number that stands under the type.
    pub(super) number: Option<Piece<'a>>,
    pub(super) title: Option<Piece<'a>>,
    pub(super) authority: Option<Piece<'a>>,
    pub(super) addressees: Vec<Piece<'a>>,
    pub(super) preamble: Vec<Piece<'a>>,
    /// The block after the header.
    pub(super) header_end: usize,
    pub(super) body_start: usize,
}

impl<'a> Opening<'a> {
    pub(super) fn of(script: &'a Script, body_end: usize) -> Self {
        let head = 0..body_end.min(HEADER_BLOCKS);
        let piece = |at: usize| script.piece(&script.blocks()[at]);
        let alone = head.clone().find_map(|at| Some((at, kinds::named(piece(at))?, None)));
        let found = alone.or_else(|| {
            head.clone().take_while(|at| !starts_body(piece(*at))).find_map(|at| {
                let (kind, len) = kinds::leading(piece(at))?;
                Some((at, kind, Some(len)))
            })
        });
        let mut opening = Self::empty();
        let Some((at, kind, len)) = found else { return opening.untyped(script, body_end) };
        (opening.kind, opening.header_end) = (Some(kind), at);
        opening.kind_words = Some(len.map_or(piece(at), |len| piece(at).to(len)));
        let mut next = at + 1;
        let rest = len.map(|len| piece(at).from(len).trim(""));
        // "KẾ HOẠCH LIÊN TỊCH" is a type of more words, "KẾ HOẠCH Tổ chức …" a type and its title.
        // What stands in brackets says which edition it is.
        let bracketed = rest.is_some_and(|rest| rest.plain().starts_with('('));
        opening.title = rest.filter(|rest| !bracketed && (!rest.is_capitals() || rest.words() > 3));
        if opening.title.is_none() {
            next = opening.read_title(script, next, body_end);
        }
        opening.read_preamble(script, next, body_end);
        opening
    }

    fn empty() -> Self {
        let (addressees, preamble) = (Vec::new(), Vec::new());
        Self {
            kind: None,
            kind_words: None,
            number: None,
            title: None,
            authority: None,
            addressees,
            preamble,
            header_end: 0,
            body_start: 0,
        }
    }

    /// A công văn has no line of type; its title stands below the number as "V/v …".
    fn untyped(mut self, script: &'a Script, body_end: usize) -> Self {
        let head = body_end.min(HEADER_BLOCKS);
        let piece = |at: usize| script.piece(&script.blocks()[at]);
        let about = (0..head).find(|at| piece(*at).has(&ABOUT));
        let addressed = (0..head).find(|at| piece(*at).has(&ADDRESSED));
        let number = (0..head).find(|at| piece(*at).has(&NUMBER_LINE));
        self.title = about.map(|at| {
            let more = (at + 1..head).take_while(|next| {
                let (block, words) = (&script.blocks()[*next], piece(*next));
                let same = block.cell.is_some() && block.cell == script.blocks()[at].cell;
                let small = words.text().starts_with(char::is_lowercase);
                (same || small && !block.gap && block.cell.is_none())
                    && !words.is_capitals()
                    && !words.has(&ADDRESSED)
                    && !words.has(&DATED)
            });
            more.last().map_or(piece(at), |last| piece(at).through(piece(last)))
        });
        let first_section = (0..head).find(|at| starts_body(piece(*at))).unwrap_or(0);
        self.header_end = addressed
            .or(about.map(|at| at + 1))
            .or(number.map(|at| at + 1))
            .unwrap_or(first_section);
        // A form, a slip and the like name themselves above those to whom they are addressed.
        let own = addressed.and_then(|at| at.checked_sub(1)).map(piece);
        let named = own.is_some_and(|line| line.is_capitals() && is_heading(line));
        if addressed.is_some() && !named {
            self.kind = Some("Công văn");
        }
        let start = self.header_end;
        self.read_preamble(script, start, body_end);
        self
    }

    /// Reads the lines of the title; answers the block after it.
    fn read_title(&mut self, script: &'a Script, start: usize, end: usize) -> usize {
        let blocks = &script.blocks()[..end];
        let mut at = start;
        while let Some(block) = blocks.get(at) {
            let piece = script.piece(block);
            let small = piece.text().starts_with(char::is_lowercase);
            if starts_body(piece)
                || piece.has(&BASIS) && !piece.is_capitals() && !small && self.title.is_some()
                || piece.has(&ADDRESSED)
                || piece.plain().starts_with('(')
                || piece.plain().starts_with("can cu ")
            {
                break;
            }
            match self.title {
                None if piece.has(&NUMBER_LINE) => self.number = Some(piece),
                None => self.title = Some(piece),
                Some(title) if goes_on(title, piece, &blocks[at - 1], block) => {
                    self.title = Some(title.through(piece));
                }
                Some(_) => break,
            }
            at += 1;
        }
        at
    }

    fn read_preamble(&mut self, script: &'a Script, start: usize, end: usize) {
        let mut addressing = false;
        let mut at = start;
        while at < end {
            let piece = script.piece(&script.blocks()[at]);
            if piece.has(&ADDRESSED) {
                let rest = piece.find(&ADDRESSED).map(|found| piece.from(found.len()).trim(""));
                self.addressees.extend(rest.filter(|rest| !rest.is_empty()));
                addressing = true;
            } else if addressing && is_addressee(piece) {
                self.addressees.push(piece.trim("-;."));
            } else if starts_body(piece) {
                break;
            } else {
                addressing = false;
                let opens = self.preamble.is_empty() && piece.is_capitals();
                if let Some(name) = self.authority.filter(|_| opens) {
                    // "CHỦ TỊCH" and below it "ỦY BAN NHÂN DÂN …" are one.
                    self.authority = Some(name.through(piece));
                } else if opens {
                    // "… KHÓA XII, KỲ HỌP THỨ …" is a time, not a part of the name.
                    let end = piece.find(&TERM).map_or(piece.len(), |term| piece.offset(term));
                    self.authority = Some(piece.to(end).trim(""));
                } else {
                    self.preamble.push(piece);
                }
            }
            at += 1;
        }
        self.body_start = at;
        self.without_body(end);
    }

    /// A letter or minutes without numbered sections: all of it is body.
    fn without_body(&mut self, end: usize) {
        if self.body_start == end && !self.preamble.is_empty() {
            self.body_start = end.saturating_sub(self.preamble.len());
        }
    }
}

/// Whether a line in capitals is a heading: no body, no motto, no number.
fn is_heading(line: Piece<'_>) -> bool {
    !organs::is_body(line) && !line.has(&FRAME) && !line.has(&NUMBER_LINE)
}

fn is_addressee(piece: Piece<'_>) -> bool {
    piece.plain().starts_with('-') || piece.words() <= 10 && piece.plain().ends_with(';')
}

/// Whether the next line belongs to the title: it goes on in small letters, or stands in the middle of
/// its line like the one above it.
fn goes_on(title: Piece<'_>, line: Piece<'_>, above: &Block, block: &Block) -> bool {
    let small = line.text().chars().next().is_some_and(char::is_lowercase);
    let alike = title.is_capitals() == line.is_capitals() && above.bold == block.bold;
    let set = small || above.centred && block.centred && block.bold;
    let hangs = title.has(&HANGING);
    !block.gap && alike && (title.is_capitals() || set || hangs) && title.len() + line.len() < 600
}

/// A section, an article, or the word that enacts a decision.
pub(super) fn starts_body(piece: Piece<'_>) -> bool {
    if piece.is_capitals() && piece.has(&ENACTS) {
        return true;
    }
    Marker::of(piece.plain()).is_some_and(|marker| marker.level < Level::Dash)
}
