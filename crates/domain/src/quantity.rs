//! Amounts in their natural units: a gift of labour stays days of labour.

use crate::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

codes! {
    /// A unit of measure. Its label is the one word for the screen that lives here: it is part of
    /// the quantity wherever a quantity is written.
    Measure {
        /// Whole đồng.
        Dong = "dong",
        /// A person's day of work.
        LabourDay = "labour_day",
        /// Length.
        Metre = "metre",
        /// Length of roads.
        Kilometre = "kilometre",
        /// Land given, yards, houses.
        SquareMetre = "square_metre",
        /// Fields and forests.
        Hectare = "hectare",
        /// Sand, stone, wood.
        CubicMetre = "cubic_metre",
        /// Weight.
        Kilogram = "kilogram",
        /// Weight of cement, steel.
        Tonne = "tonne",
        /// A bag, of cement or rice.
        Bag = "bag",
        /// Any countable thing.
        Piece = "piece",
        /// A tree or seedling.
        Tree = "tree",
        /// A house.
        House = "house",
        /// A household.
        Household = "household",
        /// A person.
        Person = "person",
        /// A village.
        Village = "village",
        /// Hundredths of a whole.
        Percent = "percent",
        /// Income: million đồng a head and year.
        MillionPerPersonYear = "million_per_person_year",
        /// Public green land a head.
        SquareMetrePerPerson = "square_metre_per_person",
        /// Water: litres a head and day.
        LitrePerPersonDay = "litre_per_person_day",
        /// An organisation.
        Organisation = "organisation",
        /// A cooperative.
        Cooperative = "cooperative",
        /// A product, as OCOP grades them.
        Product = "product",
        /// A model that others follow.
        Model = "model",
        /// A school.
        School = "school",
        /// A worker.
        Worker = "worker",
        /// A pupil.
        Pupil = "pupil",
        /// A child.
        Child = "child",
        /// A business, workshop, farm.
        Establishment = "establishment",
        /// A construction.
        Construction = "construction",
    }
}

impl Measure {
    /// How Vietnamese officers write the unit.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Dong => "đồng",
            Self::LabourDay => "ngày công",
            Self::Metre => "m",
            Self::Kilometre => "km",
            Self::SquareMetre => "m²",
            Self::Hectare => "ha",
            Self::CubicMetre => "m³",
            Self::Kilogram => "kg",
            Self::Tonne => "tấn",
            Self::Bag => "bao",
            Self::Piece => "cái",
            Self::Tree => "cây",
            Self::House => "nhà",
            Self::Household => "hộ",
            Self::Person => "người",
            Self::Village => "làng",
            Self::Percent => "%",
            Self::MillionPerPersonYear => "triệu đồng/người/năm",
            Self::SquareMetrePerPerson => "m²/người",
            Self::LitrePerPersonDay => "lít/người/ngày đêm",
            Self::Organisation => "tổ chức",
            Self::Cooperative => "hợp tác xã",
            Self::Product => "sản phẩm",
            Self::Model => "mô hình",
            Self::School => "trường",
            Self::Worker => "lao động",
            Self::Pupil => "học sinh",
            Self::Child => "trẻ em",
            Self::Establishment => "cơ sở",
            Self::Construction => "công trình",
        }
    }

    /// Whether it comes in whole things: half a household is none.
    pub const fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Bag
                | Self::Piece
                | Self::Tree
                | Self::House
                | Self::Household
                | Self::Person
                | Self::Village
                | Self::Organisation
                | Self::Cooperative
                | Self::Product
                | Self::Model
                | Self::School
                | Self::Worker
                | Self::Pupil
                | Self::Child
                | Self::Establishment
                | Self::Construction
        )
    }
}

/// So much of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// How much.
    pub amount: Decimal,
    /// Of what.
    pub unit: Measure,
}

/// Two quantities that have no common sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnlikeUnits {
    /// Days of labour and square metres are never one figure; each may be valued in đồng first.
    #[error("{} and {} cannot be added", .0.code(), .1.code())]
    Differ(Measure, Measure),
    /// The sum cannot be stored.
    #[error("the sum is too large")]
    TooLarge,
}

impl Quantity {
    /// So much of a unit.
    pub const fn new(amount: Decimal, unit: Measure) -> Self {
        Self { amount, unit }
    }

    /// The sum of two quantities of one unit.
    pub fn plus(self, other: Self) -> Result<Self, UnlikeUnits> {
        if self.unit != other.unit {
            return Err(UnlikeUnits::Differ(self.unit, other.unit));
        }
        let amount = self.amount.plus(other.amount).map_err(|_| UnlikeUnits::TooLarge)?;
        Ok(Self { amount, ..self })
    }
}

impl fmt::Display for Quantity {
    /// "12,5 ngày công"; per cent stands without a space.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.unit == Measure::Percent { "" } else { " " };
        write!(f, "{}{space}{}", self.amount, self.unit.label())
    }
}
