//! What every verb holds: the store, the catalog, the clock.

use std::num::NonZeroU32;
use std::sync::Arc;

use chungsuc_domain::catalog::Catalog;
use chungsuc_press::signed::Roots;
use chungsuc_store::{Author, Reader, Store, StoreError, Writer};
use jiff::{Timestamp, civil::Date};

use crate::access::Person;
use crate::clock::Clock;
use crate::features::councils::KeyFolder;
use crate::features::movements::drafts;
use crate::features::standards::rules::KeptRules;
use crate::features::templates;
use crate::recent::Recent;
use crate::refusal::Refusal;
use crate::throttle::Throttle;

/// The program at work. Cheap to clone; all clones share one store.
#[derive(Clone)]
pub struct App {
    /// The door to data.
    pub store: Arc<Store>,
    /// The law and the standards.
    pub catalog: Arc<Catalog>,
    /// By what communes are judged, as it was read last.
    pub rules: Arc<KeptRules>,
    /// What time it is.
    pub clock: Clock,
    /// How often an address may try to log in.
    pub login_gate: Arc<Throttle>,
    /// How often an address may send what anybody may send.
    pub public_gate: Arc<Throttle>,
    /// The certificates that chains of digital signatures must lead to.
    pub signature_roots: Arc<Roots>,
    /// Where the keys of open secret ballots lie.
    pub ballot_keys: KeyFolder,
    /// The texts of plans that were looked at lately.
    pub plan_texts: Arc<Recent<drafts::Text>>,
    /// What the offices' own templates are worth that were used lately.
    pub templates: Arc<Recent<templates::Reading>>,
    /// Whether cookies are sent over HTTPS only.
    pub secure_cookies: bool,
}

/// Logins that one address may try in a minute; an office is one address, so it is generous.
const LOGINS: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// What one address may send to the office in an hour without a login.
const SENDINGS: NonZeroU32 = NonZeroU32::new(20).unwrap();
/// Texts of plans that are held: as many as are worked on at a time.
const PLAN_TEXTS: usize = 16;
/// Templates that are held: the own ones of some dozens of communes.
const TEMPLATES: usize = 200;

impl App {
    /// The program over a store, with its own catalog.
    pub fn new(store: Arc<Store>, clock: Clock) -> Self {
        Self {
            ballot_keys: KeyFolder::beside(store.address()),
            store,
            catalog: crate::catalog::embedded(),
            rules: Arc::default(),
            clock,
            login_gate: Arc::new(Throttle::per_minute(LOGINS)),
            public_gate: Arc::new(Throttle::per_hour(SENDINGS)),
            signature_roots: Arc::default(),
            plan_texts: Arc::new(Recent::new(PLAN_TEXTS)),
            templates: Arc::new(Recent::new(TEMPLATES)),
            secure_cookies: false,
        }
    }

    /// The same program at another moment: the worked example lives its years by it.
    #[must_use]
    pub fn at(&self, moment: Timestamp) -> Self {
        Self { clock: Clock::Still(moment), ..self.clone() }
    }

    /// The day in Việt Nam.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// A new id: unique, and in the order of time.
    pub fn new_id(&self) -> String {
        let now = self.clock.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        let time = uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos);
        uuid::Uuid::new_v7(time).to_string()
    }

    /// Reads.
    ///
    /// # Errors
    /// Those of the closure.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.read(work)
    }

    /// Writes in the name of a person, for their commune, now.
    ///
    /// # Errors
    /// Those of the closure; then nothing was written.
    pub fn write<T>(
        &self,
        by: &Person,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.store.write(&self.author(by), work)
    }

    /// The person as the journal names them, now.
    pub(crate) fn author(&self, by: &Person) -> Author {
        Author { commune: by.commune.clone(), actor: by.account.clone(), at: self.clock.now() }
    }
}
