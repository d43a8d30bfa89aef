//! A member's own ballot: every dossier of the sitting, and what was said to it.

use maud::{Markup, html};

use super::super::{Choice, Item, State, own_votes, sitting, vote};
use super::sittings::choice_word;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{button, buttons, empty};
use crate::web::{Form, csrf};

pub(super) fn ballot(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = sitting(&v.app, person, v.param("ma"))?;
    let back = format!("/hoi-dong/phien/{}", found.id);
    if found.state != State::Open {
        return go(&back);
    }
    let own = own_votes(&v.app, person, &found.id)?;
    let own = own.ok_or_else(|| Refusal::rule("vote-not-present"))?;
    let open = found.items.iter().any(|item| !own.contains_key(&item.nomination.id));
    let body = html! {
        p.lead { (l.t("vote-lead")) }
        @if !open { (empty(l.t("vote-all-cast"), l.t("vote-all-cast-hint"), None)) }
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            @for item in &found.items {
                (dossier(v, item, own.get(&item.nomination.id).copied()))
            }
            @if open { (buttons(&[button(l.t("vote-cast-act"))])) }
        }
    };
    show(v.page(l.t("vote-title")).back(&back, l.t("sitting-agenda")), body)
}

/// One dossier: four answers, or the answer that was given.
fn dossier(v: &Visit, item: &Item, cast: Option<Choice>) -> Markup {
    let (l, one) = (v.l, &item.nomination);
    let award = v.app.catalog.award(&one.award).map(|award| award.form.name.as_str());
    html! {
        fieldset.card {
            legend { (one.contestant.name) " – " (award.unwrap_or("–")) }
            p { (one.achievement) }
            p.quiet { (l.t("nomination-by")) ": " (one.proposed_by) }
            @if let Some(choice) = cast {
                p { (l.t("vote-yours")) " " strong { (choice_word(v, choice)) } }
            } @else {
                @for choice in Choice::ALL {
                    label.choice {
                        input type="radio" name={ "ho-so-" (one.id) } value=(choice.code());
                        " " (choice_word(v, *choice))
                    }
                }
            }
        }
    }
}

pub(super) fn cast(v: &Visit, form: &Form) -> Reply {
    let votes: Vec<(String, Choice)> = form
        .pairs()
        .iter()
        .filter_map(|(name, value)| {
            Some((name.strip_prefix("ho-so-")?.to_owned(), Choice::from_code(value)?))
        })
        .collect();
    vote(&v.app, v.person()?, v.param("ma"), &votes)?;
    go(&format!("{}?xong=vote", v.path))
}
