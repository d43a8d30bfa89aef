//! How each sort of document is written: about what, in whose name, what is asked and how it is
//! filled.

use chungsuc_domain::SubjectKind;
use chungsuc_press::Cosigner;
use chungsuc_press::template::Values;
use jiff::civil::Date;

use super::scene::{Matter, Scene};
use super::{Subject, Typed, nominee, sorts};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::councils::SittingView;
use crate::features::movements::Movement;
use crate::features::nominations::Nomination;
use crate::features::papers::{Readers, Relation};
use crate::features::recognition::Dossier;
use crate::features::templates::Sort;
use crate::refusal::Refusal;
use crate::web::{Form, Message};

/// In whose name a document is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Issuer {
    /// Hội đồng Thi đua - Khen thưởng, under the People's Committee.
    Council,
    /// Ủy ban nhân dân.
    Office,
    /// The nominee reports on itself: a body in its own name, a person or a household without a
    /// letterhead.
    Nominee,
}

/// How a sort of document is written.
pub(super) struct Writing {
    /// The sort, with its template.
    pub(super) sort: &'static Sort,
    /// In whose name.
    pub(super) issuer: Issuer,
    /// What stands behind the type in the symbol: “HĐTĐKT”; of a công văn the whole symbol.
    pub(super) abbreviation: &'static str,
    /// Who may read it: what names nominees is for those who read dossiers.
    pub(super) readers: Readers,
    /// As what its signer usually signs, a line each.
    pub(super) capacity: &'static str,
    /// The part in the council of who usually signs; what the chairman decides on is proposed by
    /// another.
    pub(super) signer: Option<&'static str>,
    /// What it is about, with what is asked for it and how it is filled.
    pub(super) about: About,
}

/// What a sort is about.
pub(super) enum About {
    Sitting(Script<SittingView>),
    Movement(Script<Movement>),
    Nomination(Nominees, Script<Nomination>),
    /// With the part of the dossier that it becomes when it is issued.
    Recognition(&'static str, Script<Dossier>),
}

/// Whose nominations a sort is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nominees {
    Persons,
    Households,
    Collectives,
    All,
}

impl Nominees {
    fn holds(self, kind: SubjectKind) -> bool {
        match self {
            Self::Persons => kind == SubjectKind::Individual,
            Self::Households => kind == SubjectKind::Household,
            Self::Collectives => nominee::is_collective(kind),
            Self::All => true,
        }
    }
}

impl Writing {
    /// Refuses who may not write this sort for a place: nominees are reported on by those who
    /// propose there, everything else is the office's.
    pub(super) fn must_be_written_by(&self, by: &Person, place: Place<'_>) -> Result<(), Refusal> {
        match self.issuer {
            Issuer::Nominee => by.must(Act::WriteAchievements, place),
            Issuer::Council | Issuer::Office => by.must_in_commune(Act::WriteLetters),
        }
    }

    /// Whether it takes its number from the commune's books. The report of a nominee does not,
    /// unless the commune itself is proposed.
    pub(super) fn takes_a_number(&self, matter: &Matter) -> bool {
        match (self.issuer, matter) {
            (Issuer::Nominee, Matter::Nomination(nomination)) => {
                nomination.contestant.kind == SubjectKind::Commune
            }
            _ => true,
        }
    }

    fn fits(&self, matter: &Matter) -> bool {
        match (&self.about, matter) {
            (About::Sitting(_), Matter::Sitting(_)) | (About::Movement(_), Matter::Movement(_)) => {
                true
            }
            (About::Nomination(of, _), Matter::Nomination(it)) => of.holds(it.contestant.kind),
            (About::Recognition(..), Matter::Recognition(_)) => true,
            _ => false,
        }
    }
}

