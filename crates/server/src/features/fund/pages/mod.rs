//! The pages of the fund.

mod base;
mod batch;
mod close;
mod entry;
mod expense;
mod files;
mod income;
mod ledger;
mod pay;
mod release;
mod year;

use chungsuc_domain::catalog::Sourced;
use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_domain::fund::Limit;
use chungsuc_domain::{Vnd, VndError};
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::access::Act;
use crate::features::law;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Choice, Field, Kind, State, tag};
use crate::web::{Errors, Form, Message};

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadFund), Gate::May(Act::KeepFund));
    let closes = Gate::May(Act::CloseFund);
    Routes::default()
        .page("/quy", read, year::page)
        .page("/quy/so", read, ledger::page)
        .page("/quy/so/{ma}", read, entry::page)
        .deed("/quy/so/{ma}/dao", keep, entry::reverse)
        .page("/quy/du-toan", keep, base::page)
        .deed("/quy/du-toan", keep, base::set)
        .page("/quy/thu", keep, income::page)
        .deed("/quy/thu", keep, income::record)
        .page("/quy/chi", keep, expense::page)
        .deed("/quy/chi", keep, expense::record)
        .page("/quy/tra/{quyet_dinh}", read, pay::page)
        .deed("/quy/tra/{quyet_dinh}", keep, pay::pay)
        .page("/quy/tra/{quyet_dinh}/{tep}", read, files::payment_list)
        .page("/quy/thoi-chi/{quyet_dinh}/{so}", keep, release::page)
        .deed("/quy/thoi-chi/{quyet_dinh}/{so}", keep, release::release)
        .page("/quy/dot-chi/{dot}", read, batch::page)
        .deed("/quy/dot-chi/{dot}/dao", keep, batch::reverse)
        .page("/quy/dot-chi/{dot}/{tep}", read, batch::file)
        .page("/quy/khoa-so", read, close::page)
        .deed("/quy/khoa-so/lap", keep, close::prepare)
        .deed("/quy/khoa-so", closes, close::close)
        .page("/quy/bao-cao/{tep}", read, files::report)
}

fn tabs(v: &Visit) -> Markup {
    let l = v.l;
    let tabs = [("/quy", l.t("fund-tab-year")), ("/quy/so", l.t("fund-tab-ledger"))];
    html! {
        nav.tabs aria-label=(l.t("way-fund")) {
            @for (href, label) in tabs {
                a href=(href) aria-current=[(v.path == href).then_some("page")] { (label) }
            }
        }
    }
}

/// The year of the address, else the current one.
fn asked_year(v: &Visit) -> i16 {
    let asked = v.query.text("nam").parse().ok().filter(|year| (2000..=2100).contains(year));
    asked.unwrap_or_else(|| v.app.today().year())
}

/// The day whose law a form of a year is asked by.
fn last_day(year: i16) -> Date {
    date(year, 12, 31)
}

/// “1.500.000 đồng”.
fn dong(amount: Vnd) -> String {
    format!("{amount} đồng")
}

/// The day of a form; a wrong one is noted.
fn day(v: &Visit, sent: &Form, errors: &mut Errors) -> Date {
    match parse_date(sent.text("on"), v.app.today()) {
        Ok(day) => day,
        Err(_) => {
            errors.add("on", Message::new("day-wrong"));
            v.app.today()
        }
    }
}

/// The amount of a form; a wrong one is noted with what is wrong.
fn amount(sent: &Form, name: &'static str, errors: &mut Errors) -> Vnd {
    match Vnd::parse(sent.text(name)) {
        Ok(amount) => amount,
        Err(why) => {
            errors.add(
                name,
                Message::new(match why {
                    VndError::Empty => "field-missing",
                    VndError::Negative => "fund-no-negative",
                    VndError::NotWhole => "fund-whole-dong",
                    VndError::TooLarge => "fund-too-large",
                    VndError::NotAnAmount => "fund-no-amount",
                }),
            );
            Vnd::ZERO
        }
    }
}

/// A form that begins with today.
fn of_today(v: &Visit) -> Form {
    Form::from_pairs([("on", show_date(v.app.today()))])
}

/// The question for the day.
fn day_field<'a>(label: &'a str) -> Field<'a> {
    Field::new("on", label).kind(Kind::Date).required()
}

/// How money changes hands, as a question.
fn manners(v: &Visit) -> Vec<Choice> {
    let l = v.l;
    let manners = super::Manner::ALL.iter();
    manners.map(|one| Choice::new(one.code(), l.word("fund-manner-", one.code()))).collect()
}

/// “1,5 % × 6.200.000.000 = 93.000.000 đồng”, where it is written, and whether somebody has read it.
fn limit_told(v: &Visit, limit: &Limit) -> Markup {
    let Limit { share, of, most, rule, .. } = limit;
    html! {
        (share) " % × " (of) " = " strong { (dong(*most)) } " " (law::ground(rule))
        @if !rule.standing.is_settled() { " " (tag(v.l, State::Unchecked)) }
    }
}

/// Where a list of the catalog is written, and whether somebody has read it.
fn ground_of<T>(v: &Visit, row: &Sourced<T>, day: Date) -> Markup {
    let rule = row.rule(day);
    html! {
        (law::ground(&rule))
        @if !rule.standing.is_settled() { " " (tag(v.l, State::Unchecked)) }
    }
}
