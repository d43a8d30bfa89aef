//! Official documents: number, day, issuer, title, signer, bases and recipients.

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
}
