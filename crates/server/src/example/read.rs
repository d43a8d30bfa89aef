//! Reading the files of the example, which are part of the program.

use serde::de::DeserializeOwned;

use super::{EXAMPLE, ExampleError};

/// The bytes of a file.
pub(super) fn bytes(file: &'static str) -> Result<&'static [u8], ExampleError> {
    let found = EXAMPLE.iter().find(|(name, _)| *name == file);
    let missing = || ExampleError::File { file, why: "missing".to_owned() };
    found.map(|(_, bytes)| *bytes).ok_or_else(missing)
}

/// The rows of a CSV file.
pub(super) fn csv<T: DeserializeOwned>(file: &'static str) -> Result<Vec<T>, ExampleError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes(file)?);
    let rows: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    rows.map_err(|error| ExampleError::File { file, why: error.to_string() })
}

/// A TOML file.
pub(super) fn toml<T: DeserializeOwned>(file: &'static str) -> Result<T, ExampleError> {
    let wrong = |why: String| ExampleError::File { file, why };
    let text = std::str::from_utf8(bytes(file)?).map_err(|error| wrong(error.to_string()))?;
    toml::from_str(text).map_err(|error| wrong(error.to_string()))
}
