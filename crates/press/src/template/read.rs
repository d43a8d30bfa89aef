//! A draft against the fields that there are: every mark is understood, or its fault is told.

use super::draft::{Draft, DraftAnnex, DraftTable, Part};
use super::fault::{Fault, FaultKind, Place};
use super::fields::Field;
use super::flow::{self, Flow, Step};
use super::marks::{Line, Mark, Said, Scope, Span, Token, alone, tokens};
use super::{AnnexTemplate, LineKind, Piece, TableTemplate, Template};
use crate::{Emphasis, Level, Text};

impl Template {
    /// Understands every mark of a draft.
    ///
    /// # Errors
    /// Every fault with its place, in the order of the document.
    pub fn of(draft: &Draft, fields: &'static [Field]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut reading = Reading { scope: Scope::of(fields), faults: &mut faults };
        let template = Self {
            abstract_: reading.line(&draft.abstract_, Place::Abstract),
            addressees: reading.lines(&draft.addressees, Place::Addressee),
            bases: reading.lines(&draft.bases, Place::Basis),
            body: reading.body(&draft.body, Place::Body),
            recipients: reading.lines(&draft.recipients, Place::Recipient),
            annexes: (1..).zip(&draft.annexes).map(|one| reading.annex(one)).collect(),
        };
        if faults.is_empty() { Ok(template) } else { Err(faults) }
    }
}

struct Reading<'a> {
    scope: Scope,
    faults: &'a mut Vec<Fault>,
}

impl Reading<'_> {
    fn line(&mut self, text: &str, place: Place) -> Line {
        line_of(&text.into(), &self.scope, place, self.faults)
    }

    fn lines(&mut self, texts: &[String], place: fn(usize) -> Place) -> Vec<Flow<Line>> {
        let texts = texts.iter().map(|text| Text::from(text.as_str()));
        let steps = (1..).zip(texts).map(|(at, text)| (place(at), step_of(text))).collect();
        flow::read(
            steps,
            &self.scope,
            &|text, scope, at, told| Some(line_of(&text, scope, at, told)),
            self.faults,
        )
    }

    fn body(&mut self, parts: &[Part], place: impl Fn(usize) -> Place) -> Vec<Flow<Piece>> {
        let step = |(at, part)| (place(at), part_step(part));
        let steps = (1..).zip(parts).map(step).collect();
        flow::read(steps, &self.scope, &piece, self.faults)
    }

    fn annex(&mut self, (at, annex): (usize, &DraftAnnex)) -> AnnexTemplate {
        AnnexTemplate {
            title: self.line(&annex.title, Place::AnnexTitle(at)),
            orientation: annex.orientation,
            body: self.body(&annex.body, |line| Place::Annex(at, line)),
        }
    }
}

/// A line that holds nothing but a mark which opens, turns or closes belongs to the lines around it.
fn step_of(text: Text) -> Step<Text> {
    match lone(&text) {
        Some(mark) => Step::Mark(mark),
        None => Step::One(text),
    }
}

fn lone(text: &Text) -> Option<Mark> {
    alone(&tokens(text).ok()?).cloned()
}

fn part_step(part: &Part) -> Step<&Part> {
    let mark = kind_of(part).and_then(|(_, text)| lone(text));
    mark.map_or(Step::One(part), Step::Mark)
}

fn kind_of(part: &Part) -> Option<(LineKind, &Text)> {
    Some(match part {
        Part::Section(text) => (LineKind::Heading(Level::Section), text),
        Part::Part(text) => (LineKind::Heading(Level::Part), text),
        Part::Item(text) => (LineKind::Heading(Level::Item), text),
        Part::Article(text) => (LineKind::Article, text),
        Part::Paragraph(text) => (LineKind::Paragraph, text),
        Part::Bullet(text) => (LineKind::Bullet, text),
        Part::Centred(text) => (LineKind::Centred, text),
        Part::Table(_) => return None,
    })
}

fn piece(part: &Part, scope: &Scope, place: Place, faults: &mut Vec<Fault>) -> Option<Piece> {
    match (kind_of(part), part) {
        (Some((kind, text)), _) => Some(Piece::Line(kind, line_of(text, scope, place, faults))),
        (None, Part::Table(table)) => table_of(table, scope, place, faults).map(Piece::Table),
        (None, _) => None,
    }
}

