//! The readers together, on small files made here and on the published ones where they are at hand.

use std::path::{Path, PathBuf};

use super::*;
use crate::ingest::archive;

/// Writes the rows for a comparison with another reader's: `DUMP=folder cargo test dump -- --ignored`.
#[test]
#[ignore]
fn dump() {
    use crate::ingest::table_file::write_rows as w;
    let t = std::time::Instant::now();
    let files = real().unwrap();
    eprintln!("loaded {:?}", t.elapsed());
    let (r, intakes) = read(&files).unwrap();
    eprintln!("read {:?}", t.elapsed());
    let o = PathBuf::from(std::env::var_os("DUMP").unwrap());
    macro_rules! all { ($($t:ident)*) => { $(w(&o.join(concat!(stringify!($t), ".csv")), &r.$t).unwrap();)* } }
    all!(roles reported_titles job_titles tasks task_activities activities elements essential_skills transferable_skills knowledge abilities work_activities software tools related education interests);
    for (id, i) in intakes {
        eprintln!("{id:?} {} read {} used {} out: {}", i.file, i.read, i.used, i.left_out_text());
    }
    eprintln!("{:?}", release(&files));
}

fn real() -> Option<Vec<SourceFile>> {
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    let mut files = archive::load(&data.join("onet-30.3")).ok()?;
    files.extend(archive::load(&data.join("onet-standins")).ok()?);
    Some(files)
}
