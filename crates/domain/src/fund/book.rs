//! What the entries of the fund come to.

use crate::date::Date;
use crate::{Vnd, VndError};
use serde::Serialize;

codes! {
    /// What an entry of the fund is.
    Matter {
        /// Money came in.
        Income = "income",
        /// A decision promised a reward.
        Commitment = "commitment",
        /// A promise, or a part of it, is not owed any more.
        Release = "release",
        /// A promised reward was paid.
        Payment = "payment",
        /// Spent on organising the movement.
        Organising = "organising",
        /// Spent on certificates, objects and the like.
        Spending = "spending",
        /// A paid reward is to come back, because the commendation was taken back.
        Claim = "claim",
        /// Money of a paid reward came back.
        Recovery = "recovery",
    }
}

/// An entry, or the sum of several of one year and matter. What takes an entry back is an entry of
/// the same matter whose amount is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The year it belongs to.
    pub year: i16,
    /// What it is.
    pub matter: Matter,
    /// How much.
    pub amount: Vnd,
}

impl Entry {
    /// An entry of a day: the last day of a year belongs to that year.
    pub fn on(day: Date, matter: Matter, amount: Vnd) -> Self {
        Self { year: day.year(), matter, amount }
    }

    /// The entry that takes this one back, on a day.
    ///
    /// # Errors
    /// When the amount cannot be turned round.
    pub fn reversed(self, day: Date) -> Result<Self, VndError> {
        Ok(Self::on(day, self.matter, self.amount.negated()?))
    }
}

/// The fund of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Book {
    /// Left over from the years before.
    pub carried: Vnd,
    /// Promised in the years before and neither paid nor released then.
    pub owed_before: Vnd,
    /// Came in this year.
    pub income: Vnd,
    /// Promised this year.
    pub committed: Vnd,
    /// Released this year.
    pub released: Vnd,
    /// Rewards paid this year.
    pub paid: Vnd,
    /// Spent on organising this year.
    pub organising: Vnd,
    /// Otherwise spent this year.
    pub spent: Vnd,
    /// Of paid rewards, what was to come back from the years before and had not come back then.
    pub claimed_before: Vnd,
    /// Of paid rewards, what is to come back since this year.
    pub claimed: Vnd,
    /// Of paid rewards, what came back this year.
    pub recovered: Vnd,
}

impl Book {
    /// The book of a year, from all entries there are; those of later years do not count.
    ///
    /// # Errors
    /// When a sum exceeds what money can express.
    pub fn of(year: i16, entries: impl IntoIterator<Item = Entry>) -> Result<Self, VndError> {
        let mut book = Self::default();
        for entry in entries.into_iter().filter(|entry| entry.year <= year) {
            match entry.year == year {
                true => book.add(entry)?,
                false => book.add_earlier(entry)?,
            }
        }
        Ok(book)
    }

    fn add(&mut self, Entry { matter, amount, .. }: Entry) -> Result<(), VndError> {
        let sum = match matter {
            Matter::Income => &mut self.income,
            Matter::Commitment => &mut self.committed,
            Matter::Release => &mut self.released,
            Matter::Payment => &mut self.paid,
            Matter::Organising => &mut self.organising,
            Matter::Spending => &mut self.spent,
            Matter::Claim => &mut self.claimed,
            Matter::Recovery => &mut self.recovered,
        };
        *sum = sum.plus(amount)?;
        Ok(())
    }

    fn add_earlier(&mut self, Entry { matter, amount, .. }: Entry) -> Result<(), VndError> {
        match matter {
            Matter::Income => self.carried = self.carried.plus(amount)?,
            Matter::Commitment => self.owed_before = self.owed_before.plus(amount)?,
            Matter::Release => self.owed_before = self.owed_before.minus(amount)?,
            Matter::Payment => {
                self.carried = self.carried.minus(amount)?;
                self.owed_before = self.owed_before.minus(amount)?;
            }
            Matter::Organising | Matter::Spending => self.carried = self.carried.minus(amount)?,
            Matter::Claim => self.claimed_before = self.claimed_before.plus(amount)?,
            Matter::Recovery => {
                self.carried = self.carried.plus(amount)?;
                self.claimed_before = self.claimed_before.minus(amount)?;
            }
        }
        Ok(())
    }

    /// All that the fund has had this year: what was left over, and what came in.
    ///
    /// # Errors
    /// When it exceeds what money can express; so for all sums below.
    pub fn whole(&self) -> Result<Vnd, VndError> {
        self.carried.plus(self.income)
    }

    /// What is in the fund at the end of the year. What is still to come back is not in it.
    pub fn balance(&self) -> Result<Vnd, VndError> {
        let out = Vnd::total([self.paid, self.organising, self.spent])?;
        self.whole()?.plus(self.recovered)?.minus(out)
    }

    /// What is still to come back of rewards that were paid.
    pub fn to_come_back(&self) -> Result<Vnd, VndError> {
        self.claimed_before.plus(self.claimed)?.minus(self.recovered)
    }

    /// What is promised and not yet paid.
    pub fn owed(&self) -> Result<Vnd, VndError> {
        let promised = self.owed_before.plus(self.committed)?;
        promised.minus(self.released.plus(self.paid)?)
    }

    /// What may still be promised or spent. Negative when more was promised than there is.
    pub fn free(&self) -> Result<Vnd, VndError> {
        self.balance()?.minus(self.owed()?)
    }
}
