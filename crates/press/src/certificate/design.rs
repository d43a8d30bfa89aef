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
    pub(super) sheet: Paper,
    border: Border,
    #[serde(rename = "emblem")]
    emblem_place: EmblemPlace,
    pub(super) head: Head,
    pub(super) body: Body,
    pub(super) foot: Foot,
    pub(super) check: Check,
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
pub(super) struct Paper {
    pub(super) width_mm: f64,
    pub(super) height_mm: f64,
    pub(super) black: String,
    pub(super) red: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Border {
    pub(super) inset_mm: f64,
    pub(super) band_mm: f64,
    pub(super) motif_mm: f64,
    pub(super) line_pt: f64,
    pub(super) gold: String,
    pub(super) red: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmblemPlace {
    pub(super) top_mm: f64,
    pub(super) height_mm: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) top_mm: f64,
    pub(super) height_mm: f64,
    pub(super) width_mm: f64,
    pub(super) nation_pt: f64,
    pub(super) motto_pt: f64,
    pub(super) decider_pt: f64,
    pub(super) gift_pt: f64,
    pub(super) award_pt: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    pub(super) top_mm: f64,
    pub(super) height_mm: f64,
    pub(super) width_mm: f64,
    pub(super) recipient_pt: f64,
    pub(super) address_pt: f64,
    pub(super) achievement_pt: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Foot {
    pub(super) top_mm: f64,
    pub(super) height_mm: f64,
    pub(super) side_mm: f64,
    pub(super) left_width_mm: f64,
    pub(super) right_width_mm: f64,
    pub(super) decision_pt: f64,
    pub(super) dateline_pt: f64,
    pub(super) post_pt: f64,
    pub(super) signer_pt: f64,
}

/// The QR, at the left edge of the foot, with its number under it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub(super) top_mm: f64,
    pub(super) size_mm: f64,
    pub(super) number_pt: f64,
}
