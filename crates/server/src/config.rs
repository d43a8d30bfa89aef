//! The settings of the program: from a file, the environment and flags; a later one wins.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use chungsuc_press::signed::Roots;
use chungsuc_store::Address;
use jiff::civil::Date;
use serde::Deserialize;

/// Where the program listens unless told otherwise.
pub const LISTEN: &str = "127.0.0.1:8080";
/// The data folder unless told otherwise.
const DATA: &str = "chungsuc-data";
/// The settings file that is read when it is there and no other was named.
const FILE: &str = "chungsuc.toml";

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The data folder; the SQLite file lies in it.
    pub data: PathBuf,
    /// A PostgreSQL server instead of the SQLite file.
    pub database: Option<String>,
    /// Where the program listens.
    pub listen: SocketAddr,
    /// Whether people reach the program over HTTPS; then cookies are sent over HTTPS only.
    pub https: bool,
    /// The day that the program takes for today.
    pub today: Option<Date>,
    /// A folder of certificates in PEM that chains of digital signatures must lead to.
    pub signature_roots: Option<PathBuf>,
    /// A folder for the keys of open secret ballots, outside every backup.
    pub ballot_keys: Option<PathBuf>,
}

/// Settings of one source; what is missing is left to the others.
#[derive(Clone, Debug, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Thư mục dữ liệu · data folder
    #[arg(long, env = "CHUNGSUC_DATA", global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Máy chủ PostgreSQL thay cho tệp SQLite · a PostgreSQL server instead of the SQLite file
    #[arg(
        long,
        env = "CHUNGSUC_DATABASE",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// Địa chỉ và cổng · address and port to listen on [127.0.0.1:8080]
    #[arg(long, env = "CHUNGSUC_LISTEN", global = true, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
    /// Người dùng vào bằng HTTPS · people come over HTTPS
    #[arg(long, env = "CHUNGSUC_HTTPS", global = true, value_name = "true|false")]
    pub https: Option<bool>,
    /// Ngày coi là hôm nay · the day taken for today
    #[arg(long, env = "CHUNGSUC_TODAY", global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// Thư mục chứng thư gốc (PEM) để kiểm tra chữ ký số · a folder of root certificates in PEM
    #[arg(long, env = "CHUNGSUC_SIGNATURE_ROOTS", global = true, value_name = "DIR")]
    pub signature_roots: Option<PathBuf>,
    /// Thư mục khóa của các cuộc bỏ phiếu kín · a folder for the keys of open secret ballots
    #[arg(long, env = "CHUNGSUC_BALLOT_KEYS", global = true, value_name = "DIR")]
    pub ballot_keys: Option<PathBuf>,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("không đọc được tệp cấu hình {path}: {source} (the settings file cannot be read)")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The file is not TOML, or names a setting that does not exist.
    #[error("tệp cấu hình {path} sai: {why} (the settings file is wrong)")]
    Broken {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        why: String,
    },
    /// The roots of digital signatures cannot be read.
    #[error(
        "không đọc được chứng thư gốc ở {path}: {why}; hãy để ở đó các tệp .pem, hoặc bỏ \
         signature_roots (the root certificates cannot be read)"
    )]
    Roots {
        /// The folder or the file.
        path: PathBuf,
        /// The reason.
        why: String,
    },
    /// A value cannot be understood.
    #[error("giá trị “{value}” của {name} không đúng: cần {wanted} (wrong value)")]
    Value {
        /// Name of the setting.
        name: &'static str,
        /// What was given.
        value: String,
        /// What was expected.
        wanted: &'static str,
    },
}

impl Config {
    /// Puts the sources together: `given` (flags, then environment) over the file.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn load(file: Option<&Path>, given: Settings) -> Result<Self, ConfigError> {
        let from_file = match file {
            Some(path) => read(path)?,
            None if Path::new(FILE).exists() => read(Path::new(FILE))?,
            None => Settings::default(),
        };
        let database = given.database.or(from_file.database);
        let database = database.filter(|text| !text.is_empty()).map(postgres).transpose()?;
        let listen = given.listen.or(from_file.listen).unwrap_or_else(|| LISTEN.to_owned());
        let today = given.today.or(from_file.today).map(day).transpose()?;
        Ok(Self {
            data: given.data.or(from_file.data).unwrap_or_else(|| DATA.into()),
            database,
            listen: address(listen)?,
            https: given.https.or(from_file.https).unwrap_or(false),
            today,
            signature_roots: given.signature_roots.or(from_file.signature_roots),
            ballot_keys: given.ballot_keys.or(from_file.ballot_keys),
        })
    }

    /// The certificates of the folder of roots: every file in it that ends in `.pem`.
    ///
    /// # Errors
    /// [`ConfigError::Roots`], also when the folder holds none: then somebody meant another one.
    pub fn roots(&self) -> Result<Roots, ConfigError> {
        let mut roots = Roots::default();
        let Some(folder) = &self.signature_roots else { return Ok(roots) };
        let wrong = |path: &Path, why: String| ConfigError::Roots { path: path.into(), why };
        let entries = std::fs::read_dir(folder).map_err(|why| wrong(folder, why.to_string()))?;
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        for path in paths.filter(|path| path.extension().is_some_and(|end| end == "pem")) {
            let pem = std::fs::read(&path).map_err(|why| wrong(&path, why.to_string()))?;
            roots.add_pem(&pem).map_err(|why| wrong(&path, why.to_string()))?;
        }
        match roots.is_empty() {
            true => Err(wrong(folder, "không có tệp .pem nào".to_owned())),
            false => Ok(roots),
        }
    }

    /// Where the data lives.
    pub fn address(&self) -> Address {
        match &self.database {
            Some(url) => Address::Server(url.clone()),
            None => Address::File(self.data.join("chungsuc.db")),
        }
    }
}

