//! Entering a paper, and correcting one.

use chungsuc_domain::date;

use super::super::{Direction, Entry, Paper, Twins, correct as correct_paper, enter, find, twins};
use super::sheet::Sheet;
use super::{address, name_of};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::{Errors, Form, PageError, Upload};

pub(super) fn new(v: &Visit) -> Reply {
    let today = date::show_date(v.app.today());
    let form =
        Form::from_pairs([("direction", Direction::Incoming.code()), ("received_on", &today)]);
    show(v.page(v.l.t("paper-enter")).narrow().back("/van-ban", v.l.t("papers-title")), {
        Sheet::new(v).draw(&form, &Errors::default(), &Twins::default())
    })
}

pub(super) fn add(v: &Visit, upload: &Upload) -> Reply {
    let sheet = Sheet::new(v);
    let (entry, file) = match sheet.read_new(upload) {
        Ok(read) => read,
        Err(errors) => return sheet.again(&upload.form, &errors, &Twins::default()),
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
    let sheet = Sheet::of(v, &paper);
    let body = sheet.draw(&Entry::form_of(&paper), &Errors::default(), &Twins::default());
    show(
        v.page(v.l.t("paper-correct")).narrow().back(&address(&paper.id), &name_of(v, &paper)),
        body,
    )
}

pub(super) fn correct(v: &Visit, upload: &Upload) -> Reply {
    let paper = asked(v)?;
    let sheet = Sheet::of(v, &paper);
    let (entry, file) = match sheet.read_correction(upload, &paper) {
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
