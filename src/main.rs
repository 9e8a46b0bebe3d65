//! The `rolescope` program.

use std::path::Path;
use std::process::ExitCode;

use rolescope::ingest::build;

fn main() -> ExitCode {
    let (tables, pack) = (Path::new("assets/tables"), Path::new("assets/snapshot.pack"));
    match build::write_pack(tables, pack) {
        Ok(_) => ExitCode::SUCCESS,
        Err(bad) => {
            eprintln!("rolescope: {bad}");
            ExitCode::from(2)
        }
    }
}
