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
        r"|(tm|kt|tl|tuq|q)\.|\[)"
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
        let width = widths.get(widths.len() * 95 / 100).copied().unwrap_or(0);
        let narrow = width <= 130;
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
    let (before, after) = (a.plain(), b.plain());
    let capitals = (a.is_capitals(), b.is_capitals());
    let ended = ENDS.is_match(&before);
    if b.gap {
        return broken_sentence(a, b, &before, ended) || broken_heading(a, b, ended);
    }
    if LONE.is_match(&before) {
        return true;
    }
    if STANDS.is_match(&after) && (ended || !after.starts_with("can cu")) || is_post(b, &after) {
        return false;
    }
    if b.goes_on && capitals.0 == capitals.1 {
        return true;
    }
    if is_post(a, &before) || before.starts_with("noi nhan") || PLACE_AND_DATE.is_match(&before) {
        return false;
    }
    if STANDS.is_match(&before) && (capitals.0 || before.starts_with("so")) {
        return false;
    }
    if let Some(marker) = Marker::of(&after) {
        return within_sentence(a, b, &marker, ended, habit);
    }
    if starts_small(b) {
        return habit.spaced || !ended;
    }
    if b.goes_on {
        return true;
    }
    let both = capitals.0 && capitals.1;
    if (capitals.0 != capitals.1 && !(habit.spaced && b.letters.len() < 8))
        || (both && so_far.blocks().len() < 30 && !titled(so_far) && !habit.is_full(a))
    {
        return false;
    }
    if habit.spaced { !ended || habit.is_full(a) } else { habit.is_full(a) && !ended }
}

fn is_post(line: &Line, plain: &str) -> bool {
    line.is_capitals() && posts::is_post(plain)
}

/// The type of the document has been seen: what comes in capitals is its title or a heading.
fn titled(so_far: &Script) -> bool {
    so_far.blocks().iter().any(|block| crate::read::kinds::named(so_far.piece(block)).is_some())
}

/// What looks like the number of an item can be a number within the sentence.
fn within_sentence(a: &Line, b: &Line, marker: &Marker, ended: bool, habit: &Habit) -> bool {
    if ended || !habit.narrow || a.is_capitals() && !b.is_capitals() {
        return false;
    }
    if marker.is_dash() {
        let next = b.letters.iter().map(|(letter, _)| *letter).find(|c| c.is_alphanumeric());
        let goes_on = next.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase());
        return habit.spaced && goes_on || habit.is_full(a);
    }
    habit.is_full(a)
}

fn starts_small(line: &Line) -> bool {
    line.letters.first().is_some_and(|(letter, _)| letter.is_lowercase())
}

/// A page break within a sentence.
fn broken_sentence(a: &Line, b: &Line, before: &str, ended: bool) -> bool {
    let went_on = a.letters.last().is_some_and(|(letter, _)| letter.is_lowercase());
    let long = a.letters.len() > 50;
    long && went_on
        && !ended
        && !before.ends_with("./.")
        && starts_small(b)
        && Marker::of(&b.plain()).is_none()
}

/// A numbered heading that was set as two bold paragraphs.
fn broken_heading(a: &Line, b: &Line, ended: bool) -> bool {
    let plain = a.plain();
    a.bold
        && b.bold
        && !ended
        && !a.is_capitals()
        && !b.is_capitals()
        && Marker::of(&plain).is_some()
        && Marker::of(&b.plain()).is_none()
}
