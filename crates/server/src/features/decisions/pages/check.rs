//! The page on which anybody checks a certificate, without a login.

use chungsuc_domain::date::show_date;
use chungsuc_domain::proof::{Code, Statement};
use maud::{Markup, html};

use super::super::{Checked, Standing, check, revoked_list};
use super::record::award_name;
use crate::features::certificates::{Key, all_keys};
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, show};
use crate::web::ui::{
    Cells, Column, Fact, Field, Kind, Table, Tone, button, buttons, facts, notice,
};
use crate::web::{Errors, Form, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), html! {})
}

pub(super) fn answer(v: &Visit, sent: &Form) -> Reply {
    let checked = check(&v.app, sent.text("code"))?;
    let verdict = verdict(v, &checked)?;
    draw(v, sent, verdict)
}

fn draw(v: &Visit, form: &Form, verdict: Markup) -> Reply {
    let l = v.l;
    let question =
        Field::new("code", l.t("check-code")).kind(Kind::Long).help(l.t("check-code-help"));
    let body = html! {
        p.lead { (l.t("check-lead")) }
        (verdict)
        form method="post" action="/kiem-tra" {
            (csrf::token_field(v.form_token()))
            (question.draw(l, form, &Errors::default()))
            (buttons(&[button(l.t("check-act"))]))
        }
        (keys_table(v)?)
    };
    show(v.page(l.t("check-title")).narrow(), body)
}

fn verdict(v: &Visit, checked: &Checked) -> Result<Markup, Refusal> {
    let say = |tone, key| notice(tone, &html! { (v.l.t(key)) });
    Ok(match checked {
        Checked::Genuine { statement, key, standing } => html! {
            (stands(v, standing.as_ref()))
            (facts(&told(v, statement, key)?))
        },
        Checked::Altered => say(Tone::Bad, "check-altered"),
        Checked::UnknownKey => say(Tone::Warning, "check-unknown-key"),
        Checked::UnknownNumber => say(Tone::Bad, "check-unknown-number"),
        Checked::Unreadable => say(Tone::Warning, "check-unreadable"),
    })
}

/// Whether a genuine certificate still counts; of a corrected one, which print does.
fn stands(v: &Visit, standing: Option<&Standing>) -> Markup {
    let l = v.l;
    let by = standing.and_then(Standing::by);
    let by = by.map(|by| [("number", by.number.clone().into()), ("day", show_date(by.on).into())]);
    let newer = match standing {
        Some(Standing::Corrected { code: Some(code), .. }) => code.parse::<Code>().ok(),
        _ => None,
    };
    match (standing, by) {
        (None, _) => notice(Tone::Warning, &html! { (l.t("check-not-in-books")) }),
        (Some(Standing::Revoked { .. }), Some(by)) => {
            notice(Tone::Bad, &html! { (l.with("check-revoked", &by)) })
        }
        (Some(Standing::Corrected { .. }), Some(by)) => notice(
            Tone::Warning,
            &html! {
                (l.with("check-corrected", &by))
                @if let Some(code) = &newer {
                    " " (l.t("check-see")) " " strong { (code.short_number()) } "."
                }
            },
        ),
        _ => notice(Tone::Good, &html! { (l.t("check-genuine")) }),
    }
}

/// What the certificate says, and nothing that it does not say.
fn told<'a>(v: &'a Visit, statement: &Statement, key: &Key) -> Result<Vec<Fact<'a>>, Refusal> {
    let l = v.l;
    let number = format!("{}, {}", statement.decision, show_date(statement.date));
    Ok(vec![
        Fact::new(l.t("check-recipient"), html! { (statement.recipient) }),
        Fact::new(l.t("check-award"), html! { (award_name(v, &statement.award)) }),
        Fact::new(l.t("check-decision"), html! { (number) }),
        Fact::new(l.t("check-entry"), html! { (format!("{:02}", statement.entry)) }),
        Fact::new(l.t("check-issuer"), html! { (commune(v, &key.commune)?) }),
        Fact::new(l.t("check-key"), html! { (key.public.id()) }),
    ])
}

fn commune(v: &Visit, code: &str) -> Result<String, Refusal> {
    Ok(units::find(&v.app, code)?.map_or_else(|| code.to_owned(), |unit| unit.name))
}

/// The public keys of all offices, for checking elsewhere.
fn keys_table(v: &Visit) -> Result<Markup, Refusal> {
    let l = v.l;
    let columns = [
        Column::new(l.t("check-issuer")),
        Column::new(l.t("check-key")),
        Column::new(l.t("check-public-key")),
        Column::new(l.t("check-key-days")),
        Column::new(l.t("check-revoked-list")),
    ];
    let mut rows = Vec::new();
    for key in all_keys(&v.app)? {
        let row = Cells::new().text(&commune(v, &key.commune)?).text(&key.public.id().to_string());
        let row = row.text(&key.shown());
        let row = row.text(&l.days(key.valid_from, key.valid_to));
        rows.push(match key.valid_to {
            None => row.markup(html! {
                a href={ "/kiem-tra/thu-hoi/" (key.commune) } download { (l.t("check-fetch")) }
            }),
            Some(_) => row.text("–"),
        });
    }
    Ok(html! {
        @if !rows.is_empty() {
            p { (l.t("check-keys-lead")) " " (l.t("check-revoked-lead")) }
            (Table::new(l.t("check-keys"), &columns, rows).draw(l))
        }
    })
}

/// The signed list of what a commune took back, as a file.
pub(super) fn fetch_revoked(v: &Visit) -> Reply {
    let commune = v.param("xa");
    let list = revoked_list(&v.app, commune)?.ok_or(Refusal::NotFound)?;
    let name = format!("thu-hoi-{commune}-{}.txt", v.app.today());
    fetch("text/plain; charset=utf-8", &name, format!("{list}\n").into_bytes())
}
