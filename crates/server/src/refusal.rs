//! Why a verb did not do what was asked. Pages and the API say it, each in its way.

use chungsuc_press::template::FillError;
use chungsuc_press::{CapacityError, PressError};
use chungsuc_store::StoreError;

use crate::web::{Errors, Message, PageError};

/// A verb's no.
#[derive(Debug)]
pub enum Refusal {
    /// There is no such record, or none that this person may know of.
    NotFound,
    /// The person may not do this here.
    Forbidden,
    /// Fields are wrong; the page shows the form again with everything that was typed.
    Invalid(Errors),
    /// A rule says no; the message names it and says what to do next.
    Rule(Message),
    /// The store failed, or somebody else was faster.
    Store(StoreError),
    /// The printing house failed.
    Press(PressError),
}

impl Refusal {
    /// A rule's no, by the key of its message.
    pub fn rule(key: &'static str) -> Self {
        Self::Rule(Message::new(key))
    }

    /// One wrong field.
    pub fn field(field: &'static str, message: Message) -> Self {
        let mut errors = Errors::default();
        errors.add(field, message);
        Self::Invalid(errors)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<FillError> for Refusal {
    /// A field without its value is a defect of ours, which only the log should name.
    fn from(error: FillError) -> Self {
        match error {
            FillError::Press(error) => error.into(),
            FillError::Missing(_) | FillError::Kind(_) => {
                Self::Press(PressError::Typesetting(error.to_string()))
            }
        }
    }
}

impl From<PressError> for Refusal {
    fn from(error: PressError) -> Self {
        Self::Press(error)
    }
}

impl From<CapacityError> for Refusal {
    fn from(error: CapacityError) -> Self {
        Self::Rule(capacity(error))
    }
}

/// Which line of a signature is wrong, and what the decree wants instead.
pub(crate) fn capacity(error: CapacityError) -> Message {
    match error {
        CapacityError::NoPost(line) => Message::new("capacity-no-post").arg("line", line),
        CapacityError::Misplaced(line) => Message::new("capacity-misplaced").arg("line", line),
    }
}

impl From<Errors> for Refusal {
    fn from(errors: Errors) -> Self {
        Self::Invalid(errors)
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        Refusal::Store(error).into()
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::not_found(),
            Refusal::Forbidden => Self::forbidden(),
            Refusal::Rule(message) => Self::refused(message),
            Refusal::Store(StoreError::Conflict) => Self::refused(Message::new("error-conflict")),
            Refusal::Store(StoreError::Duplicate(_)) => {
                Self::refused(Message::new("error-duplicate"))
            }
            Refusal::Store(error) => Self::internal(error),
            Refusal::Press(error) => Self::internal(error),
            // Reached only by an act without a form of its own: the first message says it all.
            Refusal::Invalid(errors) => match errors.all().first() {
                Some((_, message)) => Self::invalid(message.clone()),
                None => Self::invalid(Message::new("error-invalid")),
            },
        }
    }
}
