//! Writes pictures of the real screens into docs/pictures: `cargo run --release --example pictures`.
#![allow(clippy::cast_precision_loss, reason = "a line has a few hundred cells")]

use std::error::Error;
use std::fmt::{self, Write as _};
use std::{fs, io, path::Path};

use clap::Parser;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use rolescope::app::{App, Msg, ScreenAction, Step, update};
use rolescope::cli::{Cli, Command};
use rolescope::report;
use rolescope::screens::{compare, map, matching, organisation, ranking, role, staff, treemap, whereabouts};
use rolescope::search::Engine;
use rolescope::staff::Staff;
use rolescope::staffing;
use rolescope::ui::{Look, draw};
use unicode_width::UnicodeWidthStr;

/// Width and height of a cell, and the margin around the screen, in the picture's units.
const CELL: (f32, f32) = (8.4, 16.4);
const MARGIN: f32 = 16.0;
/// From the top of a cell to the line that letters stand on.
const BASELINE: f32 = 13.0;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d4d7dd";

fn main() -> Result<(), Box<dyn Error>> {
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    fs::create_dir_all(&to)?;
    let role = |section| {
        vec![
            Msg::Paste("15-1299.05".to_owned()),
            Msg::Open,
            Msg::In(ScreenAction::Role(role::Action::Section(section))),
        ]
    };
    let search = vec![Msg::Paste("penetration test".to_owned())];
    let map = vec![
        Msg::Paste("29-1141.00".to_owned()),
        map::OPEN,
        Msg::Pin,
        Msg::In(ScreenAction::Map(map::Action::NextGroup)),
    ];
    let pinned = |code: &str| vec![Msg::Search, Msg::Paste(code.to_owned()), Msg::Pin];
    let mut compare = [pinned("13-2011.00"), pinned("15-2051.00")].concat();
    compare.push(compare::OPEN);
    let places = [whereabouts::Action::NextFigure; 3].map(|action| Msg::In(ScreenAction::Whereabouts(action)));
    let places = [&[Msg::Paste("29-1141.00".to_owned()), whereabouts::OPEN][..], &places].concat();
    let ranking = vec![ranking::OPEN];
    let where_from = [role(6), vec![Msg::Step(Step::Down), Msg::WhereFrom]].concat();
    let matching = vec![
        matching::OPEN,
        Msg::Paste(include_str!("../tests/texts/reports/advertisement.txt").to_owned()),
        Msg::In(ScreenAction::Matching(matching::Action::Focus(matching::Focus::Roles))),
    ];
    for (name, title, size, msgs) in [
        ("search.svg", "The search for penetration test", (120, 34), search),
        ("role.svg", "A role at a glance", (120, 40), role(1)),
        ("exposure.svg", "A role's exposure", (120, 44), role(6)),
        ("compare.svg", "Two roles side by side", (140, 44), compare),
        ("ranking.svg", "All roles, ranked", (140, 34), ranking),
        ("where.svg", "Where a figure comes from", (120, 40), where_from),
        ("map.svg", "Exposure and pay of all roles, healthcare lit", (140, 44), map),
        ("places.svg", "Where registered nurses are paid most", (150, 44), places),
        ("treemap.svg", "All roles as large as their workforce, shaded by exposure", (170, 50), vec![treemap::OPEN]),
        ("match.svg", "A job advertisement and the roles that it describes", (140, 44), matching),
        ("staff.svg", "The titles of a staff, to be decided on", (140, 40), vec![staff::OPEN]),
        ("organisation.svg", "An organisation beside the nation", (140, 44), vec![organisation::OPEN]),
    ] {
        fs::write(to.join(name), picture(&screen(size, msgs)?, title)?)?;
    }
    let engine = rolescope::snapshot::open()?;
    let mut page = fs::File::create(to.join("report.html"))?;
    let staff = hospital(&engine)?;
    report::staff::write(&mut page, &mut io::sink(), engine.catalog(), &staff, report::Format::Html)?;
    Ok(())
}

/// The screen of that many columns and rows after some messages.
fn screen((columns, rows): (u16, u16), msgs: Vec<Msg>) -> Result<Buffer, Box<dyn Error>> {
    let engine = rolescope::snapshot::open()?;
    let mut app = if msgs.iter().any(|msg| [staff::OPEN, organisation::OPEN].contains(msg)) {
        let staff = hospital(&engine)?;
        App { staff: Some(Box::new(staff)), ..App::new(engine) }
    } else {
        App::new(engine)
    };
    for msg in [Msg::Resized(columns, rows)].into_iter().chain(msgs) {
        update(&mut app, msg);
        while app.front().goes_on() {
            update(&mut app, Msg::GoOn);
        }
    }
    let mut terminal = Terminal::new(TestBackend::new(columns, rows))?;
    terminal.draw(|frame| draw(frame, &app, &Look::default()))?;
    Ok(terminal.backend().buffer().clone())
}

