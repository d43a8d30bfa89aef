//! The pages of accounts: logging in and out, one's own password and sessions, and the administrator's
//! list.

use axum::http::header;
use axum::response::IntoResponse;
use chungsuc_domain::date;
use maud::{Markup, html};

use super::{Account, Denied, NewAccount, OpenSession, login, manage, sessions};
use crate::access::{Act, Role};
use crate::features::{journal, units};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Confirm, Field, Kind, State, Table, button, button_link, buttons,
    fields, tag,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(crate) fn routes() -> Routes {
    let manage = Gate::May(Act::ManageAccounts);
    Routes::default()
        .page("/dang-nhap", Gate::Public, login_page)
        .deed("/dang-nhap", Gate::Public, log_in)
        .deed("/dang-xuat", Gate::SignedIn, log_out)
        .page("/tai-khoan", Gate::SignedIn, own_page)
        .deed("/tai-khoan/mat-khau", Gate::SignedIn, change_password)
        .deed("/tai-khoan/phien/{phien}/ket-thuc", Gate::SignedIn, end_session)
        .page("/quan-tri", manage, list_page)
        .page("/quan-tri/them", manage, new_page)
        .deed("/quan-tri/them", manage, create)
        .page("/quan-tri/{tai_khoan}", manage, account_page)
        .deed("/quan-tri/{tai_khoan}/vai-tro", manage, give_role)
        .deed("/quan-tri/{tai_khoan}/thoi-vai-tro", manage, take_role)
        .deed("/quan-tri/{tai_khoan}/khoa", manage, lock)
        .deed("/quan-tri/{tai_khoan}/mo-khoa", manage, unlock)
}

fn login_page(v: &Visit) -> Reply {
    if v.session().is_some() {
        return go("/");
    }
    show(v.page(v.l.t("login-title")).narrow(), login_form(v, &v.query, &Errors::default()))
}

fn login_form(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("login", l.t("login-name")).autocomplete("username").required(),
        Field::new("password", l.t("login-password"))
            .kind(Kind::Password)
            .autocomplete("current-password")
            .required(),
        Field::new("tiep", "").kind(Kind::Hidden),
    ];
    html! {
        form method="post" action="/dang-nhap" {
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("login-act"))]))
        }
        p.quiet { (l.t("login-help")) }
    }
}

fn log_in(v: &Visit, form: &Form) -> Reply {
    let (name, password) = (form.text("login"), form.raw("password"));
    let denied = match login::log_in(&v.app, v.peer, name, password, &v.browser) {
        Ok(token) => {
            let cookie = sessions::set_cookie(&v.app, &token);
            let reply = go(own_address(form.text("tiep")))?;
            return Ok(([(header::SET_COOKIE, cookie)], reply).into_response());
        }
        Err(denied) => denied,
    };
    let mut errors = Errors::default();
    errors.add(
        "login",
        match denied {
            Denied::Wrong => Message::new("login-wrong"),
            Denied::Wait(until) => Message::new("login-wait").arg("until", date::show_time(until)),
            Denied::TooMany => Message::new("login-too-many"),
            Denied::Failed(refusal) => return Err(refusal.into()),
        },
    );
    show_again(v.page(v.l.t("login-title")).narrow(), login_form(v, form, &errors))
}

/// Leads on only within this site; the first page knows where each person begins.
fn own_address(wish: &str) -> &str {
    let own = wish.starts_with('/') && !wish.starts_with("//") && !wish.contains('\\');
    if own { wish } else { "/" }
}

fn log_out(v: &Visit, _: &Form) -> Reply {
    if let Some(session) = v.session() {
        sessions::log_out(&v.app, session)?;
    }
    let cookie = sessions::set_cookie(&v.app, "");
    Ok(([(header::SET_COOKIE, cookie)], go("/")?).into_response())
}

fn own_page(v: &Visit) -> Reply {
    own(v, &Form::default(), &Errors::default(), false)
}

fn own(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let open = sessions::open_sessions(&v.app, v.person()?)?;
    let questions = [
        Field::new("current", l.t("password-current"))
            .kind(Kind::Password)
            .autocomplete("current-password")
            .required(),
        Field::new("password", l.t("password-new"))
            .kind(Kind::Password)
            .autocomplete("new-password")
            .help(l.t("password-help"))
            .required(),
        Field::new("again", l.t("password-again"))
            .kind(Kind::Password)
            .autocomplete("new-password")
            .required(),
    ];
    let body = html! {
        h2 { (l.t("password-title")) }
        form method="post" action="/tai-khoan/mat-khau" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("password-act"))]))
        }
        h2 { (l.t("sessions-title")) }
        p { (l.t("sessions-help")) }
        (sessions_table(v, &open))
    };
    let page = v.page(l.t("account-own")).narrow();
    if again { show_again(page, body) } else { show(page, body) }
}

