//! The terminal: the only room that names crossterm, and the only one with side effects.

mod bar;
mod input;
mod look;
mod session;
mod signals;

use std::io;
use std::time::{Duration, Instant};

use crossterm::event;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

pub use bar::Bar;

use crate::app::{App, Effect, Msg, ScreenAction, reload, update};
use crate::jobs::texts::{self, Opening, Saved};
use crate::jobs::{self, News, Runner, places, staff_files};
use crate::open_data::OpenData;
use crate::screens::matching::{self, MatchView};
use crate::screens::{data, staff};
use crate::staff::columns::Asked;
use crate::staff::{Paper, Staff};
use crate::ui::{self, Look};
use session::{Screen, Session};

/// How long a key is waited for at once while a job runs; without one, for ever.
const GLANCE: Duration = Duration::from_millis(60);
/// How long a screen may go on with what it has begun before it is drawn again.
const SLICE: Duration = Duration::from_millis(8);

/// Runs the explorer until the user quits, with `query` typed already, or on a staff. What it gives back is a staff whose
/// file is to be read with other columns, and the data as they are seen.
///
/// # Errors
/// When the terminal cannot be set up, drawn on or read. It is given back first.
pub fn run(loaded: OpenData, query: &str, given: Option<Staff>) -> io::Result<Option<Again>> {
    let look = look::from_environment();
    crossterm::style::force_color_output(true);
    let mut app = App::new(loaded.engine);
    (app.data.own, app.data.unusable, app.data.today) = (loaded.own, loaded.notice, jobs::today());
    if !query.is_empty() {
        update(&mut app, Msg::Paste(query.to_owned()));
    }
    app.staff = given.map(Box::new);
    if app.staff.is_some() {
        update(&mut app, staff::OPEN);
    }
    // One line; the data screen says all of it.
    let notice = "Your own data cannot be used: the snapshot is shown. F7 says why.";
    if app.data.unusable.is_some() {
        app.notice = Some(notice.to_owned());
    }
    // Before the terminal is taken, so that no signal finds it taken and unwatched.
    signals::watch()?;
    let session = Session::enter()?;
    let terminal = new_terminal(&mut app)?;
    let mut explorer = Explorer { app, session, terminal, runner: Runner::default(), opening: None, again: None };
    explorer.go_on(&look)?;
    let Explorer { app, session, mut runner, again, .. } = explorer;
    // The user has the terminal back while a cancelled job comes to its end.
    session.leave()?;
    runner.end();
    let App { engine, data, staff, .. } = app;
    let loaded = OpenData { engine, own: data.own, notice: data.unusable };
    Ok(again.zip(staff).map(|(asked, staff)| (asked, *staff, loaded)))
}

/// A staff whose file is to be read again: with which columns, what was decided, and the data as they are seen.
pub type Again = (Asked, Staff, OpenData);

/// All that the loop holds.
struct Explorer {
    app: App,
    session: Session,
    terminal: Terminal<Backend>,
    runner: Runner,
    /// The text that is being read from a file.
    opening: Option<Opening>,
    /// With which columns the staff's file is to be read anew.
    again: Option<Asked>,
}

impl Explorer {
    /// Draws and acts until the user quits.
    fn go_on(&mut self, look: &Look) -> io::Result<()> {
        loop {
            let has_more = self.begun()?;
            draw(&mut self.terminal, &self.app, look)?;
            if (has_more && !event::poll(Duration::ZERO)?) || !self.wait()? {
                continue;
            }
            let Some(msg) = input::message(&self.app, &event::read()?) else { continue };
            let mut msgs = vec![msg];
            // A burst of keys (a paste without brackets, a held key) is drawn once.
            while msgs.len() < 64 && event::poll(Duration::ZERO)? {
                for msg in msgs.drain(..) {
                    if self.act(msg)? {
                        return Ok(());
                    }
                }
                msgs.extend(input::message(&self.app, &event::read()?));
            }
            for msg in msgs {
                if self.act(msg)? {
                    return Ok(());
                }
            }
        }
    }

