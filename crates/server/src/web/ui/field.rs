//! A question of a form: its label, its help, its error and what was typed, in one place.
//!
//! The id of the control is the name of the field, so that the summary on top can lead to it.

mod control;

use maud::{Markup, html};

use crate::web::{Errors, Form, Language};

/// How a question is answered.
#[derive(Clone, Debug, Default)]
pub enum Kind<'a> {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    Long,
    /// A number, whole or with a comma.
    Number,
    /// A day, typed as people write it.
    Date,
    /// An amount in đồng; words such as “1,5 triệu” are typed too.
    Money,
    /// A secret: never shown again. The attribute `autocomplete` tells old from new.
    Password,
    /// One of many, folded.
    Select(Vec<Choice>),
    /// One of a few, all in sight.
    Radios(Vec<Choice>),
    /// Any of a few.
    Checkboxes(Vec<Choice>),
    /// Yes or not: one box, which the label itself names.
    Tick,
    /// A file, or several; `accept` lists the kinds, such as `.docx,.pdf`.
    File {
        /// The kinds of files, as the attribute `accept` wants them.
        accept: &'a str,
        /// More than one at once.
        many: bool,
    },
    /// Nothing to see: a value that travels with the form.
    Hidden,
}

/// One possible answer.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: String,
    hint: String,
}

impl Choice {
    /// The value that is sent and the words that are shown.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new() }
    }

    /// A line under the words; a folded list does not show it.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// A question being put together; `draw` shows it with what was typed and what is wrong.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    name: &'a str,
    label: &'a str,
    kind: Kind<'a>,
    help: Option<&'a str>,
    unit: Option<&'a str>,
    read_as: Option<&'a str>,
    autocomplete: Option<&'a str>,
    required: bool,
}

impl<'a> Field<'a> {
    /// A line of text; `kind` makes it something else.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        let (help, unit, read_as, autocomplete) = (None, None, None, None);
        let (kind, required) = (Kind::Text, false);
        Self { name, label, kind, help, unit, read_as, autocomplete, required }
    }

    /// How it is answered.
    #[must_use]
    pub fn kind(self, kind: Kind<'a>) -> Self {
        Self { kind, ..self }
    }

    /// A sentence that helps to answer, in the place of the example that some kinds bring.
    #[must_use]
    pub fn help(self, help: &'a str) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The unit behind the number: “ha”, “ngày công”. Money brings its own.
    #[must_use]
    pub fn unit(self, unit: &'a str) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// What the program understood of what was typed: “1.500.000 đồng”.
    #[must_use]
    pub fn read_as(self, understood: &'a str) -> Self {
        Self { read_as: Some(understood), ..self }
    }

    /// What a browser or a keeper of passwords may fill in: `username`, `new-password` …
    #[must_use]
    pub fn autocomplete(self, purpose: &'a str) -> Self {
        Self { autocomplete: Some(purpose), ..self }
    }

    /// It must be answered; the label says so in words.
    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The name that is sent.
    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// What it asks.
    pub(super) fn label(&self) -> &str {
        self.label
    }

    /// The question as it stands now.
    pub fn draw(&self, l: Language, form: &Form, errors: &Errors) -> Markup {
        let error = errors.of(self.name).map(|message| message.say(l));
        Asked { field: self, l, form, error }.draw()
    }
}

/// Several questions in a row, under the summary of what is wrong with them.
pub fn fields(l: Language, form: &Form, errors: &Errors, questions: &[Field<'_>]) -> Markup {
    html! {
        (super::error_summary(l, errors, questions))
        @for question in questions { (question.draw(l, form, errors)) }
    }
}

/// A question put to one reader, with an answer and perhaps an error.
struct Asked<'a> {
    field: &'a Field<'a>,
    l: Language,
    form: &'a Form,
    error: Option<String>,
}

impl Asked<'_> {
    fn draw(&self) -> Markup {
        let name = self.field.name;
        let body = match &self.field.kind {
            Kind::Hidden => {
                return html! { input type="hidden" name=(name) value=(self.form.raw(name)); };
            }
            Kind::Radios(choices) => self.group("radio", choices),
            Kind::Checkboxes(choices) => self.group("checkbox", choices),
            Kind::Tick => html! { (self.tick()) (self.notes()) },
            _ => html! {
                label for=(name) { (self.words()) }
                (self.notes())
                (self.control())
            },
        };
        html! { div.field.bad[self.error.is_some()] { (body) (self.understood()) } }
    }

    /// The label, and in words that an answer is wanted.
    fn words(&self) -> Markup {
        html! {
            (self.field.label)
            @if self.field.required { " " span.required { (self.l.t("field-required")) } }
        }
    }

    /// Help and error, between the label and the control, where they are read in time.
    fn notes(&self) -> Markup {
        let name = self.field.name;
        html! {
            @if let Some(help) = self.help() { p.help id={ (name) "-help" } { (help) } }
            @if let Some(error) = &self.error {
                p.error id={ (name) "-error" } {
                    span.hidden { (self.l.t("field-error")) " " } (error)
                }
            }
        }
    }

    fn understood(&self) -> Markup {
        html! {
            @if let Some(read_as) = self.field.read_as {
                p.read-as id={ (self.field.name) "-read-as" } {
                    (self.l.t("field-read-as")) " " strong { (read_as) }
                }
            }
        }
    }

    fn help(&self) -> Option<&str> {
        self.field.help.or(match self.field.kind {
            Kind::Date => Some(self.l.t("field-example-date")),
            Kind::Money => Some(self.l.t("field-example-money")),
            _ => None,
        })
    }

    /// The ids of what is said about the control, for `aria-describedby`.
    fn about(&self) -> Option<String> {
        let said = [
            (self.help().is_some(), "help"),
            (self.error.is_some(), "error"),
            (self.field.read_as.is_some(), "read-as"),
        ];
        let ids = said.iter().filter(|(is_said, _)| *is_said);
        let ids: Vec<_> = ids.map(|(_, part)| format!("{}-{part}", self.field.name)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }
}
