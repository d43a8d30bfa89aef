//! The headers that every reply carries.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

/// Nothing but our own style, script, pictures and forms.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; \
    img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; \
    base-uri 'none'";

/// `same-origin` and not `no-referrer`: that one would blank the Origin which `csrf` reads.
const GUARDS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// A middleware: guards on every reply, and no page kept by a cache unless its maker says so.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in GUARDS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let cache = headers.entry(header::CACHE_CONTROL);
    cache.or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::assets;
    use axum::body::Body;
    use axum::{Router, middleware, routing};
    use tower::ServiceExt;

    async fn get(path: &str) -> Option<Response> {
        let app: Router = assets::router();
        let app = app.route("/", routing::get(|| async { "page" }));
        let app = app.layer(middleware::from_fn(secure));
        app.oneshot(Request::get(path).body(Body::empty()).ok()?).await.ok()
    }

    fn value<'a>(response: Option<&'a Response>, name: &str) -> &'a str {
        let value = response.and_then(|found| found.headers().get(name));
        value.and_then(|text| text.to_str().ok()).unwrap_or_default()
    }

    #[tokio::test]
    async fn guards_every_reply() {
        let page = get("/").await;
        let page = page.as_ref();
        assert!(value(page, "content-security-policy").starts_with("default-src 'none'; style"));
        assert!(!value(page, "content-security-policy").contains("  "));
        assert_eq!(value(page, "x-content-type-options"), "nosniff");
        assert_eq!(value(page, "cache-control"), "no-store");
        let style = get(assets::style()).await;
        assert!(value(style.as_ref(), "cache-control").contains("immutable"));
    }
}
