//! The program on the network: every address, and the guards that each reply passes.

use std::num::NonZero;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::runtime::{Builder, Runtime};
use tower_http::compression::CompressionLayer;

use crate::app::App;
use crate::features;
use crate::visit::{LANGUAGE_COOKIE, language_of};
use crate::web::{Form, Language, PageError, assets, csrf, error, headers};

/// Threads that read and write, for each processor: some wait for the disk or the network while
/// others work; more would only take turns.
const WORKERS: usize = 4;

/// The threads that the program is served by.
///
/// # Errors
/// When the system gives none.
pub fn runtime() -> std::io::Result<Runtime> {
    let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
    Builder::new_multi_thread().enable_all().max_blocking_threads(WORKERS * processors).build()
}

/// The program, ready to be served.
pub fn router(app: App) -> Router {
    let pages = features::routes().into_router().with_state(app);
    pages
        .merge(assets::router())
        .fallback(async || PageError::not_found().into_response())
        .layer(middleware::from_fn(csrf::guard))
        .layer(middleware::from_fn(error::speak))
        .layer(middleware::from_fn(choose_language))
        .layer(middleware::from_fn(headers::secure))
        .layer(CompressionLayer::new())
}

/// Puts the reader's language on the request for the errors, and keeps a choice made in the address.
async fn choose_language(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let query = Form::parse(parts.uri.query().unwrap_or_default().as_bytes());
    let chosen = Language::parse(query.text("lang"));
    let language = language_of(&parts);
    parts.extensions.insert(language);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(language) = chosen {
        let year = 365 * 24 * 3_600;
        let code = language.code();
        let cookie = format!("{LANGUAGE_COOKIE}={code}; Path=/; SameSite=Lax; Max-Age={year}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}
