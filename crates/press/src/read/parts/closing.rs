//! The end of a document: signature, recipients, and what is annexed.

use std::ops::Range;

use crate::read::pattern::patterns;
use crate::read::posts::{deputy, is_post, is_power};
use crate::read::script::{Block, Piece, Script};

patterns! {
    // "Nơi nhận văn bản là …" is a sentence about recipients.
    RECIPIENTS = r"^[./ ]*noi nhan ?(:|$|-|;|,)";
    RECIPIENTS_BESIDE = r"^[./ ]*noi nhan ";
    SIGNED = r"^[\[(]?\s?(da ?ky|ky ten|ky, |ky va|chu ky)";
    // Nghị định 30/2020 wants none before a name; the forces and schools write them.
    RANK = r"(?x)^(((gs|pgs|ts|ths|bs|bscki{1,2}|ks|cn|cv)[.,\ ]+)+
        |(dai|thuong|trung|thieu)\ (tuong|ta|uy)\ |chuan\ do\ doc\ |luat\ su\ )";
    ANNEX = r"^(phu luc|danh sach|bieu|mau so|danh muc|bang )";
    ANNEXED = r"^(phu luc|mau so|danh muc)\b";
    PAGE = r"^\[trang \d+\]$";
}

/// Signature and recipients.
#[derive(Debug, Default)]
pub struct Closing<'a> {
    /// TM., KT., TL., TUQ., Q.: in whose name it is signed, from the top.
    pub powers: Vec<Piece<'a>>,
    /// The post of the person who signs.
    pub post: Option<Piece<'a>>,
    /// The name of the person who signs.
    pub name: Option<Piece<'a>>,
    /// Minutes are signed by two: the post and name of the other one, the secretary.
    pub beside: Option<(Piece<'a>, Piece<'a>)>,
    /// Nơi nhận, a line each, without dashes and stops.
    pub recipients: Vec<Piece<'a>>,
}

/// What comes after the signature: an annex, a list, a form.
#[derive(Debug)]
pub struct Annex<'a> {
    /// Its first line: "Phụ lục I".
    pub heading: Piece<'a>,
    /// All of it.
    pub words: Piece<'a>,
}

/// Where the end of a document begins, and what it says.
pub(super) struct Ends<'a> {
    pub(super) closing: Closing<'a>,
    pub(super) body_end: usize,
    pub(super) annex_start: usize,
}

impl<'a> Ends<'a> {
    pub(super) fn of(script: &'a Script) -> Self {
        let blocks = script.blocks();
        let piece = |at: usize| script.piece(&blocks[at]);
        let recipients = (0..blocks.len()).find(|at| opens_recipients(piece(*at)).is_some());
        // A decree may be signed without recipients; those of its forms are not its own.
        let signed = signed_before_annex(script, recipients.unwrap_or(blocks.len()));
        let recipients = recipients.filter(|_| signed.is_none());
        let (list, list_end) = match recipients {
            Some(start) => recipient_lines(script, start),
            None => (Vec::new(), blocks.len()),
        };
        let after =
            recipients.and_then(|_| signature(script, list_end..blocks.len().min(list_end + 14)));
        let before_recipients = recipients.unwrap_or(blocks.len());
        let found = after.or_else(|| {
            // Minutes are signed above the recipients; without recipients, look near the end.
            let near = recipients.map(|at| at.saturating_sub(8));
            let start = near.or(signed).unwrap_or_else(|| last_post(script));
            signature(script, start..before_recipients)
        });
        let mut closing = Closing { recipients: list, ..Closing::default() };
        let Some((signed, range)) = found else {
            let annex_start = if recipients.is_some() { list_end } else { blocks.len() };
            return Self { closing, body_end: before_recipients, annex_start };
        };
        (closing.powers, closing.post) = (signed.powers, signed.post);
        (closing.name, closing.beside) = (signed.name, signed.beside);
        let body_end = before_recipients.min(range.start);
        let annex_start = range.end.max(if recipients.is_some() { list_end } else { 0 });
        Self { closing, body_end, annex_start }
    }
}

/// The recipients from the line "Nơi nhận:", and the block after them.
fn recipient_lines(script: &Script, start: usize) -> (Vec<Piece<'_>>, usize) {
    let blocks = script.blocks();
    let first = script.piece(&blocks[start]);
    let head = opens_recipients(first).unwrap_or(0);
    let mut lines: Vec<Piece<'_>> = Vec::new();
    // In two columns the power to sign may stand on the same line.
    let rest = first.from(head);
    if !is_signature(rest.trim("")) {
        add_recipient(&mut lines, rest, true);
    }
    let mut at = start + 1;
    while let Some(block) = blocks.get(at) {
        let piece = script.piece(block);
        if ends_recipients(piece, block, &blocks[start], !lines.is_empty()) {
            break;
        }
        add_recipient(&mut lines, piece, piece.plain().starts_with('-'));
        at += 1;
    }
    (lines, at)
}

/// Whether a line opens the recipients, and how many characters that takes. In two columns the power
/// to sign may follow.
fn opens_recipients(line: Piece<'_>) -> Option<usize> {
    let beside = line.find(&RECIPIENTS_BESIDE).map(Piece::len);
    let beside = beside.filter(|head| is_signature(line.from(*head).trim("")));
    line.find(&RECIPIENTS).map(Piece::len).or(beside)
}

