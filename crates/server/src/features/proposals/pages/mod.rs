//! The pages of proposals: the public one, and those of the office.

mod list;
mod nominate;
mod public;
mod record;

use maud::{Markup, html};

use super::{NewProposal, State};
use crate::access::Act;
use crate::features::files::NewFile;
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Choice, Field, Kind, Tone, fields, tag_of};
use crate::web::{Errors, Form, Upload};

/// The page for everybody.
const PUBLIC: &str = "/nguoi-tot-viec-tot";
/// The list of the office.
const LIST: &str = "/gioi-thieu";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadProposals);
    let (enter, answer) = (Gate::May(Act::EnterProposals), Gate::May(Act::AnswerProposals));
    Routes::default()
        .page(PUBLIC, Gate::Public, public::page)
        .file_deed(PUBLIC, Gate::Public, public::take)
        .page("/nguoi-tot-viec-tot/{ma}", Gate::Public, public::told)
        .page(LIST, read, list::page)
        .page("/gioi-thieu/nhap", enter, record::enter_page)
        .file_deed("/gioi-thieu/nhap", enter, record::enter)
        .page("/gioi-thieu/{ma}", read, record::page)
        .page("/gioi-thieu/{ma}/anh", read, record::photo)
        .deed("/gioi-thieu/{ma}/tra-loi", answer, record::answer)
        .page("/gioi-thieu/{ma}/de-nghi", answer, nominate::choose)
        .page("/gioi-thieu/{ma}/de-nghi/{dt}", answer, nominate::page)
        .deed("/gioi-thieu/{ma}/de-nghi/{dt}", answer, nominate::nominate)
}

fn address(id: &str) -> String {
    format!("{LIST}/{id}")
}

fn state_tag(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::New => (Tone::Warning, "▷"),
        State::Nominated => (Tone::Good, "✓"),
        State::Answered => (Tone::Plain, "■"),
    };
    tag_of(tone, shape, v.l.word("proposal-state-", state.code()))
}

/// Who tells of the deed.
#[derive(Clone, Copy)]
enum Teller {
    /// Who reads the page.
    Reader,
    /// Somebody who came by; who is bound to villages must name one.
    Visitor { strictly: bool },
}

/// What is asked of who tells.
fn questions(v: &Visit, villages: &[Unit], teller: Teller, form: &Form, errors: &Errors) -> Markup {
    let [strictly, other] = match teller {
        Teller::Reader => [false, false],
        Teller::Visitor { strictly } => [strictly, true],
    };
    let [name, reach] = match other {
        false => ["proposal-proposer", "proposal-contact"],
        true => ["proposal-teller", "proposal-reach"],
    };
    let l = v.l;
    let choices = villages.iter().map(|unit| Choice::new(&unit.code, &unit.name)).collect();
    let village = Field::new("village", l.t("proposal-village")).kind(Kind::Select(choices));
    let photo = Kind::File { accept: ".jpg,.jpeg,.png,.webp", many: false };
    let questions = [
        Field::new("who", l.t("proposal-who")).help(l.t("proposal-who-help")).required(),
        if strictly { village.required() } else { village },
        Field::new("deed", l.t("proposal-deed"))
            .kind(Kind::Long)
            .help(l.t("proposal-deed-help"))
            .required(),
        Field::new("happened", l.t("proposal-happened"))
            .help(l.t("proposal-happened-help"))
            .required(),
        Field::new("photo", l.t("proposal-photo")).kind(photo).help(l.t("proposal-photo-help")),
        Field::new("proposer", l.t(name)).help(l.t("proposal-proposer-help")),
        Field::new("contact", l.t(reach)).help(l.t("proposal-contact-help")),
    ];
    html! { (fields(l, form, errors, &questions)) }
}

/// The picture that was sent, if there is one; a paper is not one.
fn photo(upload: &Upload) -> Result<Option<NewFile>, Refusal> {
    let sent = upload.files_of("photo").next();
    let file = sent.map(|sent| NewFile::check("photo", sent)).transpose()?;
    match file {
        Some(file) if file.is_pdf() => {
            Err(Refusal::field("photo", crate::web::Message::new("proposal-photo-only")))
        }
        other => Ok(other),
    }
}

fn read<'a>(form: &'a Form, photo: Option<&'a NewFile>) -> NewProposal<'a> {
    NewProposal {
        who: form.text("who"),
        village: form.text("village"),
        deed: form.text("deed"),
        happened: form.text("happened"),
        proposer: form.text("proposer"),
        contact: form.text("contact"),
        photo,
    }
}
