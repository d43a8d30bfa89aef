//! Whether a line of a file goes on with the sentence of the line before.

use super::Script;
use super::lines::Line;
use crate::read::marker::Marker;
use crate::read::pattern::patterns;
use crate::read::posts;
use crate::read::source::Source;

patterns! {
    // Lines of the frame of a document, which belong to nothing before them.
    STANDS = concat!(
        r"^(so\s*:|noi nhan|kinh gui|v/v |doc lap ?-|cong hoa xa hoi|can cu |phu luc( |$)",
        r"|(tm|kt|tl|tuq|q)\.|t/[ml]\b|k/t\b|\[)|^so \d{1,5} ?[-/][a-z0-9/-]{2,20}$"
    );
    // A number that stands alone on its line belongs to the next one.
    LONE = r"^([ivx]{1,5}\.|\d{1,2}(\.\d{1,2})*[.)]|[a-z]\))$";
    ENDS = r#"[.;:!?]["')]?$"#;
    PLACE_AND_DATE = r", ?ngay\b.{0,30}\bnam( \d{0,4})?$";
}

/// How the lines of a file are broken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// Lines may break within a sentence.
    wrapped: bool,
    /// All lines are short: somebody broke them at a fixed width.
    narrow: bool,
    /// Empty lines part the paragraphs, so lines without one between them belong together.
    spaced: bool,
    width: usize,
}

impl Habit {
    pub(super) fn of(source: &Source, lines: &[Line]) -> Self {
        let mut widths: Vec<usize> = lines.iter().map(|line| line.letters.len()).collect();
        widths.sort_unstable();
        let at = |percent: usize| widths.get(widths.len() * percent / 100).copied().unwrap_or(0);
        let width = at(95);
        // Where lines are broken at a width, hardly one goes beyond it.
        let narrow = width <= 130 && at(98) * 100 <= width * 115;
        let gaps = lines.iter().filter(|line| line.gap).count();
        let spaced = narrow && gaps * 6 > lines.len();
        Self { wrapped: source.is_wrapped(), narrow, spaced, width }
    }

    /// Whether a line is about as long as lines can be, so that it may have been broken.
    fn is_full(&self, line: &Line) -> bool {
        self.narrow && line.width * 10 >= self.width * 7
    }
}

/// Whether `b` goes on where `a` was broken.
pub(super) fn continues(a: &Line, b: &Line, habit: &Habit, so_far: &Script) -> bool {
    if !habit.wrapped || a.cell != b.cell || a.row || b.row {
        return false;
    }
    let seam = Seam::of(a, b);
    if b.gap {
        return seam.is_page_break() || seam.is_split_heading();
    }
    seam.framed().unwrap_or_else(|| seam.is_within_sentence(habit, so_far))
}

/// Two lines, and what joining looks at.
struct Seam<'l> {
    a: &'l Line,
    b: &'l Line,
    before: String,
    after: String,
    /// The first line ends a sentence.
    ended: bool,
    /// Which of them are in capitals.
    capitals: (bool, bool),
}

impl<'l> Seam<'l> {
    fn of(a: &'l Line, b: &'l Line) -> Self {
        let (before, after) = (a.plain(), b.plain());
        let ended = ENDS.is_match(&before);
        Self { a, b, before, after, ended, capitals: (a.is_capitals(), b.is_capitals()) }
    }

    /// What the frame of a document decides: its lines stand alone, in whatever look.
    fn framed(&self) -> Option<bool> {
        let (before, after) = (self.before.as_str(), self.after.as_str());
        let is_basis = after.starts_with("can cu");
        let post = |capitals: bool, line: &str| capitals && posts::is_post(line);
        if LONE.is_match(before) {
            return Some(true);
        }
        if STANDS.is_match(after) && (self.ended || !is_basis) || post(self.capitals.1, after) {
            return Some(false);
        }
        if self.b.goes_on && self.capitals.0 == self.capitals.1 {
            return Some(true);
        }
        let closed = before.starts_with("noi nhan") || PLACE_AND_DATE.is_match(before);
        let stands = STANDS.is_match(before) && (self.capitals.0 || before.starts_with("so"));
        (closed || stands || post(self.capitals.0, before)).then_some(false)
    }

    /// What the sentence decides.
    fn is_within_sentence(&self, habit: &Habit, so_far: &Script) -> bool {
        if let Some(marker) = Marker::of(&self.after) {
            return self.is_number_within(&marker, habit);
        }
        if starts_small(self.b) {
            return habit.spaced || !self.ended;
        }
        if self.b.goes_on {
            return true;
        }
        let full = habit.is_full(self.a);
        // "UBND" at the end of a paragraph is no heading.
        let short = habit.spaced && self.b.letters.len() < 8;
        let headed = self.capitals.0 != self.capitals.1 && !short;
        let bodies = self.capitals == (true, true) && is_header(so_far) && !full;
        if headed || bodies {
            return false;
        }
        if habit.spaced { !self.ended || full } else { full && !self.ended }
    }

    /// What looks like the number of an item can be a number within the sentence.
    fn is_number_within(&self, marker: &Marker, habit: &Habit) -> bool {
        if self.ended || !habit.narrow || self.capitals == (true, false) {
            return false;
        }
        let mut letters = self.b.letters.iter().map(|(letter, _)| *letter);
        let next = letters.find(|letter| letter.is_alphanumeric());
        let small = next.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase());
        marker.is_dash() && habit.spaced && small || habit.is_full(self.a)
    }

    /// A page break within a sentence.
    fn is_page_break(&self) -> bool {
        let went_on = self.a.letters.last().is_some_and(|(letter, _)| letter.is_lowercase());
        let long = self.a.letters.len() > 50;
        long && went_on && starts_small(self.b) && Marker::of(&self.after).is_none()
    }

    /// A numbered heading that was set as two bold paragraphs.
    fn is_split_heading(&self) -> bool {
        let numbered = Marker::of(&self.before).is_some() && Marker::of(&self.after).is_none();
        let bold = self.a.bold && self.b.bold;
        bold && numbered && !self.ended && self.capitals == (false, false)
    }
}

/// The type of the document has not been seen yet: what comes in capitals are names of bodies.
fn is_header(so_far: &Script) -> bool {
    let blocks = so_far.blocks();
    let typed = |block| crate::read::kinds::named(so_far.piece(block)).is_some();
    blocks.len() < 30 && !blocks.iter().any(typed)
}

fn starts_small(line: &Line) -> bool {
    line.letters.first().is_some_and(|(letter, _)| letter.is_lowercase())
}
