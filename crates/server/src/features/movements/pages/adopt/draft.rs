//! One draft: the document on one side, what was understood of it on the other.

use chungsuc_store::StoreError;
use maud::{Markup, html};

use super::super::super::drafts::{
    DraftState, PlanDraft, Twin, Words, adopt_draft, carried, check, discard as discard_draft,
    draft, draft_of, save, text_of, twin,
};
use super::document::Original;
use super::form::Sheet;
use super::{PLACE, address, adopted_notice};
use crate::features::{files, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch, go, show, show_again};
use crate::web::ui::{Confirm, Tone, notice};
use crate::web::{Errors, Form, Message};

pub(in super::super) fn page(v: &Visit) -> Reply {
    let draft = draft(&v.app, v.person()?, v.param("nhap"))?;
    match (draft.state, &draft.movement) {
        (DraftState::Draft, _) => {
            drawn(v, &draft, &draft.typed, &Errors::default(), v.query.text("phan"))
        }
        (_, Some(movement)) => go(&format!("/phong-trao/{movement}")),
        (_, None) => go(PLACE),
    }
}

/// The page with what was typed, and with what is wrong with it; beside it a part of the document,
/// the first where `part` names none.
fn drawn(v: &Visit, draft: &PlanDraft, typed: &Form, errors: &Errors, part: &str) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let text = text_of(&v.app, person, draft)?;
    let parts = text.parts();
    let asked = part.parse::<usize>().ok().filter(|part| (1..=parts.len()).contains(part));
    let shown = asked.unwrap_or(1) - 1;
    let wanting = check(&v.app, person, typed)?.err().unwrap_or_default();
    let known = units::territories(&v.app, person)?;
    let twin = twin(&v.app, person, typed)?;
    let letters = parts[shown].letters.clone();
    let sheet = Sheet {
        v,
        draft,
        typed,
        errors,
        wanting: &wanting,
        units: &known,
        part: shown + 1,
        letters,
    };
    let file = format!("{}/tep", address(&draft.id));
    let original =
        Original { text: &text, parts: &parts, shown, open: asked.is_some(), file: &file };
    let body = html! {
        (above(v, &sheet, twin.as_ref()))
        div.plan {
            (original.draw(l, &sheet.marks()))
            (sheet.draw(twin.is_none()))
        }
        (discarding(v, draft))
    };
    let title = typed.filled("paper.title").unwrap_or(&draft.file_name);
    let page = v.page(title).back(PLACE, l.t("plan-adopt"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

/// What to know before reading: that the plan has its movement, and how much waits for a look.
fn above(v: &Visit, sheet: &Sheet<'_>, twin: Option<&Twin>) -> Markup {
    let count = sheet.to_look_at();
    html! {
        (sheet.summary())
        @if let Some(twin) = twin { (adopted_notice(v, twin)) }
        @if count > 0 {
            (notice(Tone::Warning, &html! {
                (v.l.with("plan-look-count", &[("count", count.into())]))
            }))
        }
        p.lead { (v.l.t("plan-draft-lead")) }
    }
}

fn discarding(v: &Visit, draft: &PlanDraft) -> Markup {
    let act = Confirm {
        act: v.l.t("plan-draft-discard"),
        consequence: v.l.t("plan-draft-discard-consequence"),
        action: &format!("{}/bo?phien={}", address(&draft.id), draft.version),
        token: v.form_token(),
        grave: true,
    };
    act.folded()
}

/// Keeps what was typed; then adds empty rows, or makes the movement, as the pressed button says.
pub(in super::super) fn send(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("nhap"));
    let version = sent.text("version").parse().unwrap_or_default();
    let kept = match save(&v.app, person, id, version, sent) {
        Err(Refusal::Store(StoreError::Conflict)) => return overtaken(v, sent),
        kept => kept?,
    };
    let (act, part) = (sent.text("act"), sent.text("phan"));
    if let Some(list) = act.strip_prefix("more.") {
        return go(&format!("{}?them={list}&phan={part}#{list}", address(id)));
    }
    if let Some(part) = act.strip_prefix("part.") {
        return go(&format!("{}?phan={part}#van-ban", address(id)));
    }
    if let Some(field) = act.strip_prefix("words.") {
        return to_words(v, &kept, field);
    }
    if act != "adopt" {
        return go(&format!("{}?xong=plan-draft&phan={part}", address(id)));
    }
    match adopt_draft(&v.app, person, id, kept.version) {
        Ok(movement) => go(&format!("/phong-trao/{movement}?xong=movement")),
        Err(Refusal::Invalid(errors)) => drawn(v, &kept, &kept.typed, &errors, part),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Somebody else saved in between: what was typed stays on the page, and can be saved over theirs.
fn overtaken(v: &Visit, sent: &Form) -> Reply {
    let theirs = draft(&v.app, v.person()?, v.param("nhap"))?;
    let mut errors = Errors::default();
    errors.add("typed", Message::new("plan-draft-overtaken"));
    drawn(v, &theirs, &carried(&theirs.typed, sent), &errors, sent.text("phan"))
}

/// To the part of the document where the words of a field stand.
fn to_words(v: &Visit, draft: &PlanDraft, field: &str) -> Reply {
    let Some(words) = Words::of(&draft.typed, field) else { return go(&address(&draft.id)) };
    let parts = text_of(&v.app, v.person()?, draft)?.parts();
    let part = parts.partition_point(|part| part.letters.end <= words.from) + 1;
    go(&format!("{}?phan={part}#v-{field}", address(&draft.id)))
}

pub(in super::super) fn discard(v: &Visit, _: &Form) -> Reply {
    let version = v.query.text("phien").parse().unwrap_or_default();
    discard_draft(&v.app, v.person()?, v.param("nhap"), version)?;
    go(&format!("{PLACE}?xong=plan-discarded"))
}

/// The document of a draft, as it came.
pub(in super::super) fn file(v: &Visit) -> Reply {
    let draft = draft(&v.app, v.person()?, v.param("nhap"))?;
    fetch_file(v, &draft)
}

/// The document that a movement was founded on, as it came.
pub(in super::super) fn original(v: &Visit) -> Reply {
    let draft = draft_of(&v.app, v.person()?, v.param("ma"))?;
    fetch_file(v, &draft.ok_or(Refusal::NotFound)?)
}

/// A document to fetch. It is never shown in the browser: a web page among them could act there.
fn fetch_file(v: &Visit, draft: &PlanDraft) -> Reply {
    let content = files::content(&v.app, &v.person()?.commune, &draft.file)?;
    fetch("application/octet-stream", &draft.file_name, content)
}
