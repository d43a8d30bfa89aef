//! What went wrong, said calmly once: the cause goes to the log, the reader gets a number.

use std::fmt::Display;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;

use crate::web::ui::{Page, button_link};
use crate::web::{Language, Message};

/// A page that could not be given, and why. One pointer wide: nearly every function may return it.
#[derive(Clone, Debug)]
pub struct PageError(Box<Told>);

#[derive(Clone, Debug)]
struct Told {
    status: StatusCode,
    title: &'static str,
    message: Message,
    cause: Option<String>,
    /// Where the reader is sent instead: to log in, and then back.
    leads_to: Option<String>,
    incident: String,
}

impl PageError {
    /// There is nothing at this address, or nothing this person may know of.
    pub fn not_found() -> Self {
        let message = Message::new("error-not-found");
        Self::new(StatusCode::NOT_FOUND, "error-not-found-title", message)
    }

    /// The person may not do this.
    pub fn forbidden() -> Self {
        let message = Message::new("error-forbidden");
        Self::new(StatusCode::FORBIDDEN, "error-forbidden-title", message)
    }

    /// A rule says no; the message names the rule.
    pub fn refused(message: Message) -> Self {
        Self::new(StatusCode::CONFLICT, "error-refused-title", message)
    }

    /// What was sent cannot be understood.
    pub fn invalid(message: Message) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "error-invalid-title", message)
    }

    /// The form does not come from a page of this session.
    pub fn stale() -> Self {
        let message = Message::new("error-stale");
        Self::new(StatusCode::FORBIDDEN, "error-stale-title", message)
    }

    /// Nobody is logged in: leads to the login, and from there back to `path`.
    pub fn sign_in(path: &str) -> Self {
        let query = serde_urlencoded::to_string([("tiep", path)]).unwrap_or_default();
        let message = Message::new("error-sign-in");
        let mut error = Self::new(StatusCode::UNAUTHORIZED, "error-sign-in-title", message);
        error.0.leads_to = Some(format!("/dang-nhap?{query}"));
        error
    }

    /// Our own fault; the cause is logged and never shown.
    pub fn internal(cause: impl Display) -> Self {
        let message = Message::new("error-internal");
        let title = "error-internal-title";
        let mut error = Self::new(StatusCode::INTERNAL_SERVER_ERROR, title, message);
        error.0.cause = Some(cause.to_string());
        error
    }

    fn new(status: StatusCode, title: &'static str, message: Message) -> Self {
        let incident = incident(rand::random());
        Self(Box::new(Told { status, title, message, cause: None, leads_to: None, incident }))
    }

    /// The status of the reply.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The number by which the log knows this reply.
    pub fn incident(&self) -> &str {
        &self.0.incident
    }

    /// What the reader is told; the API says the same in JSON.
    pub fn say(&self, language: Language) -> String {
        self.0.message.say(language)
    }

    /// The page in a language.
    pub fn page(&self, l: Language) -> String {
        let title = l.t(self.0.title);
        let body = html! {
            p.lead { (self.say(l)) }
            div.buttons { (button_link("/", l.t("error-home"))) }
            p.quiet { (l.with("error-incident", &[("number", self.0.incident.as_str().into())])) }
        };
        Page::new(l, title).narrow().body(body).render()
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Some(address) = &self.0.leads_to {
            return Redirect::to(address).into_response();
        }
        let (status, incident) = (self.0.status.as_u16(), self.0.incident.as_str());
        match &self.0.cause {
            Some(cause) => tracing::error!(incident, status, cause, "page failed"),
            None => tracing::info!(incident, status, message = ?self.0.message, "page refused"),
        }
        let page = Html(self.page(Language::Vietnamese));
        let mut response = (self.0.status, page).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A middleware: says an error again in the `Language` that an outer layer put on the request.
pub async fn speak(request: Request, next: Next) -> Response {
    let language = request.extensions().get::<Language>().copied().unwrap_or_default();
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<PageError>() {
        Some(error) if language != Language::Vietnamese => {
            (error.0.status, Html(error.page(language))).into_response()
        }
        _ => response,
    }
}

/// A number that can be read over the telephone: two groups of four, without I, L, O, U.
fn incident(random: u64) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let sign = |place: u32| char::from(SIGNS[(random >> (5 * place) & 31) as usize]);
    (0..4).map(sign).chain(['-']).chain((4..8).map(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_the_cause_and_shows_the_number() {
        let error = PageError::internal("disk /dev/sda is <full>");
        let page = error.page(Language::Vietnamese);
        assert!(!page.contains("sda") && page.contains(error.incident()));
        assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let response = error.into_response();
        assert!(response.extensions().get::<PageError>().is_some());
    }

    #[test]
    fn says_the_rule_in_both_languages() {
        let error = PageError::refused(Message::worded("Hồ sơ <đã> gửi"));
        assert!(error.page(Language::English).contains("Hồ sơ &lt;đã&gt; gửi"));
        assert_eq!(error.status(), StatusCode::CONFLICT);
        assert_eq!(PageError::not_found().status(), StatusCode::NOT_FOUND);
        assert_eq!(PageError::forbidden().status(), StatusCode::FORBIDDEN);
    }

    #[test]
    fn every_error_has_its_words() {
        let errors = [
            PageError::not_found(),
            PageError::forbidden(),
            PageError::refused(Message::worded("…")),
            PageError::invalid(Message::new("form-too-large")),
            PageError::stale(),
            PageError::internal("…"),
        ];
        for error in errors {
            for language in [Language::Vietnamese, Language::English] {
                let page = error.page(language);
                assert!(!page.contains("error-") && !page.contains("form-too"), "{page}");
            }
        }
    }

    #[test]
    fn numbers_are_legible() {
        assert_eq!(incident(0), "0000-0000");
        assert_eq!(incident(u64::MAX), "ZZZZ-ZZZZ");
    }
}
