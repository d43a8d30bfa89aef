//! The pages of consultations: for everybody, and for the office.

mod list;
mod new;
mod public;
mod record;

use maud::{Markup, html};

use super::{Item, NewVoice, State, Sum, Voice};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Choice, Field, Kind, Tone, fields, tag_of};
use crate::web::{Errors, Form};

/// The page for everybody.
const PUBLIC: &str = "/lay-y-kien";
/// The list of the office.
const LIST: &str = "/cong-khai";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadConsultations);
    let keep = Gate::May(Act::KeepConsultations);
    Routes::default()
        .page(PUBLIC, Gate::Public, public::list)
        .page("/lay-y-kien/{ma}", Gate::Public, public::page)
        .deed("/lay-y-kien/{ma}", Gate::Public, public::take)
        .page("/lay-y-kien/tra-loi/{yk}", Gate::Public, public::told)
        .page(LIST, read, list::page)
        .page("/cong-khai/lap", keep, new::page)
        .deed("/cong-khai/lap", keep, new::open_list)
        .page("/cong-khai/{ma}", read, record::page)
        .page("/cong-khai/{ma}/nhap", keep, record::enter_page)
        .deed("/cong-khai/{ma}/nhap", keep, record::enter)
        .page("/cong-khai/{ma}/y-kien/{yk}", keep, record::answer_page)
        .deed("/cong-khai/{ma}/y-kien/{yk}", keep, record::answer)
        .deed("/cong-khai/{ma}/dong", keep, record::close)
}

fn address(id: &str) -> String {
    format!("{LIST}/{id}")
}

fn state_tag(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Open => (Tone::Plain, "○"),
        State::Closed => (Tone::Good, "■"),
    };
    tag_of(tone, shape, v.l.word("consultation-state-", state.code()))
}

/// What the public is shown of a nominee: the name where it may be, else what kind and where.
fn shown(v: &Visit, item: &Item) -> String {
    if item.is_named {
        return item.name.clone();
    }
    let kind = v.l.word("subject-kind-", item.kind.code());
    match &item.village {
        Some(village) => {
            let told = [("kind", kind.into()), ("village", village.clone().into())];
            v.l.with("consultation-unnamed", &told)
        }
        None => v.l.with("consultation-unnamed-alone", &[("kind", kind.into())]),
    }
}

fn award<'a>(v: &'a Visit, item: &'a Item) -> &'a str {
    v.app.catalog.award(&item.award).map_or("–", |award| award.form.name.as_str())
}

/// What is asked of who speaks; `name` is what a nominee is called for this reader.
fn questions(
    v: &Visit,
    items: &[Item],
    name: impl Fn(&Item) -> String,
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let choices = items.iter().map(|item| Choice::new(&item.nomination, name(item))).collect();
    let questions = [
        Field::new("about", l.t("consultation-about"))
            .kind(Kind::Select(choices))
            .help(l.t("consultation-about-help")),
        Field::new("words", l.t("consultation-words")).kind(Kind::Long).required(),
        Field::new("who", l.t("proposal-proposer")).help(l.t("proposal-proposer-help")),
        Field::new("contact", l.t("proposal-contact")).help(l.t("proposal-contact-help")),
    ];
    html! { (fields(l, form, errors, &questions)) }
}

fn read(form: &Form) -> NewVoice<'_> {
    NewVoice {
        about: form.text("about"),
        words: form.text("words"),
        who: form.text("who"),
        contact: form.text("contact"),
    }
}

/// How many voices about a nominee, or about the whole list, were answered.
fn counted(all: &[Voice], nomination: Option<&str>) -> (usize, usize) {
    let about: Vec<_> = all.iter().filter(|one| one.nomination.as_deref() == nomination).collect();
    (about.len(), about.iter().filter(|one| one.answer.is_some()).count())
}

/// “Lấy ý kiến nhân dân: 2 ý kiến, đã trả lời 2”, with the way to the list; nothing for a nominee that
/// was on none.
pub(crate) fn summary(v: &Visit, sums: &[Sum]) -> Markup {
    html! {
        @for sum in sums {
            @let told = [("all", sum.all.into()), ("answered", sum.answered.into())];
            p.quiet {
                a href=(address(&sum.consultation)) { (v.l.t("consultation-title")) } ": "
                (v.l.with("consultation-summary", &told))
            }
        }
    }
}
