//! A program in a fresh database of either engine, and people who use it as a browser would.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, header};
use chungsuc_press::signed::Roots;
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::clock::Clock;
use chungsuc_server::features::accounts::{self, NewAccount};
use chungsuc_server::features::councils::KeyFolder;
use chungsuc_server::{example, http};
use chungsuc_store::{Address, Store};
use tower::ServiceExt;

/// Writes a test once and runs it on both engines.
macro_rules! on_both_engines {
    ($(fn $name:ident($engine:ident: Engine) $body:block)+) => {
        mod sqlite {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $engine = crate::harness::Engine::Sqlite; $body })+
        }
        mod postgres {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $engine = crate::harness::Engine::Postgres; $body })+
        }
    };
}
pub(crate) use on_both_engines;

pub(crate) const COMMUNE: &str = example::COMMUNE;
/// Làng Sơ Tor.
pub(crate) const SO_TOR: &str = "23668-01";
/// When tests are: the morning of 20 December 2023.
pub(crate) const NOW: &str = "2023-12-20T02:00:00Z";
const PASSWORD: &str = "mật khẩu của các phép thử";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// The program, and where its data lies.
pub(crate) struct TestApp {
    pub(crate) app: App,
    router: Router,
    _folder: tempfile::TempDir,
}

impl TestApp {
    /// The example's units and accounts and nothing else.
    pub(crate) fn new(engine: Engine) -> Self {
        Self::at(engine, "2022-01-01T00:00:00Z", NOW)
    }

    /// The whole example, as it stands on 20 December 2023.
    pub(crate) fn example(engine: Engine) -> Self {
        Self::at(engine, NOW, NOW)
    }

    /// The whole example up to the end of its last year.
    pub(crate) fn whole_example(engine: Engine) -> Self {
        Self::at(engine, "2026-02-01T02:00:00Z", "2026-02-01T02:00:00Z")
    }

    fn at(engine: Engine, lived_until: &'static str, now: &str) -> Self {
        // What a page hides is told here.
        let log = tracing_subscriber::fmt().with_max_level(tracing::Level::ERROR);
        let _ = log.with_writer(std::io::stderr).try_init();
        let folder = tempfile::tempdir().unwrap();
        let store = match engine {
            Engine::Sqlite => {
                let path = folder.path().join("chungsuc.db");
                std::fs::copy(sqlite_template(lived_until), &path).unwrap();
                Store::scratch(Address::File(path)).unwrap()
            }
            Engine::Postgres => Store::open(postgres_copy(lived_until)).unwrap(),
        };
        let app = App::new(Arc::new(store), Clock::Still(now.parse().unwrap()));
        let app = App { ballot_keys: KeyFolder::at(folder.path().join("ballot-keys")), ..app };
        Self { router: http::router(app.clone()), app, _folder: folder }
    }

    /// The same data at another moment.
    pub(crate) fn later(self, now: &str) -> Self {
        let app = self.app.at(now.parse().unwrap());
        Self { router: http::router(app.clone()), app, ..self }
    }

    /// Where the keys of its secret ballots lie.
    pub(crate) fn ballot_keys(&self) -> PathBuf {
        self._folder.path().join("ballot-keys")
    }

    /// The same data in a program that was started anew: it remembers nothing.
    pub(crate) fn restarted(self) -> Self {
        let fresh = App::new(self.app.store.clone(), self.app.clock);
        let app = App { ballot_keys: self.app.ballot_keys.clone(), ..fresh };
        Self { router: http::router(app.clone()), app, ..self }
    }

    /// The same program, with these roots of digital signatures.
    pub(crate) fn trusting(self, roots: Arc<Roots>) -> Self {
        let app = App { signature_roots: roots, ..self.app.clone() };
        Self { router: http::router(app.clone()), app, ..self }
    }

    /// A person with one role over the whole commune, for verbs that are called directly.
    pub(crate) fn person(&self, role: Role) -> Person {
        self.person_of(role, COMMUNE)
    }

    /// A person with one role over one territory; the account is made on first use.
    pub(crate) fn person_of(&self, role: Role, territory: &str) -> Person {
        let login = format!("{}.{}", role.code().replace('_', ""), territory.replace('-', "."));
        let roles = [(role, territory.to_owned())];
        let administrator = Person {
            account: "system:test".into(),
            name: "Phép thử".into(),
            commune: COMMUNE.into(),
            commune_name: "Tơ Tung".into(),
            grants: vec![Grant { role: Role::Administrator, territory: COMMUNE.into() }],
        };
        let known = accounts::accounts(&self.app, &administrator).unwrap();
        let known = known.into_iter().find(|account| account.login == login);
        let account = known.map(|account| account.id).unwrap_or_else(|| {
            let full_name = format!("Người thử {login}");
            let new = NewAccount {
                login: &login,
                full_name: &full_name,
                password: PASSWORD,
                roles: &roles,
            };
            accounts::create(&self.app, &administrator, &new).unwrap()
        });
        let grants = vec![Grant { role, territory: territory.to_owned() }];
        Person { account, grants, ..administrator }
    }

