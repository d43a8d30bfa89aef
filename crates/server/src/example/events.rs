//! Something that happened in the example, and what later events need to know of it.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};

use super::ExampleError;
use crate::access::Person;
use crate::app::App;
use crate::refusal::Refusal;

type Act = Box<dyn FnOnce(&App, &mut Known) -> Result<(), Refusal>>;

/// One event: when it happened, what it is called in an error, and the verb that it calls.
pub(crate) struct Event {
    /// When.
    pub(crate) at: Timestamp,
    name: String,
    act: Act,
}

impl Event {
    /// Something that happened on a day, at an hour (Vietnamese time) when offices are open.
    pub(crate) fn on(
        day: Date,
        hour: i8,
        name: impl Into<String>,
        act: impl FnOnce(&App, &mut Known) -> Result<(), Refusal> + 'static,
    ) -> Self {
        let time = day.at(hour, 0, 0, 0);
        let at = chungsuc_domain::date::VIETNAM.to_timestamp(time).unwrap_or(Timestamp::MAX);
        Self { at, name: name.into(), act: Box::new(act) }
    }

    /// Does it, on a clock that stands at its moment.
    pub(super) fn happen(self, app: &App, known: &mut Known) -> Result<(), ExampleError> {
        let refused = |refusal| ExampleError::Refused { event: self.name, refusal };
        (self.act)(&app.at(self.at), known).map_err(refused)
    }
}

/// Who is who and what became of what: people by login, ids by kind of record and reference.
#[derive(Default)]
pub(crate) struct Known {
    people: HashMap<String, Person>,
    ids: HashMap<(&'static str, String), String>,
}

impl Known {
    /// Notes a person.
    pub(super) fn meet(&mut self, login: &str, person: Person) {
        self.people.insert(login.to_owned(), person);
    }

    /// The person of a login.
    pub(crate) fn person(&self, login: &str) -> Result<Person, Refusal> {
        self.people.get(login).cloned().ok_or(Refusal::NotFound)
    }

    /// Notes the id that the program gave to a record of the files.
    pub(crate) fn note(&mut self, kind: &'static str, reference: &str, id: String) {
        self.ids.insert((kind, reference.to_owned()), id);
    }

    /// The id of a record of the files.
    pub(crate) fn id(&self, kind: &'static str, reference: &str) -> Result<String, Refusal> {
        self.ids.get(&(kind, reference.to_owned())).cloned().ok_or(Refusal::NotFound)
    }
}
