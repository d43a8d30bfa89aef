//! A sort: whose words are in use, the files to fetch, the upload, the fields, the history.

use chungsuc_domain::date::show_time;
use maud::{Markup, html};

use super::super::{InUse, RECORD, Version, fits, in_use, versions};
use super::{Sort, address, asked, fields, list, name, version_address};
use crate::access::Act;
use crate::features::{journal, names};
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Column, Confirm, Fact, Field, Kind, Page, Table, Tone, button, button_link, buttons,
    facts, fields as questions, notice, tag_of,
};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let sort = asked(v)?;
    show(framed(v, sort), body(v, sort, &Form::default(), &Errors::default())?)
}

/// The page again, with what is wrong with the file that was sent.
pub(super) fn again(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let sort = asked(v)?;
    show_again(framed(v, sort), body(v, sort, form, errors)?)
}

fn framed<'a>(v: &'a Visit, sort: &Sort) -> Page<'a> {
    v.page(name(v.l, sort)).back(super::PAGE, v.l.t("template-title"))
}

fn body(v: &Visit, sort: &Sort, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let using = in_use(&v.app, v.person()?, sort)?;
    Ok(html! {
        p.lead { (l.t("template-sort-lead")) }
        @if !fits(&v.app, v.person()?, sort)? {
            (notice(Tone::Warning, &html! { (l.t("template-unfit")) }))
        }
        (words_in_use(v, sort, &using)?)
        @if v.may(Act::KeepTemplates) {
            h2 { (l.t("template-change")) }
            (upload_form(v, sort, form, errors))
        }
        (history(v, sort, &using)?)
        (fields::marks(l))
        (fields::table(l, sort))
        (journal::history(v, RECORD, sort.code)?)
    })
}

fn words_in_use(v: &Visit, sort: &Sort, using: &InUse) -> Result<Markup, PageError> {
    let (l, base) = (v.l, address(sort));
    let mut list = vec![
        Fact::new(l.t("template-kind"), html! { (sort.kind) }),
        Fact::new(l.t("template-words-of"), list::whose(v, sort, using)?),
    ];
    if let Some((account, at)) = &using.chosen {
        let names = names::of_accounts(&v.app, &v.person()?.commune)?;
        let who = names.get(account).cloned().unwrap_or_else(|| "–".to_owned());
        let since = html! { (show_time(*at)) ", " (who) };
        list.push(Fact::new(l.t("template-since"), since));
    }
    Ok(html! {
        (facts(&list))
        (buttons(&[
            button_link(&format!("{base}/dang-dung.docx"), l.t("template-fetch")),
            button_link(&format!("{base}/dang-dung.pdf"), l.t("template-preview-pdf")),
            button_link(&format!("{base}/ban-goc.docx"), l.t("template-fetch-shipped")),
        ]))
        @if using.version.is_some() && v.may(Act::KeepTemplates) { (way_back(v, sort, using)) }
    })
}

fn way_back(v: &Visit, sort: &Sort, using: &InUse) -> Markup {
    let act = Confirm {
        act: v.l.t("template-back"),
        consequence: v.l.t("template-back-consequence"),
        action: &format!("{}/ban-goc", address(sort)),
        token: v.form_token(),
        grave: false,
    };
    act.folded_with(html! { input type="hidden" name="step" value=(using.step); })
}

/// The form that brings a changed template; its way is told in steps.
pub(super) fn upload_form(v: &Visit, sort: &Sort, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let kind = Kind::File { accept: ".docx", many: false };
    let asked = [
        Field::new("file", l.t("template-file"))
            .kind(kind)
            .help(l.t("template-file-help"))
            .required(),
        Field::new("note", l.t("template-note")).help(l.t("template-note-help")),
    ];
    html! {
        p { (l.t("template-change-lead")) }
        form method="post" action=(address(sort)) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (questions(l, form, errors, &asked))
            (buttons(&[button(l.t("template-check"))]))
        }
    }
}

fn history(v: &Visit, sort: &Sort, using: &InUse) -> Result<Markup, PageError> {
    let l = v.l;
    let all = versions(&v.app, v.person()?, sort)?;
    let names = names::of_accounts(&v.app, &v.person()?.commune)?;
    let columns = [
        Column::new(l.t("template-version")),
        Column::new(l.t("template-brought")),
        Column::new(l.t("template-brought-by")),
        Column::new(l.t("template-note")),
        Column::new(l.t("column-act")),
    ];
    let row = |version: &Version| {
        let address = version_address(sort, version.number);
        let label = l.with("template-own", &[("number", version.number.into())]);
        Cells::new()
            .markup(html! {
                a href=(address) { (label) }
                @if using.version == Some(version.number) {
                    " " (tag_of(Tone::Good, "●", l.t("template-in-use")))
                }
            })
            .text(&show_time(version.at))
            .text(names.get(&version.by).map_or("–", String::as_str))
            .text(&version.note)
            .link(&format!("{address}/tep.docx"), l.t("template-fetch-version"))
    };
    let rows: Vec<Cells> = all.iter().map(row).collect();
    Ok(html! {
        h2 { (l.t("template-history")) }
        @if rows.is_empty() { p { (l.t("template-history-none")) } }
        @else { (Table::new(l.t("template-versions"), &columns, rows).draw(l)) }
    })
}