fn sessions_table(v: &Visit, open: &[OpenSession]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("sessions-browser")),
        Column::new(l.t("sessions-started")),
        Column::new(l.t("sessions-seen")),
        Column::new(l.t("column-act")),
    ];
    let current = v.session().map(|session| session.id.as_str());
    let rows = open.iter().map(|one| {
        let address = format!("/tai-khoan/phien/{}/ket-thuc", one.id);
        let act = match current == Some(one.id.as_str()) {
            true => html! { (l.t("sessions-this")) },
            false => Confirm {
                act: l.t("sessions-end"),
                consequence: l.t("sessions-end-consequence"),
                action: &address,
                token: v.form_token(),
                grave: false,
            }
            .folded(),
        };
        Cells::new()
            .text(&one.browser)
            .text(&date::show_time(one.started_at))
            .text(&date::show_time(one.seen_at))
            .markup(act)
    });
    Table::new(l.t("sessions-title"), &columns, rows.collect()).draw(l)
}

fn change_password(v: &Visit, form: &Form) -> Reply {
    let session = v.session().map_or("", |session| session.id.as_str());
    let (current, new, again) = (form.raw("current"), form.raw("password"), form.raw("again"));
    match manage::change_password(&v.app, v.person()?, session, current, new, again) {
        Ok(()) => go("/tai-khoan?xong=password"),
        Err(Refusal::Invalid(errors)) => own(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn end_session(v: &Visit, _: &Form) -> Reply {
    sessions::end_session(&v.app, v.person()?, v.param("phien"))?;
    go("/tai-khoan?xong=session")
}

fn list_page(v: &Visit) -> Reply {
    let l = v.l;
    let columns = [
        Column::new(l.t("account-name")),
        Column::new(l.t("login-name")),
        Column::new(l.t("account-roles")),
        Column::new(l.t("column-state")),
    ];
    let accounts = manage::accounts(&v.app, v.person()?)?;
    let rows = accounts.iter().map(|account| {
        let address = format!("/quan-tri/{}", account.id);
        Cells::new()
            .link(&address, &account.full_name)
            .text(&account.login)
            .markup(roles(v, account))
            .markup(state(v, account))
    });
    let body = html! {
        p { (button_link("/quan-tri/them", l.t("account-add"))) }
        (Table::new(l.t("accounts-title"), &columns, rows.collect()).draw(l))
    };
    show(v.page(l.t("accounts-title")), body)
}

fn roles(v: &Visit, account: &Account) -> Markup {
    html! {
        @for (place, (role, _, territory)) in account.roles.iter().enumerate() {
            @if place > 0 { br; }
            (role_word(v, *role)) " – " (territory)
        }
    }
}

fn role_word(v: &Visit, role: Role) -> &'static str {
    v.l.word("role-", role.code())
}

fn state(v: &Visit, account: &Account) -> Markup {
    match account.locked {
        true => tag(v.l, State::Frozen),
        false => html! { (v.l.t("account-open")) },
    }
}

fn new_page(v: &Visit) -> Reply {
    let mut form = Form::default();
    form.set("password", super::random_password());
    show(v.page(v.l.t("account-add")).narrow(), new_form(v, &form, &Errors::default())?)
}

fn new_form(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let (roles, territories) = (role_choices(v), territory_choices(v)?);
    let questions = [
        Field::new("full_name", l.t("account-name")).required(),
        Field::new("login", l.t("login-name")).help(l.t("account-login-help")).required(),
        Field::new("password", l.t("account-first-password"))
            .help(l.t("account-first-password-help"))
            .autocomplete("off")
            .required(),
        Field::new("role", l.t("account-role")).kind(Kind::Select(roles)).required(),
        Field::new("territory", l.t("account-territory"))
            .kind(Kind::Select(territories))
            .required(),
    ];
    Ok(html! {
        form method="post" action="/quan-tri/them" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("account-add"))]))
        }
    })
}

fn role_choices(v: &Visit) -> Vec<Choice> {
    Role::ALL.iter().map(|role| Choice::new(role.code(), role_word(v, *role))).collect()
}

