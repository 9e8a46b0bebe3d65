//! Unpacks the embedded pack, which lies compressed in the repository, so that the program carries it as it reads it.

use std::env;
use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::path::Path;

use lzma_rust2::XzReader;

const PACKED: &str = "assets/snapshot.pack.xz";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={PACKED}");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    let packed = BufReader::new(File::open(PACKED)?);
    let mut unpacked = BufWriter::new(File::create(Path::new(&folder).join("snapshot.pack"))?);
    io::copy(&mut XzReader::new(packed, false), &mut unpacked)?;
    Ok(())
}