    /// Lets the screen in front go on with what it has begun, for a moment and as long as no key waits; whether more is left.
    fn begun(&mut self) -> io::Result<bool> {
        let start = Instant::now();
        while self.app.front().goes_on() {
            if start.elapsed() >= SLICE || event::poll(Duration::ZERO)? {
                return Ok(true);
            }
            update(&mut self.app, Msg::GoOn);
        }
        Ok(false)
    }

    /// Waits for a key, or for news of the job that runs; `false` where news have changed what is shown.
    fn wait(&mut self) -> io::Result<bool> {
        while self.runner.is_running() || self.opening.is_some() {
            if let Some(read) = self.opening.as_ref().and_then(Opening::answer) {
                self.opening = None;
                self.tell_match(matching::Action::Opened(read));
                return Ok(false);
            }
            let news = self.runner.news();
            let is_news = !news.is_empty();
            for news in news {
                self.take(news);
            }
            if is_news {
                return Ok(false);
            }
            if event::poll(GLANCE)? {
                return Ok(true);
            }
        }
        Ok(true)
    }

    fn take(&mut self, news: News) {
        match news {
            News::Event(event) => _ = update(&mut self.app, Msg::Job(event)),
            News::Data(loaded) => reload(&mut self.app, loaded.engine, loaded.own, loaded.notice),
        }
    }

    /// Answers the data screen.
    fn tell(&mut self, answer: data::Action) {
        _ = update(&mut self.app, Msg::In(ScreenAction::Data(answer)));
    }

    /// Answers the match screen.
    fn tell_match(&mut self, answer: matching::Action) {
        _ = update(&mut self.app, Msg::In(ScreenAction::Matching(answer)));
    }

    /// Writes what the text says that is matched.
    fn save_text(&mut self, path: &str, over: bool) {
        let Some(view) = self.app.front_as::<MatchView>() else { return };
        let name = view.name.as_deref().unwrap_or("the text");
        let said = (&view.cut, &view.matched, view.near());
        match texts::save(&self.app.engine, name, said, (path, over)) {
            Ok(Saved::Written(words)) => self.tell_match(matching::Action::Saved(words)),
            Ok(Saved::IsThere(path)) => self.tell_match(matching::Action::IsThere(path)),
            Err(problem) => self.app.notice = Some(problem),
        }
    }

    /// Completes a path for the screen that asks.
    fn complete(&mut self, path: &str) {
        let completion = places::completion(path);
        if self.app.front_as::<MatchView>().is_some() {
            return self.tell_match(matching::Action::Completed(completion));
        }
        self.tell(data::Action::Completed(completion));
    }

    /// Writes something of the staff, and says where, or why not.
    fn save(&mut self, paper: Paper) {
        let Some(mut kept) = self.app.staff.take() else { return };
        let told = staff_files::save(self.app.catalog(), &mut kept, paper);
        self.app.staff = Some(kept);
        if told.is_ok() {
            _ = update(&mut self.app, Msg::In(ScreenAction::Staff(staff::Action::Saved(paper))));
        }
        self.app.notice = Some(told.unwrap_or_else(|problem| problem));
    }

    fn act(&mut self, msg: Msg) -> io::Result<bool> {
        for effect in update(&mut self.app, msg) {
            match effect {
                Effect::Quit => return Ok(true),
                Effect::Copy(text) => session::copy(&text)?,
                Effect::Suspend => {
                    self.session.suspend()?;
                    self.terminal = new_terminal(&mut self.app)?;
                }
                Effect::Start(job) => self.runner.start(job),
                Effect::Cancel => self.runner.cancel(),
                Effect::List(datasets) => self.tell(data::Action::Listed(places::listing(datasets))),
                Effect::Save(paper) => self.save(paper),
                Effect::ReadAgain(asked) => {
                    self.again = Some(asked);
                    return Ok(true);
                }
                Effect::Complete(path) => self.complete(&path),
                Effect::OpenText(path) => self.opening = Some(Opening::start(path)),
                Effect::SaveText { path, over } => self.save_text(&path, over),
            }
        }
        Ok(false)
    }
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
