//! Takes the terminal and gives it back: on quit, on error, on panic, on a signal, and while suspended.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

use crate::jobs;

/// What is drawn on: a frame goes out in one piece.
pub type Screen = BufWriter<Stdout>;

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Held while the terminal is taken or given back, so that a signal does not come between.
static TURN: Mutex<()> = Mutex::new(());

/// The terminal while it is ours; dropping it gives it back.
pub struct Session(());

impl Session {
    /// Takes the terminal: raw keys, a screen of its own, pastes in brackets.
    pub fn enter() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let default = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                // Such a thread catches its own panics, and the explorer says what went wrong.
                if std::thread::current().name().is_some_and(jobs::catches_panics) {
                    return;
                }
                // A panic is reported on the screen that the user keeps.
                let _ = give_back();
                default(panic);
            }));
        });
        let session = Self(());
        take()?;
        Ok(session)
    }

    /// Gives the terminal back and says whether that went well.
    #[allow(clippy::unused_self, reason = "the session ends here")]
    pub fn leave(self) -> io::Result<()> {
        give_back()
    }

    /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal again when it goes on.
    #[cfg(unix)]
    #[allow(clippy::unused_self, reason = "only who has the terminal can lend it")]
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back()?;
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        take()
    }

    /// There is no Ctrl-Z on this system.
    #[cfg(not(unix))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as on unix")]
    pub fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = give_back();
        // A frame that a panic cut short leaves its beginning in the buffer, which goes out after the hook's work.
        if std::thread::panicking() {
            let _ = execute!(io::stdout(), EndSynchronizedUpdate);
        }
    }
}

fn take() -> io::Result<()> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    // First of all, so that a failure half way is undone too.
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste, Hide)
}

/// Gives the terminal back and ends the program. The turn is kept, so that nobody takes the terminal in between.
pub fn end_with(code: i32, terminal: &mut impl Write) -> ! {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    // The terminal may be gone already: there is nobody left to tell.
    let _ = give_back_in_turn(terminal);
    std::process::exit(code)
}

fn give_back() -> io::Result<()> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    give_back_in_turn(&mut io::stdout())
}

/// Gives the terminal back, if it is ours. Every step is tried, even after one failed.
fn give_back_in_turn(terminal: &mut impl Write) -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let written =
        execute!(terminal, EndSynchronizedUpdate, ResetColor, DisableBracketedPaste, LeaveAlternateScreen, Show);
    disable_raw_mode().and(written)
}

/// What to draw on.
pub fn screen() -> Screen {
    BufWriter::with_capacity(256 * 1024, io::stdout())
}

/// Asks the terminal to show nothing until the frame is whole.
pub fn begin_frame(screen: &mut impl Write) -> io::Result<()> {
    queue!(screen, BeginSynchronizedUpdate)
}

/// Lets the terminal show the frame.
pub fn end_frame(screen: &mut impl Write) -> io::Result<()> {
    execute!(screen, EndSynchronizedUpdate)
}

/// Puts a text on the clipboard of the terminal's user, over ssh too (OSC 52).
pub fn copy(text: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The panic hook, an error on the way, a signal and the end of the session may each give the terminal back.
    #[test]
    fn the_terminal_is_given_back_once() {
        TAKEN.store(true, Ordering::SeqCst);
        let mut terminal = Vec::new();
        // Without a terminal raw mode cannot be switched off; the rest is written all the same.
        let _ = give_back_in_turn(&mut terminal);
        let written = String::from_utf8(terminal).unwrap();
        for code in ["\x1b[?2026l", "\x1b[?2004l", "\x1b[?1049l", "\x1b[?25h"] {
            assert!(written.contains(code), "{code:?} is not in {written:?}");
        }
        let mut again = Vec::new();
        assert!(give_back_in_turn(&mut again).is_ok());
        assert!(again.is_empty());
    }
}
