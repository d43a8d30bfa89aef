//! Tests of councils.
