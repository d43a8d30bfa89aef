//! A PDF of the typesetter as its numbered objects, so that some can be changed and all be written
//! again. It knows the way of that one writer and no other: objects in the order of their numbers,
//! none of them packed, and one plain table of where they begin.

use pdf_writer::{Chunk, Ref};

/// A PDF file in pieces.
pub(super) struct Objects {
    head: Vec<u8>,
    /// The object of each number, counted from 1, as it stands in the file.
    all: Vec<Vec<u8>>,
    /// `<</Size 40/Root 39 0 R …>>`
    trailer: String,
}

impl Objects {
    /// Takes a file apart; nothing when another program wrote it.
    pub(super) fn read(pdf: &[u8]) -> Option<Self> {
        let (body, rest) = pdf.split_at(last(pdf, b"xref\n0 ")?);
        let (table, rest) = std::str::from_utf8(rest).ok()?.split_once("trailer\n")?;
        let (trailer, _) = rest.split_once("startxref")?;
        // The first lines are a title, a count, and the place of number zero, which is no object.
        let starts = table.lines().skip(3).map(|line| line.strip_suffix(" 00000 n")?.parse().ok());
        let starts: Vec<usize> = starts.collect::<Option<_>>()?;
        let ends = starts.iter().skip(1).copied().chain([body.len()]);
        let all = starts.iter().zip(ends).map(|(start, end)| Some(body.get(*start..end)?.to_vec()));
        Some(Self {
            head: body.get(..*starts.first()?)?.to_vec(),
            all: all.collect::<Option<_>>()?,
            trailer: trailer.trim_end().to_owned(),
        })
    }

    /// The catalog, where a reader begins.
    pub(super) fn root(&self) -> Option<Ref> {
        reference(self.trailer.as_bytes(), "/Root ")
    }

    /// The object that holds these bytes.
    pub(super) fn holding(&self, bytes: &str) -> Option<(Ref, &[u8])> {
        let place = self.all.iter().position(|object| first(object, bytes).is_some())?;
        Some((Ref::new(i32::try_from(place + 1).ok()?), self.all.get(place)?.as_slice()))
    }

    /// A number that is not taken yet, above which every other one is free too.
    pub(super) fn next(&self) -> Option<Ref> {
        i32::try_from(self.all.len() + 1).ok().map(Ref::new)
    }

    /// Puts objects in the place of those with their numbers, or behind the last one.
    pub(super) fn put(&mut self, objects: &[Chunk]) -> Option<()> {
        for object in objects {
            let mut numbers = object.refs();
            let place = usize::try_from(numbers.next()?.get()).ok()?.checked_sub(1)?;
            let bytes = object.as_bytes().to_vec();
            let end = self.all.len();
            match self.all.get_mut(place) {
                Some(there) => *there = bytes,
                None if place == end => self.all.push(bytes),
                None => return None,
            }
        }
        Some(())
    }

    /// Writes others for the last of these bytes in an object.
    pub(super) fn replace(&mut self, object: Ref, these: &str, others: &str) -> Option<()> {
        let object = self.all.get_mut(usize::try_from(object.get()).ok()?.checked_sub(1)?)?;
        let place = last(object, these.as_bytes())?;
        object.splice(place..place + these.len(), others.bytes());
        Some(())
    }

    /// The file.
    pub(super) fn write(self) -> Option<Vec<u8>> {
        let (mut pdf, mut table) = (self.head, String::from("0000000000 65535 f\r\n"));
        for object in &self.all {
            table.push_str(&format!("{:010} 00000 n\r\n", pdf.len()));
            pdf.extend_from_slice(object);
        }
        let (start, size) = (pdf.len(), self.all.len() + 1);
        let old = format!("/Size {}", number(self.trailer.as_bytes(), "/Size ")?);
        let trailer = self.trailer.replacen(&old, &format!("/Size {size}"), 1);
        let end = format!("xref\n0 {size}\n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF");
        pdf.extend_from_slice(end.as_bytes());
        Some(pdf)
    }
}

/// The whole number behind a name.
pub(super) fn number(object: &[u8], name: &str) -> Option<i32> {
    let digits = object.get(first(object, name)? + name.len()..)?;
    let end = digits.iter().position(|sign| !sign.is_ascii_digit())?;
    std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
}

/// The object that a name points to: `/Pg 12 0 R`.
pub(super) fn reference(object: &[u8], name: &str) -> Option<Ref> {
    number(object, name).filter(|number| *number > 0).map(Ref::new)
}

/// What stands behind a name in brackets, as numbers: `/Rect[71 600 …]`.
pub(super) fn numbers<const N: usize>(object: &[u8], name: &str) -> Option<[f32; N]> {
    let list = object.get(first(object, name)? + name.len()..)?.trim_ascii_start();
    let end = list.iter().position(|sign| *sign == b']')?;
    let list = std::str::from_utf8(&list[..end]).ok()?.strip_prefix('[')?;
    let numbers: Vec<f32> =
        list.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

fn first(object: &[u8], word: &str) -> Option<usize> {
    object.windows(word.len()).position(|part| part == word.as_bytes())
}

fn last(object: &[u8], word: &[u8]) -> Option<usize> {
    object.windows(word.len()).rposition(|part| part == word)
}
