//! A sequence with its choices and repetitions understood: the same for the words of a line, the lines
//! of a text and the rows of a table.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::fault::{Fault, FaultKind, Place};
use super::marks::{Mark, Scope, Test};

/// What stands at a place of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flow<T> {
    /// Something.
    One(T),
    /// One of two.
    If(Test, Vec<Flow<T>>, Vec<Flow<T>>),
    /// Once for each row.
    Each(&'static str, Vec<Flow<T>>),
}

/// A step of a sequence before it is understood.
pub(super) enum Step<R> {
    /// Something, to be understood by the fields of its place.
    One(R),
    /// A mark that opens, turns or closes.
    Mark(Mark),
}

/// Understands one thing of a sequence; `None` after it has told what is wrong with it.
pub(super) type Leaf<'a, R, T> = &'a dyn Fn(R, &Scope, Place, &mut Vec<Fault>) -> Option<T>;

/// Understands a sequence. What is wrong is told in `faults`, with its place.
pub(super) fn read<R, T>(
    steps: Vec<(Place, Step<R>)>,
    scope: &Scope,
    leaf: Leaf<'_, R, T>,
    faults: &mut Vec<Fault>,
) -> Vec<Flow<T>> {
    let mut reader = Reader { steps: steps.into_iter().peekable(), leaf, faults };
    let mut all = reader.sequence(scope);
    // What ends a sequence that nothing opened.
    while let Some((place, Step::Mark(mark))) = reader.steps.next() {
        reader.fault(place, FaultKind::Unopened(mark.typed()));
        all.extend(reader.sequence(scope));
    }
    all
}

struct Reader<'a, R, T> {
    steps: Peekable<IntoIter<(Place, Step<R>)>>,
    leaf: Leaf<'a, R, T>,
    faults: &'a mut Vec<Fault>,
}

impl<R, T> Reader<'_, R, T> {
    /// Reads until the end, or until a mark that turns or closes, which is left for who opened.
    fn sequence(&mut self, scope: &Scope) -> Vec<Flow<T>> {
        let mut all = Vec::new();
        while let Some((place, step)) = self.steps.next_if(|(_, step)| !step.ends()) {
            match step {
                Step::One(raw) => {
                    let one = (self.leaf)(raw, scope, place, self.faults);
                    all.extend(one.map(Flow::One));
                }
                Step::Mark(mark) => all.extend(self.opened(place, mark, scope)),
            }
        }
        all
    }

    fn opened(&mut self, place: Place, mark: Mark, scope: &Scope) -> Option<Flow<T>> {
        let typed = mark.typed();
        match mark {
            Mark::If { name, not } => {
                let test = scope.test(&name, not);
                let then = self.sequence(scope);
                let otherwise =
                    if self.took(&Mark::Else) { self.sequence(scope) } else { Vec::new() };
                self.closes(place, &Mark::EndIf, typed);
                let test = test.map_err(|kind| self.fault(place, kind)).ok()?;
                Some(Flow::If(test, then, otherwise))
            }
            Mark::Each(name) => match scope.rows(&name) {
                Ok((name, fields)) => {
                    let each = self.sequence(&scope.inside(fields));
                    self.closes(place, &Mark::EndEach, typed);
                    Some(Flow::Each(name, each))
                }
                Err(kind) => {
                    self.fault(place, kind);
                    // What is inside cannot be judged without knowing the rows.
                    let told = self.faults.len();
                    self.sequence(scope);
                    self.faults.truncate(told);
                    self.closes(place, &Mark::EndEach, typed);
                    None
                }
            },
            Mark::Field(_) | Mark::Else | Mark::EndIf | Mark::EndEach => None,
        }
    }

    fn took(&mut self, wanted: &Mark) -> bool {
        self.steps.next_if(|(_, step)| matches!(step, Step::Mark(mark) if mark == wanted)).is_some()
    }

    fn closes(&mut self, place: Place, wanted: &Mark, typed: String) {
        if !self.took(wanted) {
            self.fault(place, FaultKind::Unclosed(typed));
        }
    }

    fn fault(&mut self, place: Place, kind: FaultKind) {
        self.faults.push(Fault { place, kind });
    }
}

impl<R> Step<R> {
    fn ends(&self) -> bool {
        matches!(self, Self::Mark(Mark::Else | Mark::EndIf | Mark::EndEach))
    }
}