fn read(path: &Path) -> Result<Settings, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: path.into(), source })?;
    toml::from_str(&text)
        .map_err(|error| ConfigError::Broken { path: path.into(), why: error.to_string() })
}

fn postgres(value: String) -> Result<String, ConfigError> {
    let known = value.starts_with("postgres://") || value.starts_with("postgresql://");
    // The value may hold a password: it is not said again.
    let wrong = || ConfigError::Value {
        name: "database",
        value: "…".to_owned(),
        wanted: "postgres://user@host/name",
    };
    if known { Ok(value) } else { Err(wrong()) }
}

fn address(value: String) -> Result<SocketAddr, ConfigError> {
    let wanted = "địa chỉ IP và cổng, ví dụ 127.0.0.1:8080 hoặc [::]:8080";
    value.parse().map_err(|_| ConfigError::Value { name: "listen", value, wanted })
}

fn day(value: String) -> Result<Date, ConfigError> {
    let wanted = "năm-tháng-ngày, ví dụ 2023-12-20";
    value.parse().map_err(|_| ConfigError::Value { name: "today", value, wanted })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let path = folder.path().join("chungsuc.toml");
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("{error}"));
        (folder, path)
    }

    #[test]
    fn flags_win_over_the_file_and_the_file_over_the_usual() {
        let (_keep, path) = file("data = \"/srv/xa\"\nlisten = \"0.0.0.0:80\"\n");
        let given = Settings { listen: Some("[::1]:9000".into()), ..Settings::default() };
        let config = Config::load(Some(&path), given).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(config.listen.to_string(), "[::1]:9000");
        assert_eq!(config.data, Path::new("/srv/xa"));
        assert!(!config.https && config.database.is_none() && config.today.is_none());
        assert_eq!(config.address(), Address::File("/srv/xa/chungsuc.db".into()));
    }

    #[test]
    fn roots_are_read_from_a_folder_of_pem() {
        let root = include_bytes!("../../press/tests/signed/root.pem");
        let (keep, path) = file("");
        let folder = keep.path().to_owned();
        let load = || {
            let given = Settings { signature_roots: Some(folder.clone()), ..Settings::default() };
            let config = Config::load(Some(&path), given).unwrap_or_else(|error| panic!("{error}"));
            config.roots().map(|roots| roots.len()).map_err(|error| error.to_string())
        };
        let none = load().err().unwrap_or_default();
        assert!(none.contains("không có tệp .pem nào"), "{none}");
        let write = |name: &str, text: &[u8]| {
            std::fs::write(folder.join(name), text).unwrap_or_else(|error| panic!("{error}"));
        };
        write("goc.pem", root);
        assert_eq!(load(), Ok(1));
        write("hong.pem", b"khong phai chung thu");
        assert!(load().is_err_and(|said| said.contains("hong.pem")));
        let config = Config::load(Some(&path), Settings::default());
        assert!(config.is_ok_and(|config| config.roots().is_ok_and(|roots| roots.is_empty())));
    }

    #[test]
    fn faults_are_named() {
        let load = |text: &str, given| {
            let (_keep, path) = file(text);
            Config::load(Some(&path), given)
                .map_err(|error| error.to_string())
                .err()
                .unwrap_or_default()
        };
        assert!(load("dta = 1", Settings::default()).contains("dta"));
        assert!(load("listen = \"8080\"", Settings::default()).contains("listen"));
        let today = Settings { today: Some("31/02/2023".into()), ..Settings::default() };
        assert!(load("", today).contains("31/02/2023"));
        let secret = "mysql://a:bi-mat@h/d".to_owned();
        let database = Settings { database: Some(secret), ..Settings::default() };
        let said = load("", database);
        assert!(said.contains("database") && !said.contains("bi-mat"), "{said}");
        assert!(Config::load(Some(Path::new("/nowhere.toml")), Settings::default()).is_err());
    }
}
