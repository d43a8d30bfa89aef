//! Paying the rewards of a decision.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Line, Manner, NewPayment, Received, lines, pay as pay_out};
use super::{day, day_field, dong, manners, of_today};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Field, Kind, Table, Tone, button, button_link, buttons, draft, fields, tag_of,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// How many open lines one page offers: the others follow when these are paid.
const AT_ONCE: usize = 50;

pub(super) fn page(v: &Visit) -> Reply {
    whole(v, &of_today(v), &Errors::default(), false)
}

fn whole(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, decision) = (v.l, v.param("quyet_dinh"));
    let all = lines(&v.app, v.person()?, decision)?;
    let (number, _) = all.first().map(|line| line.decided.clone()).ok_or(Refusal::NotFound)?;
    let mut open = Vec::new();
    for line in &all {
        let owed = line.owed()?;
        if owed > Vnd::ZERO {
            open.push((line, owed));
        }
    }
    let title = l.with("fund-pay-title", &[("number", number.into())]);
    let base = format!("/quy/tra/{decision}");
    let body = html! {
        (sums(v, &all)?)
        (buttons(&[
            button_link(&format!("{base}/danh-sach.docx"), l.t("fund-list-docx")),
            button_link(&format!("{base}/danh-sach.pdf"), l.t("fund-list-pdf")),
            button_link(&format!("/quyet-dinh/{decision}"), l.t("fund-to-decision")),
        ]))
        @if !open.is_empty() {
            @if v.may(Act::KeepFund) { (pay_form(v, &open, form, errors)) } @else { (waiting(v, &open)) }
        }
        (settled(v, &all)?)
    };
    let page = v.page(&title).back("/quy", l.t("way-fund"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn sums(v: &Visit, all: &[Line]) -> Result<Markup, PageError> {
    let l = v.l;
    let total = |of: fn(&Line) -> Vnd| {
        Vnd::total(all.iter().map(of)).map_err(super::super::book::too_large)
    };
    let (promised, paid) = (total(|line| line.promised)?, total(|line| line.paid)?);
    let released = total(|line| line.released)?;
    let said = [
        ("promised", dong(promised).into()),
        ("paid", dong(paid).into()),
        ("released", dong(released).into()),
    ];
    Ok(html! { p.lead { (l.with("fund-pay-sums", &said)) } })
}

/// The open lines with a box each, and the day, manner and voucher that they share.
fn pay_form(v: &Visit, open: &[(&Line, Vnd)], form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let shown = &open[..open.len().min(AT_ONCE)];
    let questions = [
        day_field(l.t("fund-pay-day")),
        Field::new("manner", l.t("fund-manner")).kind(Kind::Radios(manners(v))).required(),
        Field::new("paper", l.t("fund-pay-paper")).required(),
        Field::new("received", l.t("fund-received-all")).kind(Kind::Tick),
    ];
    html! {
        h2 { (l.t("fund-pay")) }
        p { (l.t("fund-pay-lead")) }
        @if open.len() > shown.len() {
            p { (l.with("fund-pay-part", &[("shown", shown.len().into()), ("all", open.len().into())])) }
        }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (open_table(v, shown, form))
            (buttons(&[button(l.t("fund-pay-save"))]))
        }
    }
}

fn open_table(v: &Visit, shown: &[(&Line, Vnd)], form: &Form) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("fund-awarded")),
        Column::new(l.t("fund-amount-dong")).numeric(),
        Column::new(l.t("fund-received")),
        Column::new(l.t("fund-taken-by")),
        Column::new(l.t("column-act")),
    ];
    let rows = shown.iter().map(|(line, owed)| {
        let (seq, name) = (line.seq, &line.name);
        let (tick, other) = (format!("nhan-{seq}"), format!("thay-{seq}"));
        let release = format!("/quy/thoi-chi/{}/{seq}", v.param("quyet_dinh"));
        Cells::new()
            .markup(html! {
                (name) input type="hidden" name="dong" value=(seq);
                @if !line.address.is_empty() { br; span.quiet { (line.address) } }
            })
            .text(&owed.to_string())
            .markup(html! {
                div.choice {
                    input id=(tick) type="checkbox" name=(tick) checked[form.checked(&tick)];
                    label for=(tick) { span.hidden { (l.t("fund-received")) ": " (name) } }
                }
            })
            .markup(html! {
                input type="text" name=(other) value=(form.text(&other))
                    aria-label={ (l.t("fund-taken-by")) ": " (name) };
            })
            .markup(html! {
                a href=(release) { (l.t("fund-release")) span.hidden { ": " (name) } }
            })
    });
    Table::new(l.t("fund-open-lines"), &columns, rows.collect()).draw(l)
}

