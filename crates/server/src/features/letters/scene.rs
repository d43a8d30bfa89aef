//! What a letter is about: the record that it names, read when the letter is filled.

use chungsuc_press::template::Values;
use chungsuc_press::{Issuer as Head, Number};
use chungsuc_store::Param;
use jiff::civil::Date;

use super::writing::{Issuer, Writing};
use super::{Typed, nominee};
use crate::access::{Person, Place};
use crate::app::App;
use crate::features::councils::{self, SittingView};
use crate::features::decisions::cite;
use crate::features::movements::{self, Movement};
use crate::features::nominations::{self, Nomination};
use crate::features::office::Office;
use crate::features::recognition::{self, Dossier};
use crate::refusal::Refusal;

/// The record that a letter is about, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A sitting of the council.
    Sitting(String),
    /// A movement.
    Movement(String),
    /// A nomination.
    Nomination(String),
    /// A dossier of recognition.
    Recognition(String),
}

impl Subject {
    pub(super) fn of_columns(
        sitting: Option<String>,
        movement: Option<String>,
        nomination: Option<String>,
        recognition: Option<String>,
    ) -> Option<Self> {
        let sitting = sitting.map(Self::Sitting).or(movement.map(Self::Movement));
        sitting.or(nomination.map(Self::Nomination)).or(recognition.map(Self::Recognition))
    }

    /// Its id.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Sitting(id)
            | Self::Movement(id)
            | Self::Nomination(id)
            | Self::Recognition(id) => id,
        }
    }

    /// The columns of a sitting, a movement, a nomination, a dossier of recognition; one of them is
    /// filled.
    pub(super) fn columns(&self) -> [Param<'_>; 4] {
        let none = || Param::from(None::<&str>);
        match self {
            Self::Sitting(id) => [id.into(), none(), none(), none()],
            Self::Movement(id) => [none(), id.into(), none(), none()],
            Self::Nomination(id) => [none(), none(), id.into(), none()],
            Self::Recognition(id) => [none(), none(), none(), id.into()],
        }
    }
}

/// The record itself.
pub(super) enum Matter {
    Sitting(Box<SittingView>),
    Movement(Box<Movement>),
    Nomination(Box<Nomination>),
    Recognition(Box<Dossier>),
}

impl Matter {
    /// Reads the record as far as the person may.
    pub(super) fn read(app: &App, by: &Person, subject: &Subject) -> Result<Self, Refusal> {
        Ok(match subject {
            Subject::Sitting(id) => Self::Sitting(Box::new(councils::sitting(app, by, id)?)),
            Subject::Movement(id) => Self::Movement(Box::new(movements::find(app, by, id)?)),
            Subject::Nomination(id) => Self::Nomination(Box::new(nominations::find(app, by, id)?)),
            Subject::Recognition(id) => {
                Self::Recognition(Box::new(recognition::dossier(app, by, id)?))
            }
        })
    }

    /// The movement that a letter about this names: none where a sitting took up several.
    pub(super) fn movement(&self, app: &App, by: &Person) -> Result<Option<Movement>, Refusal> {
        let id = match self {
            Self::Movement(movement) => return Ok(Some(Movement::clone(movement))),
            Self::Nomination(nomination) => Some(nomination.movement.as_str()),
            Self::Recognition(_) => None,
            Self::Sitting(sitting) => {
                let mut ids: Vec<_> =
                    sitting.items.iter().map(|item| item.nomination.movement.as_str()).collect();
                ids.dedup();
                ids.first().copied().filter(|_| ids.len() == 1)
            }
        };
        id.map(|id| movements::find(app, by, id)).transpose()
    }

    /// The name of the member who has this part in the council of a sitting.
    pub(super) fn member(&self, part: &str) -> Option<&str> {
        let Self::Sitting(sitting) = self else { return None };
        let holder = sitting.members.iter().find(|member| member.part == part);
        holder.map(|member| member.name.as_str())
    }

    /// Where the record belongs.
    pub(super) fn place<'a>(&'a self, commune: &'a str) -> Place<'a> {
        match self {
            Self::Nomination(nomination) => nomination.place(commune),
            Self::Sitting(_) | Self::Movement(_) | Self::Recognition(_) => Place::commune(commune),
        }
    }

    /// The year that a letter about this names.
    fn year(&self, today: Date) -> i16 {
        match self {
            Self::Sitting(sitting) => sitting.held_on.year(),
            Self::Nomination(nomination) => nomination.proposed_on.year(),
            Self::Recognition(dossier) => dossier.record.as_of.year(),
            Self::Movement(_) => today.year(),
        }
    }
}

/// Who writes, where and on which day.
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    pub(super) by: &'a Person,
    pub(super) office: Office,
    pub(super) today: Date,
}

impl<'a> Scene<'a> {
    pub(super) fn new(app: &'a App, by: &'a Person) -> Self {
        Self { app, by, office: Office::of(&by.commune_name), today: app.today() }
    }

    /// In whose name a letter is: “Hội đồng Thi đua - Khen thưởng xã Tơ Tung” under the committee,
    /// the committee, or the nominee. `number` is that of the commune's own book.
    pub(super) fn head(
        &self,
        writing: &Writing,
        matter: &Matter,
        typed: &Typed,
        number: Option<Number>,
    ) -> Result<Head, Refusal> {
        Ok(match (writing.issuer, matter) {
            (Issuer::Council, _) => Head::Body {
                superior: Some(self.office.issuer()),
                name: format!("Hội đồng Thi đua - Khen thưởng {}", self.office.commune),
                number,
            },
            (Issuer::Nominee, Matter::Nomination(it)) => nominee::issuer(self, it, typed, number)?,
            (Issuer::Office | Issuer::Nominee, _) => Head::body(self.office.issuer(), number),
        })
    }

    /// The documents of emulation law of today, each as a line of bases.
    pub(super) fn law(&self) -> Vec<String> {
        let regime = self.app.catalog.regime(self.today);
        let documents = regime.map(|regime| regime.value.documents.as_slice()).unwrap_or_default();
        documents.iter().map(|document| cite(document)).collect()
    }

    /// The values that every sort has.
    pub(super) fn common(
        &self,
        writing: &Writing,
        matter: &Matter,
        typed: &Typed,
    ) -> Result<Values, Refusal> {
        // A round outside a movement is none, and the words on movements are left out.
        let movement = matter.movement(self.app, self.by)?.filter(|it| it.mode.is_none());
        let movement = movement.map(|movement| movement.name);
        let head = self.head(writing, matter, typed, None)?;
        Ok(Values::new()
            .text("cơ quan", self.office.issuer())
            .text("xã", self.office.commune.clone())
            .text("người quyết định", self.office.decider())
            .text("nơi ban hành", head.name().unwrap_or(&typed.signer_name))
            .text("cơ quan cấp trên", head.superior().unwrap_or_default())
            .text("địa danh", self.office.place.clone())
            .text("tên phong trào", movement.unwrap_or_default())
            .text("năm", matter.year(self.today).to_string())
            .text("người ký", typed.signer_name.clone()))
    }
}
