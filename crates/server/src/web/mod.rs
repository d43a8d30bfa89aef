//! What every page shares: words, components, forms, errors, guards at the door.
//!
//! Nothing here knows a feature or reads the store. A page built from these parts is complete
//! without JavaScript, carries no inline script or style, and stays under 60 KB and 6 requests.

pub mod assets;
pub mod csrf;
pub mod error;
pub mod export;
pub mod form;
pub mod headers;
pub mod message;
pub mod paging;
pub mod pictures;
pub mod texts;
pub mod ui;
pub mod upload;
pub(crate) mod words;

pub use error::PageError;
pub use export::csv_reply;
pub use form::{Errors, Form};
pub use message::Message;
pub use paging::{Count, Paging, Sort};
pub use texts::Language;
pub use upload::{Upload, UploadedFile};
