//! The form that lays an overlay: a paper of the registry, its days, and the values it sets for one
//! region and year, or for all.

use chungsuc_domain::date::{self, Date};
use chungsuc_domain::standard::{OverlayLevel, Standard};
use maud::{Markup, html};

use super::{inputs, overlay_address, regions, set_address};
use crate::features::papers;
use crate::features::standards::pages::chosen;
use crate::features::standards::rules::{NewOverlay, Rules, lay as lay_overlay, rules};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, error_summary};
use crate::web::{Errors, Form, Message, csrf};

pub(in crate::features::standards::pages) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default(), false)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let rules = rules(&v.app, &v.person()?.commune, id)?;
    let questions = questions(v, &rules.standard);
    let here = (rules.region(v.app.today()), v.app.today());
    let body = html! {
        p.lead { (rules.standard.head().value.name) }
        p { (l.t("overlay-lead")) }
        form method="post" action={ "/tieu-chi/muc-rieng/them?bo=" (id) } {
            (csrf::token_field(v.form_token()))
            (error_summary(l, errors, &questions))
            @for question in &questions { (question.draw(l, form, errors)) }
            div #levels { (inputs::table(v, &rules, here, form, errors)) }
            p.consequence { (l.t("overlay-consequence")) }
            (buttons(&[button(l.t("overlay-lay"))]))
        }
    };
    let back = set_address(id);
    let page = v.page(l.t("overlay-lay")).back(&back, l.t("set-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn questions<'a>(v: &'a Visit, standard: &Standard) -> Vec<Field<'a>> {
    let l = v.l;
    let mut questions = vec![
        Field::new("paper", l.t("overlay-paper")).help(l.t("paper-cited-help")).required(),
        Field::new("from", l.t("overlay-from")).kind(Kind::Date).required(),
        Field::new("to", l.t("overlay-to")).kind(Kind::Date).help(l.t("overlay-to-help")),
    ];
    let regions = regions(standard);
    if !regions.is_empty() {
        let region = Field::new("region", l.t("overlay-region")).kind(Kind::Select(regions));
        questions.push(region.help(l.t("overlay-region-help")));
    }
    let year = Field::new("year", l.t("overlay-year")).kind(Kind::Number);
    questions.push(year.help(l.t("overlay-year-help")));
    questions.push(Field::new("note", l.t("value-note")).kind(Kind::Long));
    questions
}

pub(in crate::features::standards::pages) fn lay(v: &Visit, form: &Form) -> Reply {
    let standard = chosen(v);
    match read_and_lay(v, standard, form) {
        Ok(id) => go(&format!("{}&xong=overlay", overlay_address(standard, &id))),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read_and_lay(v: &Visit, standard: &str, form: &Form) -> Result<String, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let rules = rules(&v.app, &person.commune, standard)?;
    let mut errors = Errors::default();
    let paper = papers::numbered(&v.app, person, "paper", form.text("paper"));
    let paper = match paper {
        Err(Refusal::Invalid(wrong)) => {
            wrong.all().iter().for_each(|(field, why)| errors.add(field, why.clone()));
            None
        }
        other => Some(other?),
    };
    let from = day(v, form, "from", &mut errors);
    if from.is_none() && form.filled("from").is_none() {
        errors.add("from", Message::new("field-missing"));
    }
    let to = day(v, form, "to", &mut errors);
    let levels = levels(&rules, form, &mut errors);
    match (paper, from) {
        (Some(paper), Some(from)) if errors.is_empty() => {
            let new = NewOverlay { standard, from, to, note: form.text("note"), levels };
            lay_overlay(&v.app, person, &paper, &new)
        }
        _ => Err(errors.into()),
    }
}

/// A day, if one was typed.
fn day(v: &Visit, form: &Form, field: &'static str, errors: &mut Errors) -> Option<Date> {
    let read = date::parse_date(form.filled(field)?, v.app.today());
    if read.is_err() {
        errors.add(field, Message::new("day-wrong"));
    }
    read.ok()
}

/// The typed values, for the region and the year that were chosen.
fn levels(rules: &Rules, form: &Form, errors: &mut Errors) -> Vec<OverlayLevel> {
    let year = form.filled("year").map(str::parse::<i16>);
    if year.as_ref().is_some_and(|year| !year.as_ref().is_ok_and(|it| (1990..=2100).contains(it))) {
        errors.add("year", Message::new("overlay-year-wrong"));
    }
    let year = year.and_then(Result::ok);
    let region = form.filled("region").map(str::to_owned);
    let typed = inputs::typed(&rules.standard, form, errors);
    let level =
        |(indicator, value)| OverlayLevel { indicator, region: region.clone(), year, value };
    typed.into_iter().map(level).collect()
}

/// What the levels of an overlay are for, in words.
pub(super) fn year_word(v: &Visit, year: Option<i16>) -> Markup {
    html! { @match year { Some(year) => (year), None => (v.l.t("year-all")) } }
}