/// A made-up staff.
fn hospital(engine: &Engine) -> Result<Staff, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/staff/hospital.csv");
    let command = Cli::parse_from([Path::new("rolescope"), Path::new("staff"), &path]).command;
    let Some(Command::Staff(mut args)) = command else { return Err("no staff".into()) };
    args.code = Some("none".to_owned());
    let mut staff = staffing::read(engine, &args, &args.asked())?;
    "hospital.csv".clone_into(&mut staff.origin.name);
    Ok(staff)
}

/// A screen as SVG.
fn picture(screen: &Buffer, title: &str) -> Result<String, fmt::Error> {
    let (columns, rows) = (screen.area.width, screen.area.height);
    let width = f32::from(columns) * CELL.0 + 2.0 * MARGIN;
    let height = f32::from(rows) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.1}" height="{height:.1}" font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" role="img">
<title>{}</title>
<rect width="100%" height="100%" rx="10" fill="{BACKGROUND}"/>
"#,
        escaped(title)
    );
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            x += run(&mut svg, screen, x, y)?;
        }
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// Draws the cells from a place on that look the same; how many columns they take.
fn run(svg: &mut String, screen: &Buffer, from: u16, y: u16) -> Result<u16, fmt::Error> {
    let first = &screen[(from, y)];
    let mut text = String::new();
    let mut columns = 0;
    while from + columns < screen.area.width {
        let cell = &screen[(from + columns, y)];
        if cell.style() != first.style() {
            break;
        }
        text.push_str(cell.symbol());
        // The cell behind a wide letter is empty.
        columns += u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
    }
    let (left, top) = (MARGIN + f32::from(from) * CELL.0, MARGIN + f32::from(y) * CELL.1);
    let (width, height) = (f32::from(columns) * CELL.0, CELL.1);
    let (ink, paper) = colours(first);
    if paper != BACKGROUND {
        writeln!(svg, r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" fill="{paper}"/>"#)?;
    }
    // Spaces at the ends only tempt renderers to collapse them.
    let indent = text.len() - text.trim_start().len();
    let text = text.trim();
    if !text.is_empty() {
        let (left, baseline) = (left + indent as f32 * CELL.0, top + BASELINE);
        let (width, look) = (text.width() as f32 * CELL.0, attributes(first.modifier));
        writeln!(
            svg,
            r#"<text x="{left:.1}" y="{baseline:.1}" textLength="{width:.1}" fill="{ink}"{look} xml:space="preserve">{}</text>"#,
            escaped(text)
        )?;
    }
    Ok(columns)
}

/// The colours of a cell's letters and of what is behind them.
fn colours(cell: &Cell) -> (&'static str, &'static str) {
    let (ink, paper) = (colour(cell.fg, FOREGROUND), colour(cell.bg, BACKGROUND));
    if cell.modifier.contains(Modifier::REVERSED) { (paper, ink) } else { (ink, paper) }
}

/// A colour of the terminal's 16; any other is as if there were none.
fn colour(colour: Color, none: &'static str) -> &'static str {
    match colour {
        Color::Black => "#24272e",
        Color::Red => "#e06c75",
        Color::Green => "#8cc570",
        Color::Yellow => "#e2b566",
        Color::Blue => "#6cace8",
        Color::Magenta => "#d183e0",
        Color::Cyan => "#5cc0cc",
        Color::Gray => "#b4b9c2",
        Color::DarkGray => "#7f8794",
        Color::LightRed => "#f08c94",
        Color::LightGreen => "#a9dc8e",
        Color::LightYellow => "#f2cf8a",
        Color::LightBlue => "#8fc3f2",
        Color::LightMagenta => "#e2a5ed",
        Color::LightCyan => "#83d6e0",
        Color::White => "#f4f6f9",
        _ => none,
    }
}

/// What modifiers are in SVG.
fn attributes(modifier: Modifier) -> String {
    [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::DIM, r#" opacity="0.65""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::UNDERLINED, r#" text-decoration="underline""#),
    ]
    .into_iter()
    .filter_map(|(which, attribute)| modifier.contains(which).then_some(attribute))
    .collect()
}

/// A text that may stand in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
