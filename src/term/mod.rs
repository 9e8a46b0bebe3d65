//! The terminal: the only room that names crossterm, and the only one with side effects.

mod bar;
mod input;
mod look;
mod session;
mod signals;

use std::io;

use crossterm::event;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

pub use bar::Bar;

use crate::app::{App, Effect, Msg, update};
use crate::catalog::own::Record;
use crate::search::Engine;
use crate::ui::{self, Look};
use session::{Screen, Session};

/// Runs the explorer until the user quits, with `query` typed already, and `notice` to be read first; `record` says what
/// the user's own data were made from.
///
/// # Errors
/// When the terminal cannot be set up, drawn on or read. It is given back first.
pub fn run(engine: Engine, record: Option<Record<'static>>, query: &str, notice: Option<String>) -> io::Result<()> {
    let look = look::from_environment();
    crossterm::style::force_color_output(true);
    let mut app = App::new(engine);
    if !query.is_empty() {
        update(&mut app, Msg::Paste(query.to_owned()));
    }
    (app.record, app.notice) = (record, notice);
    // Before the terminal is taken, so that no signal finds it taken and unwatched.
    signals::watch()?;
    let mut session = Session::enter()?;
    let mut terminal = new_terminal(&mut app)?;
    loop {
        draw(&mut terminal, &app, &look)?;
        let Some(msg) = input::message(&app, &event::read()?) else { continue };
        let mut msgs = vec![msg];
        // A burst of keys (a paste without brackets, a held key) is drawn once.
        while msgs.len() < 64 && event::poll(std::time::Duration::ZERO)? {
            for msg in msgs.drain(..) {
                if act(&mut app, msg, &mut session, &mut terminal)? {
                    return session.leave();
                }
            }
            msgs.extend(input::message(&app, &event::read()?));
        }
        for msg in msgs {
            if act(&mut app, msg, &mut session, &mut terminal)? {
                return session.leave();
            }
        }
    }
}

/// Whether the program is to end.
fn act(app: &mut App, msg: Msg, session: &mut Session, terminal: &mut Terminal<Backend>) -> io::Result<bool> {
    for effect in update(app, msg) {
        match effect {
            Effect::Quit => return Ok(true),
            Effect::Copy(text) => session::copy(&text)?,
            Effect::Suspend => {
                session.suspend()?;
                *terminal = new_terminal(app)?;
            }
        }
    }
    Ok(false)
}

type Backend = CrosstermBackend<Screen>;

/// A terminal that knows nothing of what is on the screen, so that it draws all of it.
fn new_terminal(app: &mut App) -> io::Result<Terminal<Backend>> {
    let terminal = Terminal::new(CrosstermBackend::new(session::screen()))?;
    let size = terminal.size()?;
    update(app, Msg::Resized(size.width, size.height));
    Ok(terminal)
}

fn draw(terminal: &mut Terminal<Backend>, app: &App, look: &Look) -> io::Result<()> {
    session::begin_frame(terminal.backend_mut())?;
    terminal.draw(|frame| ui::draw(frame, app, look))?;
    session::end_frame(terminal.backend_mut())
}
