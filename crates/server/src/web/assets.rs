//! One stylesheet, one small script, one picture: embedded, named by their content, kept for ever.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::web::PageError;

/// A file inside the program.
struct Asset {
    path: String,
    media: &'static str,
    body: &'static str,
}

static STYLE: LazyLock<Asset> =
    LazyLock::new(|| asset("style", "css", "text/css", include_str!("assets/style.css")));
static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| asset("app", "js", "text/javascript", include_str!("assets/app.js")));
static ICON: LazyLock<Asset> =
    LazyLock::new(|| asset("icon", "svg", "image/svg+xml", include_str!("assets/icon.svg")));

/// The address of the stylesheet.
pub fn style() -> &'static str {
    &STYLE.path
}

/// The address of the script.
pub fn script() -> &'static str {
    &SCRIPT.path
}

/// The address of the icon.
pub fn icon() -> &'static str {
    &ICON.path
}

/// Serves them under `/tai-san/`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/tai-san/{file}", get(serve))
}

async fn serve(Path(file): Path<String>) -> Response {
    let assets: [&'static Asset; 3] = [&STYLE, &SCRIPT, &ICON];
    let found =
        assets.into_iter().find(|asset| asset.path.strip_prefix("/tai-san/") == Some(&file));
    let Some(asset) = found else {
        return PageError::not_found().into_response();
    };
    let media = format!("{}; charset=utf-8", asset.media);
    let keep = "public, max-age=31536000, immutable".to_owned();
    ([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, keep)], asset.body).into_response()
}

fn asset(name: &str, end: &str, media: &'static str, body: &'static str) -> Asset {
    let hash = HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    Asset { path: format!("/tai-san/{name}.{}.{end}", &hash[..12]), media, body }
}

#[cfg(test)]
mod contrast;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn serves_only_the_current_names() {
        let name = |path: &str| Path(path.trim_start_matches("/tai-san/").to_owned());
        assert_eq!(serve(name(style())).await.status(), 200);
        assert_eq!(serve(name(script())).await.status(), 200);
        assert_eq!(serve(name(icon())).await.status(), 200);
        assert_eq!(serve(name("style.css")).await.status(), 404);
    }

    #[test]
    fn stay_small_and_self_contained() {
        for asset in [&*STYLE, &*SCRIPT, &*ICON] {
            assert!(asset.body.len() < 24_000, "{}", asset.path);
            let inside = asset.body.replace("http://www.w3.org/2000/svg", "");
            assert!(!inside.contains("//") && !inside.contains("@import"), "{}", asset.path);
        }
    }
}
