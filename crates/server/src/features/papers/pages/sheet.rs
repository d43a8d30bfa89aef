//! The sheet on which a paper is entered or corrected.

use maud::{Markup, html};

use super::super::{Entry, Paper, Readers, Twins};
use super::{address, day_of, list, name_of};
use crate::features::files::NewFile;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show_again};
use crate::web::ui::{Choice, Field, Kind, Tone, button, buttons, draft, error_summary, notice};
use crate::web::{Errors, Form, Message, Upload, csrf};

/// The kinds of files, as the browser's dialog filters them.
const ACCEPTED: &str = ".pdf,.docx,.doc,.txt,.md,.jpg,.jpeg,.png,.webp";

/// The sheet of one paper: a new one, or one that is corrected.
pub(super) struct Sheet<'a> {
    v: &'a Visit,
    corrected: Option<&'a Paper>,
}

impl<'a> Sheet<'a> {
    /// Of a paper that is about to be entered.
    pub(super) fn new(v: &'a Visit) -> Self {
        Self { v, corrected: None }
    }

    /// Of a paper that is about to be corrected.
    pub(super) fn of(v: &'a Visit, paper: &'a Paper) -> Self {
        Self { v, corrected: Some(paper) }
    }

    /// Reads a paper about to be entered; its file must be there.
    pub(super) fn read_new(&self, upload: &Upload) -> Result<(Entry, NewFile), Errors> {
        let missing = || Refusal::field("file", Message::new("field-missing"));
        let sent = upload.files_of("file").next().ok_or_else(missing);
        let file = sent.and_then(|sent| NewFile::check_paper("file", sent));
        together(Entry::read(&upload.form, self.v.app.today()), file)
    }

    /// Reads a correction: direction and arrival stay, and so does the file unless one is sent.
    pub(super) fn read_correction(
        &self,
        upload: &Upload,
        paper: &Paper,
    ) -> Result<(Entry, Option<NewFile>), Errors> {
        let (mut form, stays) = (upload.form.clone(), Entry::form_of(paper));
        ["direction", "received_on"].iter().for_each(|field| form.set(*field, stays.text(field)));
        form.set("arrival", "");
        let file = upload.files_of("file").next();
        let file = file.map(|sent| NewFile::check_paper("file", sent)).transpose();
        together(Entry::read(&form, self.v.app.today()), file)
    }

    /// Shows it again with what is wrong.
    pub(super) fn again(&self, form: &Form, errors: &Errors, twins: &Twins) -> Reply {
        let title = match self.corrected {
            Some(_) => self.v.l.t("paper-correct"),
            None => self.v.l.t("paper-enter"),
        };
        show_again(self.v.page(title).narrow(), self.draw(form, errors, twins))
    }

    /// The sheet as it stands.
    pub(super) fn draw(&self, form: &Form, errors: &Errors, twins: &Twins) -> Markup {
        let l = self.v.l;
        let action = match self.corrected {
            Some(paper) => format!("{}/sua", address(&paper.id)),
            None => "/van-ban/ghi".to_owned(),
        };
        let questions = self.questions(twins.by_number.is_some());
        html! {
            form method="post" action=(action) enctype="multipart/form-data" data-draft {
                (draft(l))
                (csrf::token_field(self.v.form_token()))
                (error_summary(l, errors, &questions))
                (self.first_ones(twins))
                @for question in &questions { (question.draw(l, form, errors)) }
                (buttons(&[button(l.t("paper-save"))]))
            }
        }
    }

    /// The papers that this one repeats, each with its door.
    fn first_ones(&self, twins: &Twins) -> Markup {
        let (v, l) = (self.v, self.v.l);
        let door = |paper: &Paper| {
            html! {
                a href=(address(&paper.id)) { (name_of(v, paper)) } " (" (day_of(paper)) ")"
            }
        };
        html! {
            @if let Some(paper) = &twins.by_file {
                (notice(Tone::Bad, &html! { (l.t("paper-same-file-is")) " " (door(paper)) }))
            } @else if let Some(paper) = &twins.by_number {
                (notice(Tone::Warning, &html! { (l.t("paper-same-number-is")) " " (door(paper)) }))
            }
        }
    }

    fn questions(&self, has_twin: bool) -> Vec<Field<'static>> {
        let l = self.v.l;
        let mut asked = vec![Field::new("version", "").kind(Kind::Hidden), self.file()];
        if has_twin {
            asked.push(Field::new("is_another", l.t("paper-is-another")).kind(Kind::Tick));
        }
        let kinds = Kind::Select(list::kinds(self.v));
        asked.push(Field::new("kind", l.t("paper-kind")).kind(kinds).required());
        if self.corrected.is_none() {
            let directions = Kind::Radios(list::directions(self.v));
            asked.push(Field::new("direction", l.t("paper-direction")).kind(directions).required());
        }
        asked.extend([
            Field::new("number", l.t("paper-number")).help(l.t("paper-number-help")),
            Field::new("issued_on", l.t("paper-day")).kind(Kind::Date).required(),
            Field::new("issuer", l.t("paper-issuer")).required(),
            Field::new("title", l.t("paper-title")).kind(Kind::Long).required(),
            Field::new("signer_post", l.t("paper-signer-post")),
            Field::new("signer_name", l.t("paper-signer-name")),
        ]);
        if self.corrected.is_none() {
            asked.extend(self.arrival());
        }
        asked.push(self.readers());
        asked
    }

    fn file(&self) -> Field<'static> {
        let l = self.v.l;
        let file = Kind::File { accept: ACCEPTED, many: false };
        let file = Field::new("file", l.t("paper-file")).kind(file);
        match self.corrected {
            None => file.help(l.t("paper-file-help")).required(),
            Some(_) => file.help(l.t("paper-file-change-help")),
        }
    }

    fn arrival(&self) -> [Field<'static>; 2] {
        let l = self.v.l;
        let day = Field::new("received_on", l.t("paper-received-on")).kind(Kind::Date);
        let number = Field::new("arrival", l.t("paper-arrival")).kind(Kind::Number);
        [day.help(l.t("paper-received-help")), number.help(l.t("paper-arrival-help"))]
    }

    fn readers(&self) -> Field<'static> {
        let l = self.v.l;
        let word = |who: &Readers| Choice::new(who.code(), l.word("readers-", who.code()));
        let readers = Kind::Radios(Readers::ALL.iter().map(word).collect());
        let readers = Field::new("readers", l.t("paper-readers")).kind(readers);
        readers.help(l.t("paper-readers-help")).required()
    }
}

/// What was typed and what was sent, or everything that is wrong with either.
fn together<T>(
    entry: Result<Entry, Errors>,
    file: Result<T, Refusal>,
) -> Result<(Entry, T), Errors> {
    match (entry, file) {
        (Ok(entry), Ok(file)) => Ok((entry, file)),
        (entry, file) => {
            let mut errors = entry.err().unwrap_or_default();
            if let Err(Refusal::Invalid(of_file)) = file {
                of_file.all().iter().for_each(|(at, why)| errors.add(at, why.clone()));
            }
            Err(errors)
        }
    }
}
