//! A version: what is wrong with it, or how it prints, and then whether it is taken into use.

use chungsuc_domain::date::show_time;
use chungsuc_press::template::{Edited, Fault, Template};
use maud::{Markup, html};

use super::super::paper::with_marks;
use super::super::{InUse, Reading, VERSION_RECORD, Version, example, in_use, reading};
use super::version_address;
use super::{Sort, address, asked, asked_version, fault, fields, name, record, sheet};
use crate::access::Act;
use crate::features::{journal, names};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Confirm, Fact, Tone, button_link, buttons, facts, notice, tag_of};
use crate::web::{Errors, Form, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let (sort, person) = (asked(v)?, v.person()?);
    let version = asked_version(v, sort)?;
    let using = in_use(&v.app, person, sort)?;
    let judged = match &*reading(&v.app, person, sort, &version)? {
        Reading::Unreadable(why) => notice(Tone::Bad, &html! { (why.say(v.l)) }),
        Reading::Faulty(edited, faults) => faulty(v, sort, edited, faults)?,
        Reading::Sound(edited, template) => html! {
            (fault::remarks(v.l, edited))
            (sound(v, sort, &version, &using, template)?)
        },
    };
    let title = v.l.with("template-own", &[("number", version.number.into())]);
    let back = address(sort);
    let record = format!("{}/{}", sort.code, version.number);
    let body = html! {
        (about(v, sort, &version, &using)?)
        (judged)
        (journal::history(v, VERSION_RECORD, &record)?)
    };
    show(v.page(&title).back(&back, name(v.l, sort)), body)
}

fn about(v: &Visit, sort: &Sort, version: &Version, using: &InUse) -> Result<Markup, PageError> {
    let l = v.l;
    let names = names::of_accounts(&v.app, &v.person()?.commune)?;
    let who = names.get(&version.by).map_or("–", String::as_str);
    let file = format!("{}/tep.docx", version_address(sort, version.number));
    let mut list = vec![
        Fact::new(l.t("template-file"), html! { a href=(file) download { (version.file_name) } }),
        Fact::new(l.t("template-brought"), html! { (show_time(version.at)) ", " (who) }),
    ];
    if !version.note.is_empty() {
        list.push(Fact::new(l.t("template-note"), html! { (version.note) }));
    }
    Ok(html! {
        @if using.version == Some(version.number) {
            p { (tag_of(Tone::Good, "●", l.t("template-in-use"))) }
        }
        (facts(&list))
    })
}

/// Every fault, the fields that there are, the words as they came, and the upload again.
fn faulty(v: &Visit, sort: &Sort, edited: &Edited, faults: &[Fault]) -> Result<Markup, PageError> {
    let l = v.l;
    let count = [("count", faults.len().into())];
    Ok(html! {
        (notice(Tone::Bad, &html! { (l.with("template-faulty-lead", &count)) }))
        (fault::table(l, &edited.draft, faults))
        (fault::remarks(l, edited))
        @if v.may(Act::KeepTemplates) {
            h2 { (l.t("template-change-again")) }
            (record::upload_form(v, sort, &Form::default(), &Errors::default()))
        }
        // A table that is ragged cannot be drawn; the file itself can be fetched above.
        @if let Ok(document) = with_marks(v.person()?, sort, &edited.draft) {
            h2 { (l.t("template-as-sent")) }
            (sheet::document(l, &document))
        }
        (fields::marks(l))
        (fields::table(l, sort))
    })
}

/// How it prints, and the act that takes it into use.
fn sound(
    v: &Visit,
    sort: &Sort,
    version: &Version,
    using: &InUse,
    template: &Template,
) -> Result<Markup, PageError> {
    let l = v.l;
    let base = version_address(sort, version.number);
    let document = example(&v.app, v.person()?, sort, template)?;
    let is_used = using.version == Some(version.number);
    let accept = Confirm {
        act: l.t("template-accept"),
        consequence: l.t("template-accept-consequence"),
        action: &format!("{base}/dung"),
        token: v.form_token(),
        grave: false,
    };
    Ok(html! {
        (notice(Tone::Good, &html! { (l.t("template-sound")) }))
        h2 { (l.t("template-preview")) }
        p { (l.t("template-preview-lead")) }
        (buttons(&[button_link(&format!("{base}/xem-thu.pdf"), l.t("template-preview-pdf"))]))
        (sheet::document(l, &document))
        @if v.may(Act::KeepTemplates) && !is_used {
            (accept.open(html! { input type="hidden" name="step" value=(using.step); }))
        }
    })
}
