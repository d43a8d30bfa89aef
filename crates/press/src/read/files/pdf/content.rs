//! The operators of PDF that show text, and where it comes to stand.

use std::rc::Rc;

use hayro_syntax::object::Object;

use super::budget::Budget;
use super::font::{Font, Glyph};
use super::matrix::Matrix;
use crate::read::files::ReadError;
use crate::read::files::draft::Ink;

/// A character and its place. Lengths are in points, upwards and to the right, as the one who reads
/// its line sees them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) c: char,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    /// By how many quarters its line is turned to the left.
    pub(super) quarter: u8,
    pub(super) ink: Ink,
}

/// The state of drawing that text depends on.
#[derive(Clone)]
pub(super) struct Text {
    page: Matrix,
    line: Matrix,
    at: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    /// For each marked part that is open, whether its meaning is told.
    marked: Vec<bool>,
    /// The meaning of the innermost of these, until its first glyph is shown.
    meaning: Option<String>,
}

impl Text {
    pub(super) fn new(page: Matrix) -> Self {
        Self {
            page,
            line: Matrix::IDENTITY,
            at: Matrix::IDENTITY,
            font: None,
            size: 0.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            marked: Vec::new(),
            meaning: None,
        }
    }

    /// The state at the beginning of a drawing within this one.
    pub(super) fn within(&self, matrix: Matrix) -> Self {
        Self { page: matrix.then(self.page), ..self.clone() }
    }

    pub(super) fn set_font(&mut self, font: Option<Rc<Font>>, size: f64) {
        self.font = font;
        self.size = size;
    }

    pub(super) fn begin_marked(&mut self, meaning: Option<String>) {
        // Deeper than this is no document; its ends are then taken for those of outer parts.
        if self.marked.len() < 64 {
            self.marked.push(meaning.is_some());
        }
        self.meaning = meaning.or(self.meaning.take());
    }

    pub(super) fn end_marked(&mut self) {
        self.marked.pop();
        self.meaning = None;
    }

    /// Runs an operator; returns how many glyphs it showed without saying which letters they are.
    pub(super) fn run(
        &mut self,
        operator: &[u8],
        operands: &[&Object],
        budget: &mut Budget,
        letters: &mut Vec<Letter>,
    ) -> Result<usize, ReadError> {
        let last = operands.last().copied();
        match operator {
            b"cm" => self.page = matrix(operands).unwrap_or(Matrix::IDENTITY).then(self.page),
            b"BT" => self.move_to(Matrix::IDENTITY),
            b"Tm" => self.move_to(matrix(operands).unwrap_or(Matrix::IDENTITY)),
            b"Tc" => self.letter_spacing = number(last),
            b"Tw" => self.word_spacing = number(last),
            b"Tz" => self.stretch = number(last) / 100.0,
            b"TL" => self.leading = number(last),
            b"Ts" => self.rise = number(last),
            b"Td" | b"TD" => {
                let [x, y] = numbers(operands).unwrap_or_default();
                if operator == b"TD" {
                    self.leading = -y;
                }
                self.move_to(Matrix::shift(x, y).then(self.line));
            }
            b"T*" => self.next_line(),
            b"Tj" => return self.show(last, budget, letters),
            b"TJ" => return self.show_spaced(last, budget, letters),
            b"'" => {
                self.next_line();
                return self.show(last, budget, letters);
            }
            b"\"" => {
                if let [word, letter, _] = operands {
                    self.word_spacing = number(Some(word));
                    self.letter_spacing = number(Some(letter));
                }
                self.next_line();
                return self.show(last, budget, letters);
            }
            _ => {}
        }
        Ok(0)
    }

    fn move_to(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.at = matrix;
    }

    fn next_line(&mut self) {
        self.move_to(Matrix::shift(0.0, -self.leading).then(self.line));
    }

