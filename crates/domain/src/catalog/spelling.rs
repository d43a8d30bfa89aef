//! How lists write awards and who gave them. Spellings are no law: they have no days and no source.
//! What none of them fits is nobody's, and a person is asked.

use crate::UnitKind;
use crate::catalog::{AwardClass, Catalog};
use crate::date::Date;
use crate::eligibility::plain_words;
use serde::Deserialize;

/// Words that say nothing more of an award: “của Chủ tịch”, “danh hiệu”.
const FILLERS: [&str; 6] = ["cua", "cap", "dat", "danh", "hieu", "tang"];
/// Two words that are left out together: the head of an office gives what the office gives.
const HEAD: [&str; 2] = ["chu", "tich"];
/// Stands in a spelling where the name of a place or an office may follow.
const PLACE: char = '…';
/// Words that the name of a place has at most.
const PLACE_MOST: usize = 6;
/// Words that no place is called: here another award begins.
const NO_PLACE: [&str; 4] = ["khen", "va", "dua", "chuong"];

/// An award as lists write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardSpelling {
    /// Code of the award.
    pub award: String,
    /// “Giấy khen UBND xã …”; the dots stand for the name of a place.
    pub written: Vec<String>,
    /// Levels that give it besides those who decide it here: a ministry's certificate is one with a
    /// province's.
    #[serde(default)]
    pub also_given_by: Vec<UnitKind>,
}

/// Who gives awards, as lists write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuerSpelling {
    /// The level that is meant.
    pub level: UnitKind,
    /// “UBND huyện …”; the dots stand for the name of a place.
    pub written: Vec<String>,
}

/// All spellings.
#[derive(Debug, Clone, Default)]
pub struct Spellings {
    awards: Vec<(Pattern, String)>,
    also_given_by: Vec<(String, UnitKind)>,
    issuers: Vec<(Pattern, UnitKind)>,
}

/// A spelling, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    words: String,
    place: bool,
}

impl Pattern {
    fn new(written: &str) -> Self {
        Self { words: said(written).concat(), place: written.contains(PLACE) }
    }

    /// How many letters of what is written it explains; nothing when it does not fit.
    fn fits(&self, words: &[String]) -> Option<usize> {
        let mut begun = String::new();
        for (count, word) in (1..).zip(words) {
            begun.push_str(word);
            if begun == self.words {
                let rest = words.get(count..).unwrap_or_default();
                let named = self.place && rest.len() <= PLACE_MOST;
                let named = named && rest.iter().all(|word| !NO_PLACE.contains(&word.as_str()));
                return (rest.is_empty() || named).then_some(begun.len());
            }
        }
        None
    }
}

impl Spellings {
    /// Adds the spellings of an award; gives back one that means another award already.
    pub(super) fn add_award(&mut self, row: AwardSpelling) -> Result<(), String> {
        let code = &row.award;
        self.also_given_by.extend(row.also_given_by.iter().map(|level| (code.clone(), *level)));
        for written in row.written {
            let pattern = Pattern::new(&written);
            if self
                .awards
                .iter()
                .any(|(known, of)| known.words == pattern.words && *of != row.award)
            {
                return Err(written);
            }
            self.awards.push((pattern, row.award.clone()));
        }
        Ok(())
    }

    /// Adds the spellings of a level; gives back one that means another level already.
    pub(super) fn add_issuer(&mut self, row: IssuerSpelling) -> Result<(), String> {
        for written in row.written {
            let pattern = Pattern::new(&written);
            let other = |(known, of): &(Pattern, UnitKind)| {
                known.words == pattern.words && *of != row.level
            };
            if self.issuers.iter().any(other) {
                return Err(written);
            }
            self.issuers.push((pattern, row.level));
        }
        Ok(())
    }

    /// At which level somebody gives awards, “Chủ tịch UBND huyện Kbang”; nothing when no spelling fits.
    pub fn level(&self, issuer: &str) -> Option<UnitKind> {
        best(&self.issuers, &said(issuer)).copied()
    }
}

impl Catalog {
    /// The award that is meant by what a list writes, alone or with who gave it: “Bằng khen” of “UBND
    /// tỉnh”. Nothing when no spelling fits, or when the two contradict each other on the day.
    pub fn award_written(&self, name: &str, issuer: &str, day: Date) -> Option<&str> {
        let (alone, issuer_said) = (said(name), said(issuer));
        if let Some(code) = self.award_of_words(&alone) {
            let level = self.spellings.level(issuer);
            return level.is_none_or(|level| self.may_give(code, level, day)).then_some(code);
        }
        self.award_of_words(&[alone, issuer_said].concat())
    }

    /// Whether a level may have given a certificate on a day. Titles are given by many, and what the
    /// catalog does not know contradicts nothing.
    pub fn may_give(&self, award: &str, level: UnitKind, day: Date) -> bool {
        let Some(award) = self.award(award).filter(|it| it.form.class == AwardClass::Certificate)
        else {
            return true;
        };
        let deciders = award.deciders.on(day).map(|row| row.value.as_slice()).unwrap_or_default();
        let also = self.also_given_by(&award.form.code).any(|given| given == level);
        also || deciders.is_empty() || deciders.iter().any(|decider| decider.level == level)
    }

    fn also_given_by<'a>(&'a self, award: &'a str) -> impl Iterator<Item = UnitKind> + 'a {
        let of_it = self.spellings.also_given_by.iter().filter(move |(code, _)| code == award);
        of_it.map(|(_, level)| *level)
    }

    /// The level at which an award is given on a day, where only one gives it.
    pub fn level_of(&self, award: &str, day: Date) -> Option<UnitKind> {
        if self.also_given_by(award).next().is_some() {
            return None;
        }
        let deciders = &self.award(award)?.deciders.on(day)?.value;
        let first = deciders.first()?.level;
        deciders.iter().all(|decider| decider.level == first).then_some(first)
    }

    fn award_of_words(&self, words: &[String]) -> Option<&str> {
        let whole = |pattern: Pattern| pattern.fits(words);
        let named = self.awards().filter_map(|award| {
            let form = &award.form;
            let name = whole(Pattern { place: true, ..Pattern::new(&form.name) });
            let long = name.or_else(|| whole(Pattern::new(&form.short)))?;
            Some((long, form.code.as_str()))
        });
        let written = self
            .spellings
            .awards
            .iter()
            .filter_map(|(pattern, code)| Some((pattern.fits(words)?, code.as_str())));
        named.chain(written).max_by_key(|(long, _)| *long).map(|(_, code)| code)
    }
}

fn best<'a, T>(all: &'a [(Pattern, T)], words: &[String]) -> Option<&'a T> {
    let fitting = all.iter().filter_map(|(pattern, it)| Some((pattern.fits(words)?, it)));
    fitting.max_by_key(|(long, _)| *long).map(|(_, it)| it)
}

/// What is said in words: without what stands in brackets, fillers, and the year behind.
fn said(written: &str) -> Vec<String> {
    let open = written.split('(').next().unwrap_or_default();
    let mut words = plain_words(open);
    let is_year = |word: &String| word.len() == 4 && word.chars().all(|sign| sign.is_ascii_digit());
    if words.last().is_some_and(is_year) {
        words.pop();
        words.pop_if(|last| last == "nam");
    }
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if FILLERS.contains(&word.as_str()) {
            continue;
        }
        kept.push(word);
        let end = kept.len().saturating_sub(HEAD.len());
        if kept.get(end..).is_some_and(|tail| tail == HEAD) && !kept.is_empty() {
            kept.truncate(end);
        }
    }
    kept
}
