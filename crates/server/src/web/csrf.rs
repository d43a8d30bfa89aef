//! No other site acts in a person's name.
//!
//! Two doors: `guard` reads where a request comes from, before anything else; the verb's page
//! then calls `check` with the token that the session expects in the form.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use maud::{Markup, html};
use sha2::{Digest, Sha256};

use crate::web::{Form, PageError};

/// The name of the hidden field.
pub const FIELD: &str = "the";

/// A middleware: refuses acts (anything but GET, HEAD, OPTIONS) that come from elsewhere.
pub async fn guard(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_own(request.headers()) {
        next.run(request).await
    } else {
        PageError::stale().into_response()
    }
}

/// Whether the headers show a page of ours, or a program that carries its own key.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => {
            let place = origin.split_once("://").map(|(_, place)| place);
            place.is_some_and(|place| place.eq_ignore_ascii_case(host))
        }
        // A program of the API: no browser sends its key unasked, so nobody can borrow it.
        (None, _) => {
            headers.contains_key(header::AUTHORIZATION) && !headers.contains_key(header::COOKIE)
        }
        _ => false,
    }
}

/// The token of a session's forms, from the session's secret; the secret itself is not shown.
pub fn token(session_secret: &[u8]) -> String {
    let digest = Sha256::new().chain_update(b"chungsuc form\0").chain_update(session_secret);
    HEXLOWER.encode(&digest.finalize())
}

/// The hidden field that every acting form carries.
pub fn token_field(token: &str) -> Markup {
    html! { input type="hidden" name=(FIELD) value=(token); }
}

/// Refuses a form whose token is not the one expected.
pub fn check(expected: &str, form: &Form) -> Result<(), PageError> {
    let equal = is_equal(expected.as_bytes(), form.raw(FIELD).as_bytes());
    if equal && !expected.is_empty() { Ok(()) } else { Err(PageError::stale()) }
}

/// Compares in a time that tells nothing of where two values differ.
fn is_equal(one: &[u8], other: &[u8]) -> bool {
    let differences = one.iter().zip(other).fold(0, |found, (a, b)| found | (a ^ b));
    one.len() == other.len() && std::hint::black_box(differences) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn own(pairs: &[(&'static str, &'static str)]) -> bool {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        is_own(&pairs.iter().map(pair).collect())
    }

    #[test]
    fn knows_its_own_pages() {
        let host = ("host", "xa.gov.vn:8080");
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(own(&[("sec-fetch-site", "none")]));
        assert!(own(&[("origin", "https://XA.gov.vn:8080"), host]));
        assert!(own(&[("authorization", "Bearer x")]));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "http://xa.gov.vn:8080")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(!own(&[("origin", "null"), host]));
        assert!(!own(&[("origin", "https://xa.gov.vn"), host]));
        assert!(!own(&[("authorization", "Bearer x"), ("cookie", "phien=1")]));
        assert!(!own(&[host]));
    }

    #[test]
    fn checks_the_token() {
        let expected = token(b"secret");
        assert_eq!(expected.len(), 64);
        assert_ne!(expected, token(b"another"));
        let with = |token: &str| Form::from_pairs([(FIELD, token)]);
        assert!(check(&expected, &with(&expected)).is_ok());
        assert!(check(&expected, &with("")).is_err());
        assert!(check(&expected, &with(&expected[1..])).is_err());
        assert!(check("", &with("")).is_err());
        assert!(token_field(&expected).into_string().contains(&expected));
    }
}