fn ends_recipients(piece: Piece<'_>, block: &Block, first: &Block, some: bool) -> bool {
    let other_cell = block.cell != first.cell;
    let capitals = is_signature(piece);
    let loose = block.gap && some && !piece.plain().starts_with('-');
    other_cell || capitals || loose || piece.has(&ANNEX) || piece.has(&PAGE)
}

fn add_recipient<'a>(lines: &mut Vec<Piece<'a>>, line: Piece<'a>, new: bool) {
    let line = line.trim_start("-+*");
    let line = line.trim_end(";.,/");
    // The number of a page may stand in between.
    if line.is_empty() || line.len() < 4 && line.plain().bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    match lines.last_mut() {
        // "Lưu: VT" and the line that goes on with it.
        Some(last) if !new && !last.plain().ends_with(';') => *last = last.through(line),
        _ => lines.push(line),
    }
}

struct Signed<'a> {
    powers: Vec<Piece<'a>>,
    post: Option<Piece<'a>>,
    name: Option<Piece<'a>>,
    beside: Option<(Piece<'a>, Piece<'a>)>,
}

/// The last signature in a range, and the blocks that it takes.
fn signature(script: &Script, range: Range<usize>) -> Option<(Signed<'_>, Range<usize>)> {
    let piece = |at: usize| script.piece(&script.blocks()[at]);
    let is_line = |at: usize| is_signature(piece(at));
    let start = range.clone().find(|at| is_line(*at))?;
    let mut at = start;
    let mut lines = Vec::new();
    while range.contains(&at)
        && piece(at).is_capitals()
        && !piece(at).has(&ANNEX)
        && lines.len() < 5
    {
        lines.extend(split_deputy(piece(at)));
        at += 1;
    }
    while range.contains(&at) && piece(at).has(&SIGNED) {
        at += 1;
    }
    let name = range.contains(&at).then(|| without_rank(piece(at))).filter(|name| is_name(*name));
    at += usize::from(name.is_some());
    // Minutes have two signatures side by side; the second is the chair's.
    if let Some(second) = (at..range.end.min(at + 3)).find(|next| is_line(*next))
        && let Some((mut signed, rest)) = signature(script, second..range.end)
        && signed.name.is_some()
    {
        signed.beside = lines.pop().zip(name);
        return Some((signed, start..rest.end));
    }
    // A name in capitals too.
    let name = name
        .or_else(|| lines.pop_if(|line| !is_signature(*line) && is_name(*line)).map(without_rank));
    let post = lines.pop();
    Some((Signed { powers: lines, post, name, beside: None }, start..at))
}

/// `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` on one line is two.
fn split_deputy(line: Piece<'_>) -> Vec<Piece<'_>> {
    match deputy(line.plain()) {
        Some(at) => vec![line.to(at).trim(""), line.from(at).trim("")],
        None => vec![line.trim("")],
    }
}

/// A line of power or post.
fn is_signature(line: Piece<'_>) -> bool {
    line.is_capitals() && (is_power(line.plain()) || is_post(line.plain()))
}

fn without_rank(name: Piece<'_>) -> Piece<'_> {
    name.from(name.find(&RANK).map_or(0, Piece::len)).trim("")
}

fn is_name(line: Piece<'_>) -> bool {
    let words = line.text().split_whitespace();
    let named = words.clone().all(|word| word.starts_with(char::is_uppercase));
    let digits = line.text().contains(|c: char| c.is_ascii_digit() || ":;".contains(c));
    (2..=7).contains(&words.count()) && named && !digits && !line.has(&ANNEX)
}

/// Where a document without recipients is signed: the first signature with a name in its second half.
fn last_post(script: &Script) -> usize {
    let all = script.blocks().len();
    let signs = |at: &usize| is_signature(script.piece(&script.blocks()[*at]));
    let named = |at: &usize| {
        signature(script, *at..all.min(at + 12)).is_some_and(|(signed, _)| signed.name.is_some())
    };
    (all / 2..all).filter(signs).find(named).unwrap_or(all)
}

/// Where a signature with a name stands right above an annex, before a block.
fn signed_before_annex(script: &Script, end: usize) -> Option<usize> {
    let blocks = script.blocks();
    let piece = |at: usize| script.piece(&blocks[at]);
    let annexed = |at: usize| {
        (at..end.min(at + 3)).any(|next| piece(next).has(&ANNEXED) && piece(next).is_capitals())
    };
    (0..end).filter(|at| is_signature(piece(*at))).find(|at| {
        let signed = signature(script, *at..end.min(at + 12));
        signed.is_some_and(|(signed, range)| signed.name.is_some() && annexed(range.end))
    })
}

/// The annexes from a block on.
pub(super) fn annexes(script: &Script, start: usize) -> Vec<Annex<'_>> {
    let mut annexes: Vec<Annex<'_>> = Vec::new();
    for block in &script.blocks()[start.min(script.blocks().len())..] {
        let piece = script.piece(block);
        if piece.has(&PAGE) {
            continue;
        }
        match annexes.last_mut() {
            Some(annex) if !(piece.has(&ANNEX) && piece.is_capitals()) => {
                annex.words = annex.words.through(piece);
            }
            _ => annexes.push(Annex { heading: piece, words: piece }),
        }
    }
    annexes
}
