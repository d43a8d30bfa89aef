//! Serving pages until told to stop.

use std::net::SocketAddr;
use std::process::ExitCode;

use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::{CliError, open};
use crate::app::App;
use crate::config::Config;
use crate::features::councils;
use crate::http;

/// Serves the data of the settings.
pub(super) fn serve(config: &Config) -> Result<ExitCode, CliError> {
    let app = open(config)?;
    // A program that was killed after a secret vote was closed may have left its key.
    councils::sweep(&app);
    run(app, config.listen, |address| println!("http://{address}"))
}

/// Serves a program; `ready` is told the address once pages are answered.
pub(super) fn run(
    app: App,
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> Result<ExitCode, CliError> {
    let filter = EnvFilter::try_from_env("CHUNGSUC_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let failed = |error: std::io::Error| CliError::said(format!("không phục vụ được: {error}"));
    let runtime = http::runtime().map_err(failed)?;
    // The store's connections are dropped with `app`, after the runtime: PostgreSQL's client wants
    // no runtime around it.
    runtime.block_on(async {
        let listener =
            TcpListener::bind(listen).await.map_err(|error| cannot_listen(listen, &error))?;
        ready(listener.local_addr().map_err(failed)?);
        let service = http::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await.map_err(failed)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn cannot_listen(listen: SocketAddr, error: &std::io::Error) -> CliError {
    CliError::said(match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "cổng {listen} đang có chương trình khác dùng; hãy tắt chương trình đó hoặc chọn cổng \
             khác bằng --listen (the port is in use)"
        ),
        std::io::ErrorKind::PermissionDenied => format!(
            "không được phép dùng cổng {listen}; hãy chọn cổng từ 1024 trở lên bằng --listen \
             (not allowed)"
        ),
        _ => format!("không mở được cổng {listen}: {error}"),
    })
}

/// Waits for Ctrl-C, or for the system's request to end.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