fn line_of(text: &Text, scope: &Scope, place: Place, faults: &mut Vec<Fault>) -> Line {
    match tokens(text) {
        Ok(tokens) => spans(tokens, scope, place, faults),
        Err(kind) => {
            faults.push(Fault { place, kind });
            Line::new()
        }
    }
}

fn spans(tokens: Vec<Token>, scope: &Scope, place: Place, faults: &mut Vec<Fault>) -> Line {
    let step = |(said, emphasis): Token| match said {
        Said::Words(words) => Step::One((Ok(words), emphasis)),
        Said::Mark(Mark::Field(name)) => Step::One((Err(name), emphasis)),
        Said::Mark(mark) => Step::Mark(mark),
    };
    let steps = tokens.into_iter().map(|token| (place, step(token))).collect();
    flow::read(steps, scope, &span, faults)
}

/// Words, or the field of a name.
fn span(
    (said, emphasis): (Result<String, String>, Emphasis),
    scope: &Scope,
    place: Place,
    faults: &mut Vec<Fault>,
) -> Option<Span> {
    let field = |name: String| scope.words(&name).map(|name| Span::Field(name, emphasis));
    let span = said.map_or_else(field, |words| Ok(Span::Words(words, emphasis)));
    span.map_err(|kind| faults.push(Fault { place, kind })).ok()
}

fn table_of(
    table: &DraftTable,
    scope: &Scope,
    place: Place,
    faults: &mut Vec<Fault>,
) -> Option<TableTemplate> {
    let width = table.columns.len();
    if width == 0 {
        faults.push(Fault { place, kind: FaultKind::NoColumns });
        return None;
    }
    let mut columns = Vec::new();
    for column in &table.columns {
        let title = line_of(&column.title.as_str().into(), scope, place, faults);
        columns.push((title, column.share, column.align));
    }
    let steps = table.rows.iter().flat_map(|row| row_steps(row)).map(|step| (place, step));
    let rows = flow::read(
        steps.collect(),
        scope,
        &|row, scope, place, faults| cells(&row, width, scope, place, faults),
        faults,
    );
    let total = match &table.total {
        Some(row) => Some(cells(row, width, scope, place, faults)?),
        None => None,
    };
    Some(TableTemplate { columns, rows, total })
}

/// A row that holds a mark alone, or one that opens in its first cell and closes in its last.
fn row_steps(row: &[Text]) -> Vec<Step<Vec<Text>>> {
    let mut said = row.iter().filter(|cell| !cell.clean().is_empty());
    if let (Some(only), None) = (said.next(), said.next())
        && let Some(mark) = lone(only)
    {
        return vec![Step::Mark(mark)];
    }
    match bracketed(row) {
        Some((open, inner, close)) => vec![Step::Mark(open), Step::One(inner), Step::Mark(close)],
        None => vec![Step::One(row.to_vec())],
    }
}

fn bracketed(row: &[Text]) -> Option<(Mark, Vec<Text>, Mark)> {
    let [first, .., last] = row else { return None };
    let (first, last) = (tokens(first).ok()?, tokens(last).ok()?);
    let depth = |tokens: &[Token]| tokens.iter().map(depth_of).sum::<i32>();
    let (Some((Said::Mark(open), _)), Some((Said::Mark(close), _))) = (first.first(), last.last())
    else {
        return None;
    };
    if (open.depth(), depth(&first), depth(&last)) != (1, 1, -1) {
        return None;
    }
    let mut inner = row.to_vec();
    *inner.first_mut()? = shown(first.get(1..)?);
    *inner.last_mut()? = shown(last.get(..last.len() - 1)?);
    Some((open.clone(), inner, close.clone()))
}

fn depth_of((said, _): &Token) -> i32 {
    match said {
        Said::Words(_) => 0,
        Said::Mark(mark) => mark.depth(),
    }
}

fn shown(tokens: &[Token]) -> Text {
    let mut line = Text::default();
    for (said, emphasis) in tokens {
        match said {
            Said::Words(words) => line.push(words, *emphasis),
            Said::Mark(mark) => line.push(&format!("{{{{{}}}}}", mark.typed()), *emphasis),
        }
    }
    line
}

fn cells(
    row: &[Text],
    columns: usize,
    scope: &Scope,
    place: Place,
    faults: &mut Vec<Fault>,
) -> Option<Vec<Line>> {
    if row.len() != columns {
        faults.push(Fault { place, kind: FaultKind::Ragged { cells: row.len(), columns } });
        return None;
    }
    Some(row.iter().map(|cell| line_of(cell, scope, place, faults)).collect())
}
