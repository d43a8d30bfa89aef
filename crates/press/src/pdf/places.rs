//! Empty places for digital signatures: fields of a form that any signing program finds and fills
//! (ISO 32000-1, 12.7.4.5).
//!
//! The typesetter knows no fields. Its template lays a link over each place instead, which brings
//! all that a field needs: where it lies on the sheet, that it may be printed, and its place among
//! what is read aloud. Here each of these links becomes a field. An empty field shows nothing, but
//! PDF/A wants every one to say how it looks (ISO 19005-2, 6.3.3).

use pdf_writer::types::{AnnotationFlags, FieldType, SigFlags};
use pdf_writer::writers::Form;
use pdf_writer::{Chunk, Finish, Rect, Ref, TextStr};

use super::objects::{Objects, number, numbers, reference};
use crate::PressError;

/// The same file with a field for each title; the first one lies where the template has laid
/// `place:1`.
pub(super) fn with_fields(pdf: &[u8], titles: &[String]) -> Result<Vec<u8>, PressError> {
    let missing = || PressError::Typesetting("no place for a signature was set".to_owned());
    fields(pdf, titles).ok_or_else(missing)
}

fn fields(pdf: &[u8], titles: &[String]) -> Option<Vec<u8>> {
    let mut file = Objects::read(pdf)?;
    let places = (1..).zip(titles).map(|(place, title)| field(&mut file, place, title));
    let places: Vec<Ref> = places.collect::<Option<_>>()?;
    let (root, form) = (file.root()?, file.next()?);
    file.put(&[form_of(form, places)])?;
    file.replace(root, ">>", &format!("/AcroForm {} 0 R>>", form.get()))?;
    file.write()
}

/// Makes a field of the link over a place.
fn field(file: &mut Objects, place: usize, title: &str) -> Option<Ref> {
    let (id, link) = file.holding(&format!("(place:{place})"))?;
    let [left, bottom, right, top] = numbers(link, "/Rect")?;
    let parent = number(link, "/StructParent ")?;
    let (tag, tag_text) = file.holding(&format!("/Obj {} 0 R", id.get()))?;
    let page = reference(tag_text, "/Pg ")?;
    let look = file.next()?;
    let nothing = empty(look, Rect::new(0.0, 0.0, right - left, top - bottom));
    let mut field = Chunk::new();
    let mut words = field.form_field(id);
    words.field_type(FieldType::Signature);
    words.partial_name(TextStr(&format!("ChuKy{place}"))).alternate_name(TextStr(title));
    let mut widget = words.into_annotation();
    widget.rect(Rect::new(left, bottom, right, top)).page(page);
    widget.flags(AnnotationFlags::PRINT).struct_parent(parent);
    widget.appearance().normal().stream(look);
    widget.finish();
    file.put(&[field, nothing])?;
    file.replace(tag, "/S/Link", "/S/Form")?;
    Some(id)
}

/// A drawing without a stroke.
fn empty(id: Ref, size: Rect) -> Chunk {
    let mut drawing = Chunk::new();
    drawing.form_xobject(id, &[]).bbox(size);
    drawing
}

fn form_of(id: Ref, fields: Vec<Ref>) -> Chunk {
    let mut form = Chunk::new();
    let mut words = form.indirect(id).start::<Form<'_>>();
    words.fields(fields).sig_flags(SigFlags::SIGNATURES_EXIST);
    words.finish();
    form
}
