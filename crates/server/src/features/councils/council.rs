//! The council itself: its members and the rule that it votes by, each with its paper and its days.

use chungsuc_domain::ballot::{BallotRule, Base, Fraction};
use chungsuc_domain::catalog::{Checked, Source, Sourced};
use chungsuc_domain::text;
use chungsuc_store::{Change, Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{COUNCIL, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A council.
#[derive(Clone, Debug)]
pub struct Council {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it votes, by which paper, since when.
    pub rule: Sourced<BallotRule>,
}

/// A member.
#[derive(Clone, Debug)]
pub struct Member {
    /// Id of the membership.
    pub id: String,
    /// Id of the account that votes.
    pub account: String,
    /// Full name.
    pub name: String,
    /// Post outside the council.
    pub post: String,
    /// Code of the part in it: `chair`, `secretary`, `member`.
    pub part: String,
}

/// A council about to be set up.
#[derive(Clone, Debug)]
pub struct NewCouncil {
    /// Its name.
    pub name: String,
    /// Number and day of the decision that sets it up and names its rule.
    pub paper: String,
    /// First day.
    pub valid_from: Date,
    /// How it votes.
    pub rule: BallotRule,
    /// Account, post and part of each member.
    pub members: Vec<(String, String, String)>,
}

/// The parts that a member can have.
pub(super) const PARTS: [&str; 3] = ["chair", "secretary", "member"];

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    paper: &'a str,
    valid_from: Date,
}

#[derive(Serialize)]
struct Ended {
    valid_to: Option<Date>,
}

#[derive(Serialize)]
struct KeptMember<'a> {
    post: &'a str,
    part: &'a str,
}

fn read(row: &Row<'_>) -> Result<Council, StoreError> {
    let wrong = |index, wanted| StoreError::Column { index, wanted };
    let fraction = |index| -> Result<Fraction, StoreError> {
        let number = |index| -> Result<u32, StoreError> {
            u32::try_from(row.get::<i64>(index)?).map_err(|_| wrong(index, "u32"))
        };
        Fraction::new(number(index)?, number(index + 1)?).map_err(|_| wrong(index, "Fraction"))
    };
    let (id, paper): (String, String) = (row.get(0)?, row.get(2)?);
    let base = row.coded(8, Base::from_code)?;
    let more_than = row.get(7)?;
    let rule = BallotRule { quorum: fraction(3)?, pass: fraction(5)?, more_than, base };
    let from: Date = row.get(9)?;
    let by = paper.clone();
    Ok(Council {
        name: row.get(1)?,
        rule: Sourced {
            id: id.clone(),
            from,
            to: row.get(10)?,
            value: rule,
            source: Source {
                document: paper.clone(),
                annex: None,
                article: None,
                clause: None,
                point: None,
            },
            checked: Checked::Officer { by, on: from, paper },
            review_from: None,
            note: None,
        },
        id,
    })
}

fn councils(app: &App, commune: &str) -> Result<Vec<Council>, Refusal> {
    app.read(|r| Ok(r.all(sql::COUNCILS, &[commune.into()], read)?))
}

/// A council by its id.
pub(super) fn find(app: &App, commune: &str, id: &str) -> Result<Council, Refusal> {
    councils(app, commune)?.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)
}

/// The council of a day, if there is one.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn council_on(app: &App, by: &Person, day: Date) -> Result<Option<Council>, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    let all = councils(app, &by.commune)?;
    Ok(all.into_iter().find(|council| council.rule.holds_on(day)))
}

/// The members of a council: chair, secretary, then the others by name.
pub(super) fn members(app: &App, commune: &str, council: &str) -> Result<Vec<Member>, Refusal> {
    let mut found: Vec<Member> = app.read(|r| {
        let rows = r.all(sql::MEMBERS, &[commune.into(), council.into()], |row| {
            Ok(Member {
                id: row.get(0)?,
                account: row.get(1)?,
                name: row.get(2)?,
                post: row.get(3)?,
                part: row.get(4)?,
            })
        });
        Ok::<_, Refusal>(rows?)
    })?;
    let place = |part: &str| PARTS.iter().position(|known| *known == part);
    found.sort_by_cached_key(|one| (place(&one.part), text::name_sort_key(&one.name)));
    Ok(found)
}

/// Sets up a council; the one before ends on the day before. Gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `name`, `paper`, `valid_from`,
/// `members`.
pub fn set_up(app: &App, by: &Person, new: &NewCouncil) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let before = councils(app, &by.commune)?.into_iter().next();
    let errors = check(new, before.as_ref());
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    app.write(by, |tx| {
        let commune = by.commune.as_str();
        if let Some(before) = before.filter(|it| it.rule.to.is_none_or(|to| to >= new.valid_from)) {
            let valid_to = Some(new.valid_from.saturating_sub(1.day()));
            let (old, now) = (Ended { valid_to: before.rule.to }, Ended { valid_to });
            let change = Change::update(COUNCIL, &before.id, &old, &now)?;
            let params = [valid_to.into(), commune.into(), before.id.as_str().into()];
            tx.change(change, sql::END_COUNCIL, &params)?;
        }
        let kept = Kept { name: &new.name, paper: &new.paper, valid_from: new.valid_from };
        let (quorum, pass): ((u32, u32), (u32, u32)) =
            (new.rule.quorum.into(), new.rule.pass.into());
        let open: Option<Date> = None;
        tx.change(
            Change::create(COUNCIL, &id, &kept)?,
            sql::ADD_COUNCIL,
            &[
                commune.into(),
                (&id).into(),
                new.name.as_str().into(),
                new.paper.as_str().into(),
                i64::from(quorum.0).into(),
                i64::from(quorum.1).into(),
                i64::from(pass.0).into(),
                i64::from(pass.1).into(),
                new.rule.more_than.into(),
                new.rule.base.code().into(),
                new.valid_from.into(),
                open.into(),
            ],
        )?;
        for (account, post, part) in &new.members {
            let member = app.new_id();
            let change = Change::create("council_member", &member, &KeptMember { post, part })?;
            tx.change(
                change,
                sql::ADD_MEMBER,
                &[
                    commune.into(),
                    (&member).into(),
                    (&id).into(),
                    account.into(),
                    post.into(),
                    part.into(),
                    new.valid_from.into(),
                ],
            )?;
        }
        Ok(())
    })?;
    Ok(id)
}

fn check(new: &NewCouncil, before: Option<&Council>) -> Errors {
    let mut errors = Errors::default();
    for (field, value) in [("name", &new.name), ("paper", &new.paper)] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    if before.is_some_and(|before| new.valid_from <= before.rule.from) {
        errors.add("valid_from", Message::new("council-before"));
    }
    let chairs = new.members.iter().filter(|(.., part)| part == "chair").count();
    if chairs != 1 || new.members.len() < 3 {
        errors.add("members", Message::new("council-members-wrong"));
    }
    if new.members.iter().any(|(.., part)| !PARTS.contains(&part.as_str())) {
        errors.add("members", Message::new("error-invalid"));
    }
    errors
}
