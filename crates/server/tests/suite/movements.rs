//! Tests of movements.
