//! A page → the letters on it.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::content::{Letter, Text};
use super::font::Font;
use super::matrix::Matrix;
use super::overlay;
use crate::read::files::ReadError;

/// How deep drawings may be within drawings.
const MAX_DEPTH: u32 = 8;
/// How many states of drawing may be kept at once.
const MAX_STATES: usize = 64;

/// Reads the pages of a file, and remembers its fonts.
pub(super) struct Reader<'b> {
    budget: &'b mut Budget,
    /// By the place of their dictionary in memory, which stays where it is while the file is read.
    fonts: HashMap<usize, Rc<Font>>,
    /// Letters of the pages themselves, without what is laid over them.
    pub(super) printed: usize,
    /// Letters whose meaning the file tells.
    pub(super) named: usize,
    /// Letters that are shown without a word about which they are.
    pub(super) nameless: usize,
    /// Whether a picture was shown.
    pub(super) pictures: bool,
}

impl<'b> Reader<'b> {
    pub(super) fn new(budget: &'b mut Budget) -> Self {
        Self { budget, fonts: HashMap::new(), printed: 0, named: 0, nameless: 0, pictures: false }
    }

    /// The letters of a page, in the order in which they are drawn.
    pub(super) fn page(&mut self, page: &Page) -> Result<Vec<Letter>, ReadError> {
        let content = self.content(page)?;
        let mut letters = Vec::new();
        let upright = Matrix(page.initial_transform(false).as_coeffs());
        self.draw(&content, page.resources(), Text::new(upright), 0, &mut letters)?;
        self.printed += letters.len();
        for (drawing, place) in overlay::drawings(page) {
            let text = Text::new(place.then(upright));
            self.draw_form(&drawing, page.resources(), text, 1, &mut letters)?;
        }
        self.named += letters.len();
        Ok(letters)
    }

    fn content(&mut self, page: &Page) -> Result<Vec<u8>, ReadError> {
        let streams: Vec<Stream> = match page.raw().get::<Object>("Contents") {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(streams)) => streams.iter::<Stream>().collect(),
            _ => Vec::new(),
        };
        let mut content = Vec::new();
        for stream in streams {
            let part = stream.decoded_data().unwrap_or_default();
            self.budget.content(part.len())?;
            content.extend_from_slice(&part);
            content.push(b'\n');
        }
        Ok(content)
    }

    fn draw<'a>(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        mut text: Text,
        depth: u32,
        letters: &mut Vec<Letter>,
    ) -> Result<(), ReadError> {
        let mut states = Vec::new();
        let mut operators = UntypedIter::new(content);
        while let Some(instruction) = operators.next() {
            self.budget.operator()?;
            let operands: Vec<&Object> = instruction.operands().collect();
            match (&**instruction.operator, operands.as_slice()) {
                (b"q", _) if states.len() < MAX_STATES => states.push(text.clone()),
                (b"Q", _) => text = states.pop().unwrap_or(text),
                (b"Tf", [Object::Name(name), Object::Number(size)]) => {
                    text.set_font(self.font(resources, name)?, size.as_f64());
                }
                (b"Do", [Object::Name(name)]) => {
                    self.draw_object(resources, name, &text, depth, letters)?;
                }
                (b"BI", _) => self.pictures = true,
                (b"BDC", [_, properties]) => text.begin_marked(actual_text(properties, resources)),
                (b"BMC" | b"BDC", _) => text.begin_marked(None),
                (b"EMC", _) => text.end_marked(),
                (operator, operands) => {
                    self.nameless += text.run(operator, operands, self.budget, letters)?;
                }
            }
        }
        Ok(())
    }

    /// A drawing within the drawing, or a picture.
    fn draw_object<'a>(
        &mut self,
        resources: &Resources<'a>,
        name: &Name,
        text: &Text,
        depth: u32,
        letters: &mut Vec<Letter>,
    ) -> Result<(), ReadError> {
        let Some(stream) = resources.get_x_object(name) else { return Ok(()) };
        let dict = stream.dict();
        if dict.get::<Name>("Subtype").as_deref() != Some(b"Form") {
            self.pictures = true;
            return Ok(());
        }
        if depth >= MAX_DEPTH {
            return Err(ReadError::TooMuch);
        }
        let inner = text.within(matrix(dict).unwrap_or(Matrix::IDENTITY));
        self.draw_form(&stream, resources, inner, depth + 1, letters)
    }

    fn draw_form<'a>(
        &mut self,
        form: &Stream<'a>,
        resources: &Resources<'a>,
        text: Text,
        depth: u32,
        letters: &mut Vec<Letter>,
    ) -> Result<(), ReadError> {
        let content = form.decoded_data().unwrap_or_default();
        self.budget.content(content.len())?;
        let own = form.dict().get::<Dict>("Resources").map(Resources::new);
        self.draw(&content, own.as_ref().unwrap_or(resources), text, depth, letters)
    }

    fn font(&mut self, resources: &Resources, name: &Name) -> Result<Option<Rc<Font>>, ReadError> {
        let Some(dict) = resources.get_font(name) else { return Ok(None) };
        let place = dict.data().as_ptr() as usize;
        if let Some(font) = self.fonts.get(&place) {
            return Ok(Some(font.clone()));
        }
        let font = Rc::new(Font::read(&dict, self.budget)?);
        self.fonts.insert(place, font.clone());
        Ok(Some(font))
    }
}

pub(super) fn matrix(dict: &Dict) -> Option<Matrix> {
    let numbers: Vec<f64> = dict.get::<Array>("Matrix")?.iter::<f64>().take(6).collect();
    numbers.try_into().ok().map(Matrix)
}

/// What a writer says that some glyphs mean, such as "fi" for a ligature.
fn actual_text(properties: &Object, resources: &Resources) -> Option<String> {
    let named = |name: &Name| resources.properties.get::<Dict>(&**name);
    let text = match properties {
        Object::Dict(dict) => dict.get::<hayro_syntax::object::String>("ActualText")?,
        Object::Name(name) => named(name)?.get::<hayro_syntax::object::String>("ActualText")?,
        _ => return None,
    };
    let bytes = text.as_bytes();
    let encoding = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    Some(encoding.unwrap_or(encoding_rs::WINDOWS_1252).decode(bytes).0.into_owned())
}