/// For who only reads: who is still to receive, and how much.
fn waiting(v: &Visit, open: &[(&Line, Vnd)]) -> Markup {
    let l = v.l;
    let columns =
        [Column::new(l.t("fund-awarded")), Column::new(l.t("fund-amount-dong")).numeric()];
    let rows =
        open.iter().map(|(line, owed)| Cells::new().text(&line.name).text(&owed.to_string()));
    Table::new(l.t("fund-open-lines"), &columns, rows.collect()).draw(l)
}

/// Who has received, when, and by whom; and what was released.
fn settled(v: &Visit, all: &[Line]) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [
        Column::new(l.t("fund-awarded")),
        Column::new(l.t("fund-paid")).numeric(),
        Column::new(l.t("fund-released")).numeric(),
        Column::new(l.t("fund-how-received")),
    ];
    let done = all.iter().filter(|line| {
        line.payment.is_some() || line.released != Vnd::ZERO || line.revoked.is_some()
    });
    let rows: Vec<Cells> = done
        .map(|line| {
            Cells::new()
                .text(&line.name)
                .text(&line.paid.to_string())
                .text(&line.released.to_string())
                .markup(html! { div { (how(v, line)) (gone(v, line)) } })
        })
        .collect();
    Ok(match rows.is_empty() {
        true => html! {},
        false => Table::new(l.t("fund-settled"), &columns, rows).draw(l),
    })
}

fn how(v: &Visit, line: &Line) -> Markup {
    let l = v.l;
    let Some(payment) = &line.payment else { return html! { (l.t("fund-not-paid")) } };
    let manner = payment.manner.map_or("", |manner| l.word("fund-manner-", manner.code()));
    html! {
        span {
            a href={ "/quy/so/" (payment.id) } { (show_date(payment.on)) } ", " (manner) ", "
            @if payment.taken_by.is_empty() { (l.t("fund-in-person")) } @else {
                (l.t("fund-taken-by")) ": " (payment.taken_by)
            }
        }
    }
}

/// That the commendation was taken back, what is to come back of the reward, and what did.
fn gone(v: &Visit, line: &Line) -> Markup {
    let l = v.l;
    let Some((number, day)) = &line.revoked else { return html! {} };
    let by = [("number", number.as_str().into()), ("day", show_date(*day).into())];
    let left = line.to_come_back().unwrap_or(line.claimed);
    let (came, open) = ([("sum", dong(line.recovered).into())], [("left", dong(left).into())]);
    html! {
        br; (l.with("fund-line-revoked", &by))
        @if line.recovered > Vnd::ZERO { "; " (l.with("fund-line-came-back", &came)) }
        @if left > Vnd::ZERO {
            " " (tag_of(Tone::Warning, "○", &l.with("fund-line-to-come-back", &open)))
        }
    }
}

pub(super) fn pay(v: &Visit, sent: &Form) -> Reply {
    let (person, decision) = (v.person()?, v.param("quyet_dinh"));
    let done = read(v, sent)
        .map_err(Refusal::Invalid)
        .and_then(|new| pay_out(&v.app, person, decision, &new));
    match done {
        Ok(_) => go(&format!("/quy/tra/{decision}?xong=fund-payment")),
        Err(Refusal::Invalid(errors)) => whole(v, sent, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Who ticked all has received all that were shown; somebody who took money for another was there.
fn read(v: &Visit, sent: &Form) -> Result<NewPayment, Errors> {
    let mut errors = Errors::default();
    let on = day(v, sent, &mut errors);
    let manner = Manner::from_code(sent.text("manner"));
    if manner.is_none() {
        errors.add("manner", Message::new("field-missing"));
    }
    let all = sent.checked("received");
    let shown = sent.all("dong").filter_map(|seq| seq.parse::<i64>().ok());
    let received = shown.filter_map(|seq| {
        let other = sent.filled(&format!("thay-{seq}")).map(str::to_owned);
        let here = all || other.is_some() || sent.checked(&format!("nhan-{seq}"));
        here.then_some(Received { seq, taken_by: other })
    });
    let received: Vec<Received> = received.collect();
    match manner.filter(|_| errors.is_empty()) {
        Some(manner) => {
            Ok(NewPayment { on, manner, paper: sent.text("paper").to_owned(), received })
        }
        None => Err(errors),
    }
}