    /// Strings, and steps between them in thousandths of the size.
    fn show_spaced(
        &mut self,
        list: Option<&Object>,
        budget: &mut Budget,
        letters: &mut Vec<Letter>,
    ) -> Result<usize, ReadError> {
        let Some(Object::Array(list)) = list else { return Ok(0) };
        let mut nameless = 0;
        for item in list.iter::<Object>() {
            budget.operator()?;
            match item {
                Object::Number(step) => {
                    self.step(-step.as_f64() / 1000.0 * self.size * self.stretch)
                }
                string => nameless += self.show(Some(&string), budget, letters)?,
            }
        }
        Ok(nameless)
    }

    fn show(
        &mut self,
        string: Option<&Object>,
        budget: &mut Budget,
        letters: &mut Vec<Letter>,
    ) -> Result<usize, ReadError> {
        let (Some(Object::String(string)), Some(font)) = (string, self.font.clone()) else {
            return Ok(0);
        };
        let mut nameless = 0;
        for glyph in font.glyphs(string.as_bytes()) {
            budget.letter()?;
            nameless += usize::from(glyph.text.is_none());
            self.place(glyph, font.ink, letters);
        }
        Ok(nameless)
    }

    fn place(&mut self, glyph: Glyph, ink: Ink, letters: &mut Vec<Letter>) {
        let from = self.point(0.0);
        let width = glyph.width * self.size * self.stretch;
        let to = self.point(width);
        let told = self.marked.contains(&true);
        let text = if told { self.meaning.take() } else { glyph.text };
        if let Some(text) = text {
            self.write(&text, from, to, ink, letters);
        }
        let spacing = self.letter_spacing + if glyph.is_space { self.word_spacing } else { 0.0 };
        self.step(width + spacing * self.stretch);
    }

    /// Shares out the room of a glyph among the characters that it stands for.
    fn write(
        &self,
        text: &str,
        from: (f64, f64),
        to: (f64, f64),
        ink: Ink,
        into: &mut Vec<Letter>,
    ) {
        let whole = self.at.then(self.page);
        let Some(quarter) = quarter(whole.direction()) else { return };
        let size = (self.size * whole.height()).abs() as f32;
        let (from, to) = (turn(from, quarter), turn(to, quarter));
        let count = text.chars().count().max(1);
        let part = (to.0 - from.0) / count as f64;
        if ![from.0, from.1, part, f64::from(size)].iter().all(|number| number.is_finite()) {
            return;
        }
        // No text is long enough to need more than sixteen characters in one glyph.
        for (c, n) in text.chars().take(16).zip(0_u8..) {
            let left = from.0 + part * f64::from(n);
            into.push(Letter {
                c,
                left: left as f32,
                right: (left + part) as f32,
                baseline: from.1 as f32,
                size,
                quarter,
                ink,
            });
        }
    }

    fn point(&self, along: f64) -> (f64, f64) {
        self.at.then(self.page).apply(along, self.rise)
    }

    fn step(&mut self, along: f64) {
        self.at = Matrix::shift(along, 0.0).then(self.at);
    }
}

/// How a line is turned, in quarters; a slanted one, such as a watermark's, is none of the text.
fn quarter((x, y): (f64, f64)) -> Option<u8> {
    let flat = |along: f64, across: f64| along > 0.0 && across.abs() <= along * 0.1;
    match () {
        () if flat(x, y) => Some(0),
        () if flat(y, x) => Some(1),
        () if flat(-x, y) => Some(2),
        () if flat(-y, x) => Some(3),
        () => None,
    }
}

/// A point as the one who reads a turned line sees it.
fn turn((x, y): (f64, f64), quarter: u8) -> (f64, f64) {
    match quarter {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}

fn number(operand: Option<&Object>) -> f64 {
    match operand {
        Some(Object::Number(number)) => number.as_f64(),
        _ => 0.0,
    }
}

fn numbers<const N: usize>(operands: &[&Object]) -> Option<[f64; N]> {
    let numbers: Vec<f64> = operands.iter().map(|operand| number(Some(operand))).collect();
    numbers.try_into().ok()
}

fn matrix(operands: &[&Object]) -> Option<Matrix> {
    numbers(operands).map(Matrix)
}
