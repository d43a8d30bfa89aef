//! How a certificate looks: places, sizes and colours, read from the catalog.

use serde::{Deserialize, Serialize};

use crate::PressError;
use crate::origin::Origin;

/// How a certificate looks. Places are millimetres from the upper left corner, sizes are points,
/// colours are `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateDesign {
    #[serde(skip_serializing)]
    origin: Origin,
    #[serde(skip)]
    pub(super) emblem: Option<Vec<u8>>,
    sheet: Paper,
    border: Border,
    #[serde(rename = "emblem")]
    emblem_place: EmblemPlace,
    head: Head,
    body: Body,
    foot: Foot,
    check: Check,
}

impl CertificateDesign {
    /// Reads a design from its TOML text.
    pub fn parse(text: &str) -> Result<Self, PressError> {
        Ok(toml::from_str(text)?)
    }

    /// The same design with the picture of an emblem (PNG, JPEG or SVG) that the commune has uploaded.
    /// Without one its place stays white.
    pub fn with_emblem(self, picture: Vec<u8>) -> Self {
        Self { emblem: Some(picture), ..self }
    }

    /// The rule the design follows.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    width_mm: f64,
    height_mm: f64,
    black: String,
    red: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Border {
    inset_mm: f64,
    band_mm: f64,
    motif_mm: f64,
    line_pt: f64,
    gold: String,
    red: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EmblemPlace {
    top_mm: f64,
    height_mm: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Head {
    top_mm: f64,
    height_mm: f64,
    width_mm: f64,
    nation_pt: f64,
    motto_pt: f64,
    decider_pt: f64,
    gift_pt: f64,
    award_pt: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Body {
    top_mm: f64,
    height_mm: f64,
    width_mm: f64,
    recipient_pt: f64,
    address_pt: f64,
    achievement_pt: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Foot {
    top_mm: f64,
    height_mm: f64,
    side_mm: f64,
    left_width_mm: f64,
    right_width_mm: f64,
    decision_pt: f64,
    dateline_pt: f64,
    post_pt: f64,
    signer_pt: f64,
}

/// The QR, at the left edge of the foot, with its number under it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Check {
    top_mm: f64,
    size_mm: f64,
    number_pt: f64,
}