/// What is asked and how it is filled, for a record of one kind.
pub(super) struct Script<T> {
    /// What the officer types for one letter. A rule says no where the record is not ready for it.
    pub(super) ask: fn(&Scene<'_>, &T) -> Result<Vec<Question>, Refusal>,
    /// The values of the sort's own fields.
    pub(super) fill: fn(&Scene<'_>, &T, &Typed, Values) -> Result<Filled, Refusal>,
}

/// What a letter says, and what it has to do with other papers.
#[derive(Default)]
pub(super) struct Filled {
    /// The values of all its fields.
    pub(super) values: Values,
    /// Who signs at the bottom left: the secretary of minutes, the body that confirms a report.
    pub(super) cosigner: Option<Cosigner>,
    /// Papers of the registry that it rests on or carries out.
    pub(super) relations: Vec<(Relation, String)>,
    /// The first day on which it can be issued.
    pub(super) not_before: Option<Date>,
    /// The last day on which it makes sense to issue it.
    pub(super) not_after: Option<Date>,
}

/// Something that the officer types for one letter.
#[derive(Clone, Debug)]
pub struct Question {
    /// The name of its field in the form.
    pub name: String,
    /// What is asked.
    pub label: Message,
    /// Several lines.
    pub long: bool,
    /// It must be answered.
    pub required: bool,
    /// What the form first holds.
    pub usual: String,
    /// One of these: what is sent, and its words.
    pub choices: Vec<(String, String)>,
}

impl Question {
    /// A line that must be filled.
    pub(super) fn line(name: impl Into<String>, label: Message) -> Self {
        let (usual, choices) = (String::new(), Vec::new());
        Self { name: name.into(), label, long: false, required: true, usual, choices }
    }

    /// Several lines that must be filled.
    pub(super) fn lines(name: impl Into<String>, label: Message) -> Self {
        Self { long: true, ..Self::line(name, label) }
    }

    pub(super) fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    pub(super) fn usual(self, usual: impl Into<String>) -> Self {
        Self { usual: usual.into(), ..self }
    }
}

/// How a sort is written, by its code.
pub(super) fn of(code: &str) -> Option<&'static Writing> {
    sorts::ALL.iter().copied().find(|writing| writing.sort.code == code)
}

/// The sorts that this person can write about a record.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`] of the record; of the store.
pub fn sorts_for(app: &App, by: &Person, subject: &Subject) -> Result<Vec<&'static Sort>, Refusal> {
    let matter = Matter::read(app, by, subject)?;
    let place = matter.place(&by.commune);
    let fits = |writing: &&&Writing| {
        writing.fits(&matter) && writing.must_be_written_by(by, place).is_ok()
    };
    Ok(sorts::ALL.iter().filter(fits).map(|writing| writing.sort).collect())
}

/// What is asked for a letter of this sort about this record.
///
/// # Errors
/// [`Refusal::NotFound`] where the sort is not about such a record; [`Refusal::Forbidden`]; a rule,
/// when the record is not ready for it.
pub fn questions(
    app: &App,
    by: &Person,
    sort: &str,
    subject: &Subject,
) -> Result<Vec<Question>, Refusal> {
    let (writing, matter) = begin(app, by, sort, subject)?;
    ask(&Scene::new(app, by), writing, &matter)
}

/// A sort and the record that it is to be about, for who may write it.
pub(super) fn begin(
    app: &App,
    by: &Person,
    sort: &str,
    subject: &Subject,
) -> Result<(&'static Writing, Matter), Refusal> {
    by.must_somewhere(Act::WriteAchievements)?;
    let writing = of(sort).ok_or(Refusal::NotFound)?;
    let matter = Matter::read(app, by, subject)?;
    writing.must_be_written_by(by, matter.place(&by.commune))?;
    Ok((writing, matter))
}

pub(super) fn ask(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
) -> Result<Vec<Question>, Refusal> {
    match (&writing.about, matter) {
        (About::Sitting(script), Matter::Sitting(it)) => (script.ask)(scene, it),
        (About::Movement(script), Matter::Movement(it)) => (script.ask)(scene, it),
        (About::Nomination(of, script), Matter::Nomination(it)) if of.holds(it.contestant.kind) => {
            (script.ask)(scene, it)
        }
        (About::Recognition(_, script), Matter::Recognition(it)) => (script.ask)(scene, it),
        _ => Err(Refusal::NotFound),
    }
}

/// What a letter says.
pub(super) fn fill(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
    typed: &Typed,
) -> Result<Filled, Refusal> {
    let common = scene.common(writing, matter, typed)?;
    match (&writing.about, matter) {
        (About::Sitting(script), Matter::Sitting(it)) => (script.fill)(scene, it, typed, common),
        (About::Movement(script), Matter::Movement(it)) => (script.fill)(scene, it, typed, common),
        (About::Nomination(_, script), Matter::Nomination(it)) => {
            (script.fill)(scene, it, typed, common)
        }
        (About::Recognition(_, script), Matter::Recognition(it)) => {
            (script.fill)(scene, it, typed, common)
        }
        _ => Err(Refusal::NotFound),
    }
}

/// What the form of a new letter first holds.
///
/// # Errors
/// As [`questions`].
pub fn usual(app: &App, by: &Person, sort: &str, subject: &Subject) -> Result<Form, Refusal> {
    let (writing, matter) = begin(app, by, sort, subject)?;
    let scene = Scene::new(app, by);
    let asked = ask(&scene, writing, &matter)?;
    let mut form =
        Form::from_pairs(asked.into_iter().map(|question| (question.name, question.usual)));
    let (post, name) = match &matter {
        Matter::Nomination(it) => nominee::signer(&scene, it),
        _ => {
            let name = writing.signer.and_then(|part| matter.member(part)).unwrap_or_default();
            (writing.capacity.to_owned(), name.to_owned())
        }
    };
    form.set("signer_post", post);
    form.set("signer_name", name);
    Ok(form)
}

/// The codes of all sorts, in the order in which they are offered.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    sorts::ALL.iter().map(|writing| writing.sort.code)
}
