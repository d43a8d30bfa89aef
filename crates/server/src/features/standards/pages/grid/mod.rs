//! The grid to type into: villages × indicators, or the indicators of one village; a whole form
//! without JavaScript.

mod cell;
mod file;
mod long;
mod wide;

use std::collections::HashMap;

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::grid::{self as verbs, Cell, Grid, GridKey, Saved};
use super::super::{Value, period, send_all};
use super::{chosen, period_word, periods_at_hand};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Field, Kind, Page, State, Tone, button, button_quiet, buttons, empty, error_summary,
    filter, notice, tag,
};
use crate::web::{Errors, Form, Message, PageError, Paging, csrf};

/// What the reader looks at: which grid, and perhaps one village of it.
struct Sheet<'a> {
    v: &'a Visit,
    standard: &'a str,
    period: String,
    grid: Grid<'a>,
    /// How many figures of the last period could be copied.
    to_copy: usize,
    /// Cells that hold something else than what is kept, by their places.
    typed: HashMap<String, Typed>,
}

/// What stands in a cell and is not saved.
struct Typed {
    text: String,
    /// Whether it could not be saved as it is.
    is_bad: bool,
}

impl<'a> Sheet<'a> {
    fn open(v: &'a Visit) -> Result<Self, PageError> {
        let this_year = v.app.today().year().to_string();
        let period = v.query.filled("ky").unwrap_or(&this_year).to_owned();
        let standard = chosen(v);
        let key = GridKey { standard, period: &period };
        let mut grid = verbs::grid(&v.app, v.person()?, key)?;
        if let Some(village) = v.query.filled("lang") {
            grid.villages.retain(|unit| unit.code == village);
        }
        let to_copy = match period::before(&period) {
            Some(_) => verbs::to_copy(&v.app, v.person()?, key)?,
            None => 0,
        };
        Ok(Self { v, standard, period, grid, to_copy, typed: HashMap::new() })
    }

    fn key(&self) -> GridKey<'_> {
        GridKey { standard: self.standard, period: &self.period }
    }

    /// The grid of all villages, or of one.
    fn address(&self, village: Option<&str>) -> String {
        let all = self.address_of("/tieu-chi/nhap");
        village.map_or_else(|| all.clone(), |code| format!("{all}&lang={code}"))
    }

    fn address_of(&self, path: &str) -> String {
        format!("{path}?bo={}&ky={}", self.standard, self.period)
    }

    fn here(&self) -> String {
        self.address(self.v.query.filled("lang"))
    }

    /// “Sơ Tor – 2. Giao thông”, as messages name a cell.
    fn name_of(&self, unit: &str, indicator: &str) -> String {
        let village = self.grid.villages.iter().find(|village| village.code == unit);
        let village = village.map_or("–", |village| village.name.as_str());
        let known = self.grid.standard.indicator(indicator);
        let words = known.map_or("–", |known| known.name.as_str());
        format!("{village} – {indicator}. {words}")
    }

    fn frame(&self) -> Page<'a> {
        self.v.page(self.v.l.t("grid-title")).back("/tieu-chi", self.v.l.t("way-standards"))
    }

    fn body(&self, form: &Form, errors: &Errors) -> Markup {
        let l = self.v.l;
        html! {
            (self.choices())
            @if self.grid.villages.is_empty() {
                (empty(l.t("grid-no-village"), l.t("grid-no-village-hint"), None))
            } @else {
                (error_summary(l, errors, &[self.day()]))
                form.grid method="post" action=(self.here()) autocomplete="off" {
                    (csrf::token_field(self.v.form_token()))
                    (self.day().draw(l, form, errors))
                    @if self.v.query.filled("lang").is_some() { (long::table(self)) }
                    @else { (wide::table(self)) }
                    p.consequence { (l.t("grid-consequence")) }
                    (buttons(&[button(l.t("grid-save"))]))
                }
                (self.legend())
                (self.sending())
                (self.copying())
                (file::part(self))
            }
        }
    }

    fn day(&self) -> Field<'a> {
        Field::new("measured_on", self.v.l.t("value-day")).kind(Kind::Date).required()
    }

    fn choices(&self) -> Markup {
        let (v, l) = (self.v, self.v.l);
        let none = Errors::default();
        let sets = v.app.catalog.standards();
        let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
        let periods = periods_at_hand(v);
        let periods = periods.iter().map(|it| Choice::new(it, period_word(v, it))).collect();
        let mut query = v.query.clone();
        query.set("bo", self.standard);
        query.set("ky", &self.period);
        let fields = html! {
            (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).draw(l, &query, &none))
            (Field::new("ky", l.t("value-period")).kind(Kind::Select(periods)).draw(l, &query, &none))
        };
        let paging = Paging::parse(&v.path, &v.query, &[]);
        html! {
            (filter(l, &paging, fields))
            @if v.query.filled("lang").is_some() {
                p { a href=(self.address(None)) { (l.t("grid-all-villages")) } }
            }
        }
    }

    /// The figures of the one village in sight that were not sent yet.
    fn to_send(&self) -> Vec<Value> {
        match self.v.query.filled("lang") {
            Some(village) => self.grid.unsent(village).cloned().collect(),
            None => Vec::new(),
        }
    }

    fn sending(&self) -> Markup {
        let (l, unsent) = (self.v.l, self.to_send());
        let action = self.here().replacen("/tieu-chi/nhap?", "/tieu-chi/nhap/gui?", 1);
        let count = [("count", unsent.len().into())];
        html! {
            @if !unsent.is_empty() {
                form.consequence method="post" action=(action) {
                    (csrf::token_field(self.v.form_token()))
                    @for value in &unsent {
                        input type="hidden" name=(value.id) value=(value.version);
                    }
                    p { (l.t("value-send-consequence")) }
                    (buttons(&[button_quiet("gui", &l.with("grid-send", &count))]))
                }
            }
        }
    }

    /// What the last period holds, for the cells that are still empty.
    fn copying(&self) -> Markup {
        let l = self.v.l;
        let last = period::before(&self.period).map(|it| period_word(self.v, &it));
        let words = [("count", self.to_copy.into()), ("last", last.unwrap_or_default().into())];
        html! {
            @if self.to_copy > 0 {
                form.consequence method="post" action=(self.address_of("/tieu-chi/nhap/chep")) {
                    (csrf::token_field(self.v.form_token()))
                    p { (l.with("grid-copy-consequence", &words)) }
                    (buttons(&[button_quiet("chep", &l.with("grid-copy", &words))]))
                }
            }
        }
    }

    /// What the shapes mean, how a cell is typed, and what the numbers of the columns stand for.
    fn legend(&self) -> Markup {
        let l = self.v.l;
        html! {
            p.legend {
                @for state in [State::Sent, State::Verified, State::Accepted] { (tag(l, state)) " " }
                span #returned { (tag(l, State::Returned)) }
            }
            details {
                summary { (l.t("grid-how")) }
                ul {
                    li { (l.t("grid-how-yes-no")) }
                    li { (l.t("grid-how-ratio")) }
                    li { (l.t("grid-how-amount")) }
                    li { (l.t("grid-how-keys")) }
                }
            }
            details {
                summary { (l.t("standing-numbers")) }
                ol.plain #numbers {
                    @for one in self.grid.standard.indicators() {
                        li { (one.code) ". " (one.name) (cell::unit(one)) }
                    }
                }
            }
        }
    }
}

