//! What has to be mended in a nomination that was sent: asked for, mended, looked at.

use chungsuc_domain::date::{parse_date, show_date};
use jiff::ToSpan;
use maud::{Markup, html};

use super::super::{
    Mending, Nomination, Part, Stage, State, Wanted, ask_to_mend, close_mending, find, mended,
    mendings,
};
use crate::access::{Act, Person};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Field, Kind, Page, Tone, button, button_link, buttons, fields, notice, tag_of,
};
use crate::web::{Errors, Form, Message, csrf};

/// Days in which something is usually mended.
const USUAL_DAYS: i64 = 5;

/// The requests that are not over, each with what this person can do about it.
pub(super) fn open(v: &Visit, person: &Person, one: &Nomination) -> Result<Markup, Refusal> {
    let all = mendings(&v.app, &person.commune, &one.id)?;
    Ok(html! {
        @for mending in all.iter().filter(|it| it.stage != Stage::Closed) {
            (notice(Tone::Warning, &request(v, person, one, mending)))
        }
    })
}

fn request(v: &Visit, person: &Person, one: &Nomination, mending: &Mending) -> Markup {
    let (l, base) = (v.l, format!("/khen-thuong/{}", one.id));
    let own = person.may(Act::Nominate, one.place(&person.commune));
    let parts = mending.parts.iter().map(|part| l.word("nomination-part-", part.code()));
    let told = [
        ("who", mending.asked_by_name.clone().into()),
        ("parts", parts.collect::<Vec<_>>().join(", ").into()),
        ("day", show_date(mending.due).into()),
    ];
    let is_open = mending.stage == Stage::Open;
    let late = is_open && mending.due < v.app.today();
    html! {
        p {
            @let key = if is_open { "nomination-mend-wanted" } else { "nomination-mend-done" };
            (l.with(key, &told))
            @if late { " " (tag_of(Tone::Bad, "!", l.t("nomination-mend-late"))) }
        }
        p { (mending.words) }
        @if own && is_open {
            (ways(v, &base, mending))
            (step(v, &format!("{base}/bo-sung/{}/xong", mending.id), l.t("nomination-mend-finish")))
        }
        @if !is_open && mending.asked_by == person.account && person.may_somewhere(Act::KeepCouncil) {
            (step(v, &format!("{base}/bo-sung/{}/da-xem", mending.id), l.t("nomination-mend-seen")))
        }
    }
}

/// Where the parts that are open are mended.
fn ways(v: &Visit, base: &str, mending: &Mending) -> Markup {
    let l = v.l;
    let has = |part: Part| mending.parts.contains(&part);
    let mut ways = Vec::new();
    if has(Part::Achievement) || has(Part::ProposedBy) {
        ways.push(button_link(&format!("{base}/sua"), l.t("nomination-correct")));
    }
    if has(Part::Facts) {
        ways.push(button_link(&format!("{base}/dieu-kien"), l.t("nomination-tell")));
    }
    buttons(&ways)
}

fn step(v: &Visit, action: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (buttons(&[button(label)]))
        }
    }
}

/// Whether the secretary may ask for something to be mended.
pub(super) fn may_ask(person: &Person, one: &Nomination) -> bool {
    let with_secretary = matches!(one.state, State::Sent | State::Received);
    with_secretary && person.may_somewhere(Act::KeepCouncil)
}

pub(super) fn page(v: &Visit) -> Reply {
    let one = find(&v.app, v.person()?, v.param("ma"))?;
    let due = v.app.today().saturating_add(USUAL_DAYS.days());
    let first = Form::from_pairs([("mend_due", show_date(due))]);
    let back = format!("/khen-thuong/{}", one.id);
    show(frame(v, &back, &one), whole(v, &first, &Errors::default()))
}

fn frame<'a>(v: &'a Visit, back: &'a str, one: &'a Nomination) -> Page<'a> {
    v.page(v.l.t("nomination-mend")).narrow().back(back, &one.contestant.name)
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let parts = Part::ALL.iter();
    let parts = parts.map(|it| Choice::new(it.code(), l.word("nomination-part-", it.code())));
    let questions = [
        Field::new("parts", l.t("nomination-mend-parts"))
            .kind(Kind::Checkboxes(parts.collect()))
            .help(l.t("nomination-mend-parts-help"))
            .required(),
        Field::new("words", l.t("nomination-mend-words")).kind(Kind::Long).required(),
        Field::new("mend_due", l.t("nomination-mend-due")).kind(Kind::Date).required(),
    ];
    html! {
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("nomination-mend-ask"))]))
        }
    }
}

pub(super) fn ask(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let parts: Vec<Part> = sent.all("parts").filter_map(Part::from_code).collect();
    let due = parse_date(sent.text("mend_due"), v.app.today());
    let due = due.map_err(|_| Refusal::field("mend_due", Message::new("day-wrong")));
    let done = due.and_then(|due| {
        ask_to_mend(&v.app, person, id, &Wanted { parts: &parts, words: sent.text("words"), due })
    });
    match done {
        Ok(()) => go(&format!("/khen-thuong/{id}?xong=nomination-mend")),
        Err(Refusal::Invalid(errors)) => {
            let one = find(&v.app, person, id)?;
            let back = format!("/khen-thuong/{id}");
            show_again(frame(v, &back, &one), whole(v, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn finish(v: &Visit, _: &Form) -> Reply {
    mended(&v.app, v.person()?, v.param("ma"), v.param("bs"))?;
    go(&format!("/khen-thuong/{}?xong=nomination-mended", v.param("ma")))
}

pub(super) fn seen(v: &Visit, _: &Form) -> Reply {
    close_mending(&v.app, v.person()?, v.param("ma"), v.param("bs"))?;
    go(&format!("/khen-thuong/{}?xong=nomination-step", v.param("ma")))
}
