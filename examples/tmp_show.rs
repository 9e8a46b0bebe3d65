use rolescope::matching::*;
use std::time::Instant;
fn main() {
    let engine = rolescope::snapshot::open().unwrap();
    let t = Instant::now();
    engine.get_ready_to_read();
    eprintln!("ready {:?}", t.elapsed());
    for path in std::env::args().skip(1) {
        let letters = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let letters: String = letters.lines().map(|l| l.strip_prefix("~ ").unwrap_or(l)).collect::<Vec<_>>().join("\n");
        let t = Instant::now();
        let text = Text::of(&letters, &Chosen::default());
        let cut = t.elapsed();
        let mut reader = Reader::default();
        let t = Instant::now();
        reader.go_on(&engine, &text, usize::MAX);
        let read = t.elapsed();
        let t = Instant::now();
        let m = reader.matched(&engine, &text);
        eprintln!(
            "{path}: {} bytes {} sentences cut {cut:?} read {read:?} match {:?} {:?}",
            letters.len(),
            text.sentences.len(),
            t.elapsed(),
            text.form
        );
        for t in &m.titles {
            println!(
                "TITLE {} -> {:?}",
                t.title,
                t.coding.candidates.first().map(|c| (engine.catalog().role(c.role).unwrap().title, c.confidence))
            );
        }
        for r in m.roles.iter().take(5) {
            println!("{:.3} {}", r.probability, engine.catalog().role(r.role).unwrap().title);
        }
        if std::env::var("BRIEF").is_ok() {
            continue;
        }
        for s in &text.sentences {
            println!("{}{:?} {}", if s.counts { "  " } else { "~ " }, s.holds, text.said(s));
        }
        if let Some(first) = m.roles.first() {
            let p = m.profile(&engine, &text, first.role);
            for d in &p.duties {
                let s = text.said(&text.sentences[d.sentence]);
                println!("DUTY {s}");
                if let Some(n) = d.nearest {
                    let r = engine.catalog().role(n.role).unwrap();
                    println!(
                        "   {} {:.2} {:?} [{}] {}",
                        if d.is_own { "own" } else { "   " },
                        n.likeness,
                        d.label(engine.catalog()),
                        r.title,
                        r.tasks[usize::from(n.place)].wording
                    );
                }
            }
            for t in &p.things {
                println!(
                    "THING {:?} {:?}",
                    t.found.text(engine.catalog(), engine.catalog().role(first.role).unwrap()),
                    t.usage
                );
            }
            println!(
                "mix {:?} {:?} own {:?} {:?} missing {}",
                p.mix,
                p.mix.exposure(),
                p.own,
                p.own.exposure(),
                p.missing.len()
            );
        }
    }
}