pub(super) use file::{export, import};

pub(super) fn page(v: &Visit) -> Reply {
    let sheet = Sheet::open(v)?;
    let form = Form::from_pairs([("measured_on", date::show_date(v.app.today()))]);
    let body = html! {
        @if let Ok(count) = v.query.text("so").parse::<usize>() {
            (notice(Tone::Good, &html! { (v.l.with("grid-saved", &[("count", count.into())])) }))
        }
        (sheet.body(&form, &Errors::default()))
    };
    show(sheet.frame(), body)
}

pub(super) fn save(v: &Visit, form: &Form) -> Reply {
    let sheet = Sheet::open(v)?;
    let cells = cell::sent(form);
    let done = match date::parse_date(form.text("measured_on"), v.app.today()) {
        Err(_) => Err(Refusal::field("measured_on", Message::new("day-wrong"))),
        Ok(day) => verbs::save(&v.app, v.person()?, sheet.key(), day, &cells),
    };
    match done {
        Ok(saved) if saved.left.is_empty() => go(&format!("{}&so={}", sheet.here(), saved.count)),
        Ok(saved) => again(Sheet::open(v)?, form, &saved),
        Err(Refusal::Invalid(errors)) => nothing_saved(sheet, form, &cells, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

/// What could be saved is saved; the rest comes back as it was typed, each with its reason.
fn again(mut sheet: Sheet<'_>, form: &Form, saved: &Saved) -> Reply {
    let l = sheet.v.l;
    let mut errors = Errors::default();
    for left in &saved.left {
        let id = cell::id(&left.unit, &left.indicator);
        let what = sheet.name_of(&left.unit, &left.indicator);
        errors.add(&id, Message::worded(format!("{what}: {}", left.why.say(l))));
        sheet.typed.insert(id, Typed { text: left.typed.clone(), is_bad: true });
    }
    let count = [("count", saved.count.into())];
    let body = html! {
        (notice(Tone::Warning, &html! { (l.with("grid-saved-part", &count)) }))
        (sheet.body(form, &errors))
    };
    show_again(sheet.frame(), body)
}

/// The day or the period is wrong: everything that was typed comes back.
fn nothing_saved(mut sheet: Sheet<'_>, form: &Form, cells: &[Cell], errors: &Errors) -> Reply {
    for cell in cells.iter().filter(|cell| cell.typed != cell.was) {
        let typed = Typed { text: cell.typed.clone(), is_bad: false };
        sheet.typed.insert(cell::id(&cell.unit, &cell.indicator), typed);
    }
    let body = sheet.body(form, errors);
    show_again(sheet.frame(), body)
}

pub(super) fn copy(v: &Visit, _: &Form) -> Reply {
    let sheet = Sheet::open(v)?;
    let last = period::before(&sheet.period).map(|it| period_word(v, &it)).unwrap_or_default();
    let why = v.l.with("grid-copied-from", &[("last", last.into())]);
    let count = verbs::copy_last(&v.app, v.person()?, sheet.key(), &why)?;
    go(&format!("{}&so={count}", sheet.address(None)))
}

/// Sends the figures of one village as they were seen: all of them, or none.
pub(super) fn send(v: &Visit, form: &Form) -> Reply {
    let sheet = Sheet::open(v)?;
    let mut values = sheet.to_send();
    values.retain_mut(|value| match form.text(&value.id).parse() {
        Ok(seen) => {
            value.version = seen;
            true
        }
        // Entered after the page was made: not seen, so not sent.
        Err(_) => false,
    });
    send_all(&v.app, v.person()?, &values)?;
    go(&format!("{}&xong=value-sent", sheet.here()))
}
