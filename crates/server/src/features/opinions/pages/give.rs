//! An officer's page: what is nominated, and the answer.

use chungsuc_domain::date::{parse_date, show_date};
use jiff::ToSpan;
use maud::{Markup, html};

use super::super::answer::mending;
use super::super::{Answer, Choice, Opinion, State, answer as give, find};
use super::{shown, state_tag};
use crate::features::files::NewFile;
use crate::features::nominations::{self, Part, Stage, Wanted};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice as Option_, Fact, Field, Kind, Page, Tone, button, buttons, draft, facts, fields, notice,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

/// Days in which something is usually mended.
const USUAL_DAYS: i64 = 5;

/// The opinion of the address, which must be this officer's.
fn own(v: &Visit) -> Result<Opinion, PageError> {
    let person = v.person()?;
    let one = find(&v.app, person, v.param("ma"))?;
    if one.officer == person.account { Ok(one) } else { Err(Refusal::Forbidden.into()) }
}

pub(super) fn page(v: &Visit) -> Reply {
    let one = own(v)?;
    let due = v.app.today().saturating_add(USUAL_DAYS.days());
    let first = Form::from_pairs([("mend_due", show_date(due))]);
    let body = whole(v, &one, &first, &Errors::default())?;
    show(frame(v, &one), body)
}

fn frame<'a>(v: &'a Visit, one: &'a Opinion) -> Page<'a> {
    let heading = html! { (one.nominee) " " (state_tag(v, one.state)) };
    v.page(&one.nominee).heading(heading).narrow().back("/y-kien", v.l.t("way-opinions"))
}

fn whole(v: &Visit, one: &Opinion, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let waited_for = mending(&v.app, person, one)?;
    let mended = waited_for.as_ref().is_some_and(|it| it.stage == Stage::Mended);
    let answers = one.state == State::Asked || mended;
    Ok(html! {
        (about(v, one)?)
        @if let Some(wanted) = &waited_for {
            @let key = if mended { "opinion-is-mended" } else { "opinion-is-waiting" };
            (notice(Tone::Plain, &html! { (l.t(key)) " " (wanted.words) }))
        }
        @if answers {
            form method="post" action={ "/y-kien/" (one.id) } enctype="multipart/form-data" data-draft {
                (draft(l))
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(one.version);
                (fields(l, form, errors, &questions(v)))
                (buttons(&[button(l.t("opinion-send"))]))
            }
        }
    })
}

/// What stands in the nomination, as far as an opinion on it needs.
fn about(v: &Visit, one: &Opinion) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let of = nominations::of_commune(&v.app, &person.commune, &one.nomination)?;
    let award = v.app.catalog.award(&of.award).map(|award| award.form.name.as_str());
    let village = of.contestant.village_name.as_deref().unwrap_or("–");
    let mut list = vec![
        Fact::new(l.t("nomination-who"), html! { (of.contestant.name) }),
        Fact::new(
            l.t("contestant-kind"),
            html! { (l.word("subject-kind-", of.contestant.kind.code())) ", " (village) },
        ),
        Fact::new(l.t("nomination-award"), html! { (award.unwrap_or("–")) }),
        Fact::new(l.t("nomination-achievement"), html! { (of.achievement) }),
        Fact::new(l.t("nomination-by"), html! { (of.proposed_by) }),
        Fact::new(l.t("opinion-due"), shown::when(v, one)),
    ];
    if !one.question.is_empty() {
        list.push(Fact::new(l.t("opinion-question"), html! { (one.question) }));
    }
    if !one.words.is_empty() {
        list.push(Fact::new(l.t("opinion-words-said"), html! { (one.words) }));
    }
    Ok(facts(&list))
}

fn questions(v: &Visit) -> Vec<Field<'static>> {
    let l = v.l;
    let choices = Choice::ALL
        .iter()
        .map(|one| Option_::new(one.code(), l.word("opinion-choice-", one.code())));
    let parts = Part::ALL
        .iter()
        .map(|part| Option_::new(part.code(), l.word("nomination-part-", part.code())));
    let file = Kind::File { accept: ".pdf,.docx,.doc,.txt,.jpg,.jpeg,.png,.webp", many: false };
    vec![
        Field::new("choice", l.t("opinion-choice"))
            .kind(Kind::Radios(choices.collect()))
            .required(),
        Field::new("words", l.t("opinion-words")).kind(Kind::Long).help(l.t("opinion-words-help")),
        Field::new("parts", l.t("opinion-parts"))
            .kind(Kind::Checkboxes(parts.collect()))
            .help(l.t("opinion-parts-help")),
        Field::new("mend_due", l.t("nomination-mend-due")).kind(Kind::Date),
        Field::new("file", l.t("opinion-file-add")).kind(file),
    ]
}

pub(super) fn answer(v: &Visit, upload: &Upload) -> Reply {
    let one = own(v)?;
    match read_and_give(v, &one, upload) {
        Ok(()) => go(&format!("/y-kien/{}?xong=opinion-given", one.id)),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v, &one), whole(v, &one, &upload.form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn read_and_give(v: &Visit, one: &Opinion, upload: &Upload) -> Result<(), Refusal> {
    let (sent, person) = (&upload.form, v.person().map_err(|_| Refusal::Forbidden)?);
    let choice = Choice::from_code(sent.text("choice"));
    let choice = choice.ok_or_else(|| Refusal::field("choice", Message::new("field-missing")))?;
    let file = upload.files_of("file").next();
    let file = file.map(|sent| NewFile::check_paper("file", sent)).transpose()?;
    let parts: Vec<Part> = sent.all("parts").filter_map(Part::from_code).collect();
    let wanted = match choice {
        Choice::Supplement => {
            let due = parse_date(sent.text("mend_due"), v.app.today());
            let due = due.map_err(|_| Refusal::field("mend_due", Message::new("day-wrong")))?;
            Some(Wanted { parts: &parts, words: sent.text("words"), due })
        }
        _ => None,
    };
    let said = Answer { choice, words: sent.text("words"), file: file.as_ref(), wanted };
    let version = sent.text("version").parse().unwrap_or_default();
    give(&v.app, person, &one.id, version, &said)
}