fn territory_choices(v: &Visit) -> Result<Vec<Choice>, PageError> {
    let places = units::territories(&v.app, v.person()?)?;
    Ok(places.into_iter().map(|place| Choice::new(place.code, place.name)).collect())
}

fn create(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let role = role_of(form).map_err(|unknown| Refusal::field("role", unknown));
    let made = role.and_then(|role| {
        let new = NewAccount {
            login: form.text("login"),
            full_name: form.text("full_name"),
            password: form.raw("password"),
            roles: &[(role, form.text("territory").to_owned())],
        };
        manage::create(&v.app, person, &new)
    });
    match made {
        Ok(id) => go(&format!("/quan-tri/{id}?xong=account")),
        Err(Refusal::Invalid(errors)) => {
            show_again(v.page(v.l.t("account-add")).narrow(), new_form(v, form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn account_page(v: &Visit) -> Reply {
    let l = v.l;
    let account = manage::find(&v.app, v.person()?, v.param("tai_khoan"))?;
    let base = format!("/quan-tri/{}", account.id);
    let give = [
        Field::new("role", l.t("account-role")).kind(Kind::Select(role_choices(v))),
        Field::new("territory", l.t("account-territory")).kind(Kind::Select(territory_choices(v)?)),
    ];
    let body = html! {
        p { (l.t("login-name")) ": " strong { (account.login) } " " (state(v, &account)) }
        h2 { (l.t("account-roles")) }
        (held_roles(v, &account, &base))
        form method="post" action={ (base) "/vai-tro" } {
            (csrf::token_field(v.form_token()))
            (fields(l, &Form::default(), &Errors::default(), &give))
            (buttons(&[button(l.t("account-give-role"))]))
        }
        (lock_or_open(v, &account, &base))
        (journal::history(v, super::RECORD, &account.id)?)
    };
    show(v.page(&account.full_name).back("/quan-tri", l.t("accounts-title")), body)
}

/// Each of the two acts has an address of its own, so that two administrators who press the same
/// button at once do not undo each other.
fn lock_or_open(v: &Visit, account: &Account, base: &str) -> Markup {
    let (act, consequence, address) = match account.locked {
        true => ("account-unlock", "account-unlock-consequence", format!("{base}/mo-khoa")),
        false => ("account-lock", "account-lock-consequence", format!("{base}/khoa")),
    };
    let confirm = Confirm {
        act: v.l.t(act),
        consequence: v.l.t(consequence),
        action: &address,
        token: v.form_token(),
        grave: !account.locked,
    };
    confirm.folded()
}

fn held_roles(v: &Visit, account: &Account, base: &str) -> Markup {
    let l = v.l;
    html! {
        @if account.roles.is_empty() { p { (l.t("account-no-role")) } }
        ul.plain {
            @for (role, code, name) in &account.roles {
                li {
                    (role_word(v, *role)) " – " (name) " "
                    form.inline method="post" action={ (base) "/thoi-vai-tro" } {
                        (csrf::token_field(v.form_token()))
                        input type="hidden" name="role" value=(role.code());
                        input type="hidden" name="territory" value=(code);
                        button.link type="submit" {
                            (l.t("account-take-role"))
                            span.hidden { ": " (role_word(v, *role)) " – " (name) }
                        }
                    }
                }
            }
        }
    }
}

fn give_role(v: &Visit, form: &Form) -> Reply {
    let (id, role) = (v.param("tai_khoan"), role_of(form).map_err(PageError::invalid)?);
    manage::give_role(&v.app, v.person()?, id, role, form.text("territory"))?;
    go(&format!("/quan-tri/{id}?xong=role"))
}

fn take_role(v: &Visit, form: &Form) -> Reply {
    let (id, role) = (v.param("tai_khoan"), role_of(form).map_err(PageError::invalid)?);
    manage::take_role(&v.app, v.person()?, id, role, form.text("territory"))?;
    go(&format!("/quan-tri/{id}?xong=role"))
}

fn role_of(form: &Form) -> Result<Role, Message> {
    Role::from_code(form.text("role")).ok_or(Message::new("role-unknown"))
}

fn lock(v: &Visit, _: &Form) -> Reply {
    set_locked(v, true)
}

fn unlock(v: &Visit, _: &Form) -> Reply {
    set_locked(v, false)
}

fn set_locked(v: &Visit, locked: bool) -> Reply {
    let id = v.param("tai_khoan");
    manage::set_locked(&v.app, v.person()?, id, locked)?;
    go(&format!("/quan-tri/{id}?xong=account"))
}
