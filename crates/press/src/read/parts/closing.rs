//! The end of a document: signature, recipients, and what is annexed.

use std::ops::Range;

use crate::read::pattern::patterns;
use crate::read::posts::{deputy, is_post, is_power};
use crate::read::script::{Block, Piece, Script};

patterns! {
    RECIPIENTS = r"^[./ ]*noi nhan ?:?";
    SIGNED = r"^\(?(da ky|ky ten|ky, dong dau|chu ky)";
    ANNEX = r"^(phu luc|danh sach|bieu|mau so|danh muc|bang )";
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
        let recipients = (0..blocks.len()).find(|at| piece(*at).has(&RECIPIENTS));
        let (list, list_end) = match recipients {
            Some(start) => recipient_lines(script, start),
            None => (Vec::new(), blocks.len()),
        };
        let after =
            recipients.and_then(|_| signature(script, list_end..blocks.len().min(list_end + 14)));
        let before_recipients = recipients.unwrap_or(blocks.len());
        let found = after.or_else(|| {
            // Minutes are signed above the recipients; without recipients, look near the end.
            let start = recipients.map_or_else(|| last_post(script), |at| at.saturating_sub(8));
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
    let head = first.find(&RECIPIENTS).map_or(0, Piece::len);
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

fn ends_recipients(piece: Piece<'_>, block: &Block, first: &Block, some: bool) -> bool {
    let other_cell = block.cell != first.cell;
    let capitals = is_signature(piece);
    let loose = block.gap && some && !piece.plain().starts_with('-');
    other_cell || capitals || loose || piece.has(&ANNEX) || piece.has(&PAGE)
}

fn add_recipient<'a>(lines: &mut Vec<Piece<'a>>, line: Piece<'a>, new: bool) {
    let line = line.trim_start("-+*");
    let line = line.trim_end(";.,/");
    if line.is_empty() {
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
    let name = range.contains(&at).then(|| piece(at)).filter(|name| is_name(*name));
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
    let name = name.or_else(|| lines.pop_if(|line| !is_signature(*line) && is_name(*line)));
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