    /// A browser in which somebody with this role over the whole commune is logged in.
    pub(crate) fn browser(&self, role: Role) -> Browser<'_> {
        self.browser_of(&self.person(role))
    }

    /// A browser in which this person is logged in.
    pub(crate) fn browser_of(&self, person: &Person) -> Browser<'_> {
        let token =
            accounts::start_session(&self.app, COMMUNE, &person.account, "test browser").unwrap();
        Browser { test: self, token: Some(token) }
    }

    /// A browser in which nobody is logged in.
    pub(crate) fn stranger(&self) -> Browser<'_> {
        Browser { test: self, token: None }
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) headers: BTreeMap<String, String>,
}

impl Page {
    /// Where the reply leads, without its query.
    pub(crate) fn leads_to(&self) -> &str {
        let address = self.headers.get("location").map_or("", String::as_str);
        address.split('?').next().unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn shows(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "{} without “{words}”:\n{}", self.status, self.text);
        self
    }

    #[track_caller]
    pub(crate) fn hides(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "shows “{words}”:\n{}", self.text);
        self
    }

    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }
}

/// Somebody's browser; it sends the session's cookie, and the token in every form.
pub(crate) struct Browser<'a> {
    pub(crate) test: &'a TestApp,
    pub(crate) token: Option<String>,
}

impl Browser<'_> {
    pub(crate) fn get(&self, address: &str) -> Page {
        self.send(self.request("GET", address).body(Body::empty()).unwrap())
    }

    pub(crate) fn post(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let mut pairs: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        pairs.push(("the", self.form_token()));
        self.post_plainly(address, &serde_urlencoded::to_string(&pairs).unwrap())
    }

    /// A form without the token.
    pub(crate) fn post_plainly(&self, address: &str, body: &str) -> Page {
        let request = self
            .request("POST", address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    /// A form with one file.
    pub(crate) fn post_file(
        &self,
        address: &str,
        fields: &[(&str, &str)],
        (field, name, content): (&str, &str, &[u8]),
    ) -> Page {
        let mut body = Vec::new();
        let token = self.form_token();
        for (name, value) in fields.iter().copied().chain([("the", token.as_str())]) {
            let head = format!("--ranh\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        let head = format!(
            "--ranh\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--ranh--\r\n");
        let request = self
            .request("POST", address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=ranh");
        self.send(request.body(Body::from(body)).unwrap())
    }

    fn form_token(&self) -> String {
        let secret = self.token.as_deref().map(str::as_bytes);
        secret.map(chungsuc_server::web::csrf::token).unwrap_or_default()
    }

    fn request(&self, method: &str, address: &str) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("sec-fetch-site", "same-origin")
            .header(header::HOST, "127.0.0.1");
        match &self.token {
            Some(token) => request.header(header::COOKIE, format!("phien={token}")),
            None => request,
        }
    }

    fn send(&self, request: Request<Body>) -> Page {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response: Response<Body> = self.test.router.clone().oneshot(request).await.unwrap();
            let headers = response.headers().iter().map(|(name, value)| {
                (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            });
            let (status, headers) = (response.status().as_u16(), headers.collect());
            let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
            Page { status, text: String::from_utf8_lossy(&bytes).into_owned(), bytes, headers }
        })
    }
}

/// Lives the example through once for all tests that begin at the same day, then copies it.
fn template(lived_until: &'static str, address: Address) {
    let store = Store::scratch(address).unwrap();
    let app = App::new(Arc::new(store), Clock::Still(lived_until.parse().unwrap()));
    let keys = tempfile::tempdir().unwrap();
    let app = App { ballot_keys: KeyFolder::at(keys.path()), ..app };
    example::load(&app).unwrap();
}

static SQLITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
static MADE: LazyLock<std::sync::Mutex<std::collections::BTreeSet<(Engine, &'static str)>>> =
    LazyLock::new(std::sync::Mutex::default);

fn sqlite_template(lived_until: &'static str) -> PathBuf {
    let path = SQLITE.path().join(format!("{}.db", &lived_until[..10]));
    let mut made = MADE.lock().unwrap();
    if made.insert((Engine::Sqlite, lived_until)) {
        template(lived_until, Address::File(path.clone()));
    }
    path
}

fn postgres_copy(lived_until: &'static str) -> Address {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("CHUNGSUC_TEST_POSTGRES")
        .expect("CHUNGSUC_TEST_POSTGRES names the PostgreSQL server for tests: use scripts/test");
    let run = std::process::id();
    let original = format!("example_{run}_{}", lived_until[..10].replace('-', ""));
    let copy = format!("test_{run}_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    // One at a time: a database that is being copied must not be in use.
    let mut made = MADE.lock().unwrap();
    let mut client =
        postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls).unwrap();
    if made.insert((Engine::Postgres, lived_until)) {
        client.batch_execute(&format!("CREATE DATABASE {original}")).unwrap();
        template(lived_until, Address::Server(format!("{server}/{original}")));
    }
    client.batch_execute(&format!("CREATE DATABASE {copy} TEMPLATE {original}")).unwrap();
    Address::Server(format!("{server}/{copy}"))
}
