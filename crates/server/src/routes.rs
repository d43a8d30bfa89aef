//! The one list of addresses. A page cannot be served without saying who may open it.
//!
//! Handlers are plain functions: the list runs each of them off the async threads, with the person,
//! the language and the query already read, and refuses it before it starts if no role of the person
//! opens it. The verb then asks for the place of the record.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, RawPathParams, Request, State};
use axum::routing::{MethodRouter, get, post};

use crate::access::Act;
use crate::app::App;
use crate::visit::{Reply, Visit};
use crate::web::{Form, Message, PageError, Upload};

/// Largest body of a form without files, in bytes.
const FORM_LIMIT: usize = 256 * 1024;
/// Largest body of a form with files, in bytes.
const UPLOAD_LIMIT: usize = 12 * 1024 * 1024;

/// Who may open an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Everybody.
    Public,
    /// Whoever is logged in.
    SignedIn,
    /// Whoever holds a role that may do this somewhere.
    May(Act),
}

/// What an address was declared as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The address, with `{name}` for its parts that vary.
    pub path: &'static str,
    /// Who may open it.
    pub gate: Gate,
}

/// A page: a plain function from a visit to a reply.
pub type Page = fn(&Visit) -> Reply;
/// An act: a plain function that also gets the form.
pub type Deed = fn(&Visit, &Form) -> Reply;
/// An act with files.
pub type FileDeed = fn(&Visit, &Upload) -> Reply;

/// The addresses of the program, with what serves them.
#[derive(Default)]
pub struct Routes {
    entries: Vec<Entry>,
    router: Router<App>,
}

impl Routes {
    /// Shows a page.
    #[must_use]
    pub fn page(self, path: &'static str, gate: Gate, page: Page) -> Self {
        let handler =
            async move |State(app): State<App>, params: RawPathParams, request: Request| {
                let asked = Asked::new(app, &params, &request);
                off_thread(move || page(&asked.arrive(gate)?)).await
            };
        self.add("GET", path, gate, get(handler))
    }

    /// Does something that a form asks for. Who may not is refused before the body is read; then the
    /// form's token is checked.
    #[must_use]
    pub fn deed(self, path: &'static str, gate: Gate, deed: Deed) -> Self {
        let handler =
            async move |State(app): State<App>, params: RawPathParams, request: Request| {
                let asked = Asked::new(app, &params, &request);
                let visit = off_thread(move || asked.arrive(gate)).await?;
                let form = Form::parse(&read_body(request, FORM_LIMIT).await?);
                visit.check_form(&form)?;
                off_thread(move || deed(&visit, &form)).await
            };
        self.add("POST", path, gate, post(handler))
    }

    /// Does something that a form with files asks for, with the same care.
    #[must_use]
    pub fn file_deed(self, path: &'static str, gate: Gate, deed: FileDeed) -> Self {
        let handler =
            async move |State(app): State<App>, params: RawPathParams, request: Request| {
                let asked = Asked::new(app, &params, &request);
                let visit = off_thread(move || asked.arrive(gate)).await?;
                let upload = read_upload(request).await?;
                visit.check_form(&upload.form)?;
                off_thread(move || deed(&visit, &upload)).await
            };
        self.add("POST", path, gate, post(handler))
    }

    /// Takes in the addresses of a feature.
    #[must_use]
    pub fn and(mut self, other: Routes) -> Self {
        self.entries.extend(other.entries);
        Self { entries: self.entries, router: self.router.merge(other.router) }
    }

    /// Every address, for the test of permissions.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What serves them.
    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        gate: Gate,
        handler: MethodRouter<App>,
    ) -> Self {
        self.entries.push(Entry { method, path, gate });
        Self { entries: self.entries, router: self.router.route(path, handler) }
    }
}

/// A request, before it is known who asks.
struct Asked {
    app: App,
    params: Vec<(String, String)>,
    parts: Arc<axum::http::request::Parts>,
}

impl Asked {
    fn new(app: App, params: &RawPathParams, request: &Request) -> Self {
        let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let (mut parts, ()) = Request::new(()).into_parts();
        parts.method = request.method().clone();
        parts.uri = request.uri().clone();
        parts.headers = request.headers().clone();
        parts.extensions = request.extensions().clone();
        Self { app, params: params.collect(), parts: Arc::new(parts) }
    }

    fn arrive(self, gate: Gate) -> Result<Visit, PageError> {
        Visit::arrive(self.app, self.params, &self.parts, gate)
    }
}

async fn read_body(request: Request, limit: usize) -> Result<Bytes, PageError> {
    axum::body::to_bytes(request.into_body(), limit)
        .await
        .map_err(|_| PageError::invalid(Message::new("form-too-large")))
}

async fn read_upload(request: Request) -> Result<Upload, PageError> {
    let (parts, body) = request.into_parts();
    let too_large = || PageError::invalid(Message::new("form-too-large"));
    let bytes = axum::body::to_bytes(body, UPLOAD_LIMIT).await.map_err(|_| too_large())?;
    let mut request = Request::from_parts(parts, bytes.into());
    // Measured already; axum would refuse a file of more than 2 MB by itself.
    DefaultBodyLimit::disable().apply(&mut request);
    let broken = || PageError::invalid(Message::new("error-invalid"));
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    Upload::read(&mut multipart).await.map_err(|_| broken())
}

/// Runs something where it may wait for the disk.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PageError> + Send + 'static,
) -> Result<T, PageError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => Err(PageError::internal(panicked)),
    }
}
