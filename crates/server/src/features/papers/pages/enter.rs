//! Entering a paper, and correcting one.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{
    Direction, Entry, Paper, Readers, Twins, correct as correct_paper, enter, find, twins,
};
use super::{address, day_of, list, name_of};
use crate::features::files::NewFile;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Tone, button, buttons, draft, error_summary, notice};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

/// The kinds of files, as the browser's dialog filters them.
const ACCEPTED: &str = ".pdf,.docx,.doc,.txt,.md,.jpg,.jpeg,.png,.webp";

/// The form of one paper: a new one, or one that is corrected.
struct Sheet<'a> {
    v: &'a Visit,
    corrected: Option<&'a Paper>,
}

pub(super) fn new(v: &Visit) -> Reply {
    let today = date::show_date(v.app.today());
    let form = Form::from_pairs([
        ("direction", Direction::Incoming.code()),
        ("received_on", &today),
        ("readers", Readers::Staff.code()),
    ]);
    show(v.page(v.l.t("paper-enter")).narrow().back("/van-ban", v.l.t("papers-title")), {
        Sheet { v, corrected: None }.draw(&form, &Errors::default(), &Twins::default())
    })
}

pub(super) fn add(v: &Visit, upload: &Upload) -> Reply {
    let sheet = Sheet { v, corrected: None };
    let (entry, file) = match sheet.read(upload) {
        Ok(read) => read,
        Err(errors) => return sheet.again(&upload.form, &errors, &Twins::default()),
    };
    let Some(file) = file else {
        let errors = missing_file();
        return sheet.again(&upload.form, &errors, &Twins::default());
    };
    match enter(&v.app, v.person()?, &entry, &file) {
        Ok(id) => go(&format!("{}?xong=paper-entered", address(&id))),
        Err(Refusal::Invalid(errors)) => {
            let twins = twins(&v.app, v.person()?, &entry, Some(&file), "")?;
            sheet.again(&upload.form, &errors, &twins)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn edit(v: &Visit) -> Reply {
    let paper = asked(v)?;
    let sheet = Sheet { v, corrected: Some(&paper) };
    let body = sheet.draw(&Entry::form_of(&paper), &Errors::default(), &Twins::default());
    show(
        v.page(v.l.t("paper-correct")).narrow().back(&address(&paper.id), &name_of(v, &paper)),
        body,
    )
}

pub(super) fn correct(v: &Visit, upload: &Upload) -> Reply {
    let paper = asked(v)?;
    let sheet = Sheet { v, corrected: Some(&paper) };
    let (entry, file) = match sheet.read(upload) {
        Ok(read) => read,
        Err(errors) => return sheet.again(&upload.form, &errors, &Twins::default()),
    };
    let (id, version) = (&paper.id, upload.form.text("version").parse().unwrap_or_default());
    match correct_paper(&v.app, v.person()?, id, version, &entry, file.as_ref()) {
        Ok(()) => go(&format!("{}?xong=paper-corrected", address(id))),
        Err(Refusal::Invalid(errors)) => {
            let twins = twins(&v.app, v.person()?, &entry, file.as_ref(), id)?;
            sheet.again(&upload.form, &errors, &twins)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The paper of the address, as long as it may be corrected.
fn asked(v: &Visit) -> Result<Paper, PageError> {
    let paper = find(&v.app, v.person()?, v.param("ma"))?;
    paper.must_be_open()?;
    Ok(paper)
}

fn missing_file() -> Errors {
    let mut errors = Errors::default();
    errors.add("file", Message::new("field-missing"));
    errors
}

impl Sheet<'_> {
    /// Reads what was sent; of a paper that is corrected, direction and arrival stay as they are.
    fn read(&self, upload: &Upload) -> Result<(Entry, Option<NewFile>), Errors> {
        let mut form = upload.form.clone();
        if let Some(paper) = self.corrected {
            let stays = Entry::form_of(paper);
            ["direction", "received_on"]
                .iter()
                .for_each(|field| form.set(*field, stays.text(field)));
            form.set("arrival", "");
        }
        let file = upload.files_of("file").next();
        let file = file.map(|sent| NewFile::check_paper("file", sent)).transpose();
        match (Entry::read(&form, self.v.app.today()), file) {
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

    fn again(&self, form: &Form, errors: &Errors, twins: &Twins) -> Reply {
        let key = if self.corrected.is_some() { "paper-correct" } else { "paper-enter" };
        let title = self.v.l.find(key).unwrap_or_default();
        show_again(self.v.page(title).narrow(), self.draw(form, errors, twins))
    }

    fn draw(&self, form: &Form, errors: &Errors, twins: &Twins) -> Markup {
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
        let (v, l) = (self.v, self.v.l);
        let file = Kind::File { accept: ACCEPTED, many: false };
        let file = Field::new("file", l.t("paper-file")).kind(file);
        let readers = Readers::ALL.iter();
        let readers = readers.map(|who| Choice::new(who.code(), l.word("readers-", who.code())));
        let mut asked = vec![Field::new("version", "").kind(Kind::Hidden)];
        match self.corrected {
            None => asked.push(file.help(l.t("paper-file-help")).required()),
            Some(_) => asked.push(file.help(l.t("paper-file-change-help"))),
        }
        if has_twin {
            asked.push(Field::new("is_another", l.t("paper-is-another")).kind(Kind::Tick));
        }
        asked.push(
            Field::new("kind", l.t("paper-kind")).kind(Kind::Select(list::kinds(v))).required(),
        );
        if self.corrected.is_none() {
            let directions = Kind::Radios(list::directions(v));
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
            let day = Field::new("received_on", l.t("paper-received-on")).kind(Kind::Date);
            asked.push(day.help(l.t("paper-received-help")));
            let number = Field::new("arrival", l.t("paper-arrival")).kind(Kind::Number);
            asked.push(number.help(l.t("paper-arrival-help")));
        }
        let readers =
            Field::new("readers", l.t("paper-readers")).kind(Kind::Radios(readers.collect()));
        asked.push(readers.help(l.t("paper-readers-help")).required());
        asked
    }
}
