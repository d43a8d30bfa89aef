//! One request, seen from a page: who asks, in which language, for what.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::{self, accounts};
use crate::routes::Gate;
use crate::web::ui::{NavGroup, Page, Reader};
use crate::web::{Form, Language, PageError, csrf};

/// What a page gives back.
pub type Reply = Result<Response, PageError>;

/// Name of the cookie that keeps the chosen language.
pub(crate) const LANGUAGE_COOKIE: &str = "ngon-ngu";

/// One request of one person.
pub struct Visit {
    /// The program.
    pub app: App,
    /// The language of the reader.
    pub l: Language,
    /// The address, without its query.
    pub path: String,
    /// The machine that asks, as far as it is known.
    pub peer: Option<IpAddr>,
    /// The query.
    pub query: Form,
    /// The reader's browser, as it names itself.
    pub browser: String,
    session: Option<accounts::Session>,
    params: Vec<(String, String)>,
    address: String,
    ways: Vec<NavGroup>,
    done: Option<&'static str>,
}

impl Visit {
    /// Finds out who asks, and refuses whom the gate does not let in.
    pub(crate) fn arrive(
        app: App,
        params: Vec<(String, String)>,
        parts: &Parts,
        gate: Gate,
    ) -> Result<Self, PageError> {
        let session = match accounts::token_of(&parts.headers) {
            Some(token) => accounts::find_session(&app, &token)?,
            None => None,
        };
        let browser = parts.headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok());
        let l = language_of(parts);
        let query = Form::parse(parts.uri.query().unwrap_or_default().as_bytes());
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let visit = Self {
            app,
            l,
            path: parts.uri.path().to_owned(),
            peer: peer.map(|ConnectInfo(address)| address.ip()),
            address: parts.uri.path_and_query().map_or("/", |address| address.as_str()).to_owned(),
            ways: session.as_ref().map(|it| features::ways(l, &it.person)).unwrap_or_default(),
            done: query.filled("xong").and_then(|what| l.find(&format!("done-{what}"))),
            query,
            browser: browser.unwrap_or_default().chars().take(200).collect(),
            session,
            params,
        };
        match (gate, &visit.session) {
            (Gate::Public, _) | (Gate::SignedIn, Some(_)) => Ok(visit),
            (Gate::May(act), Some(session)) => match session.person.may_somewhere(act) {
                true => Ok(visit),
                false => Err(PageError::forbidden()),
            },
            (_, None) => Err(PageError::sign_in(&visit.path)),
        }
    }

    /// Who asks.
    ///
    /// # Errors
    /// When nobody is logged in; a page behind a gate never sees that.
    pub fn person(&self) -> Result<&Person, PageError> {
        let person = self.session.as_ref().map(|session| &session.person);
        person.ok_or_else(|| PageError::sign_in(&self.path))
    }

    /// The login of the reader, if there is one.
    pub fn session(&self) -> Option<&accounts::Session> {
        self.session.as_ref()
    }

    /// Whether the reader may do this somewhere: decides what a page offers.
    pub fn may(&self, act: Act) -> bool {
        self.session.as_ref().is_some_and(|session| session.person.may_somewhere(act))
    }

    /// A varying part of the address; the name is that of the declared route.
    pub fn param(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// The token that forms of this session carry.
    pub fn form_token(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.form_token)
    }

    /// Refuses a form that does not come from a page of this session.
    pub(crate) fn check_form(&self, form: &Form) -> Result<(), PageError> {
        match &self.session {
            Some(session) => csrf::check(&session.form_token, form),
            // Nobody is logged in, so nobody's rights can be borrowed; `csrf::guard` did its part.
            None => Ok(()),
        }
    }

    /// A page in the frame of the reader: their ways, their name, their language.
    pub fn page<'a>(&'a self, title: &'a str) -> Page<'a> {
        let page = Page::new(self.l, title).at(&self.address).nav(&self.ways);
        let page = match self.done {
            Some(sentence) => page.saved(sentence),
            None => page,
        };
        match &self.session {
            Some(session) => page.signed_in(Reader {
                account: &session.person.account,
                name: &session.person.name,
                unit: &session.person.commune_name,
                token: &session.form_token,
            }),
            None => page,
        }
    }
}

/// The reply of a whole page.
pub fn show(page: Page<'_>, body: Markup) -> Reply {
    Ok(axum::response::Html(page.body(body).render()).into_response())
}

/// The reply of a form that came back with errors: everything typed is still in it.
pub fn show_again(page: Page<'_>, body: Markup) -> Reply {
    let page = axum::response::Html(page.body(body).render());
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// After an act: leads to the page that shows what came of it.
pub fn go(address: &str) -> Reply {
    Ok(Redirect::to(address).into_response())
}

/// A file to fetch; the name is shown by the browser.
pub fn fetch(media: &str, name: &str, bytes: Vec<u8>) -> Reply {
    let plain = chungsuc_domain::text::fold(name).replace(['"', '\\', '/'], "-");
    let disposition = format!("attachment; filename=\"{}\"", plain.replace(' ', "-"));
    let headers =
        [(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// The language asked for in the address, else the one kept in the cookie, else Vietnamese.
pub(crate) fn language_of(parts: &Parts) -> Language {
    let query = Form::parse(parts.uri.query().unwrap_or_default().as_bytes());
    let asked = Language::parse(query.text("lang"));
    let kept = || accounts::cookie(&parts.headers, LANGUAGE_COOKIE).and_then(Language::parse);
    asked.or_else(kept).unwrap_or_default()
}
