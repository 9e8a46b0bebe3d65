//! SIGTERM and SIGHUP give the terminal back and end the program with the code that shells give them.

use std::io;

/// Waits for the signals on a thread of their own, because the main one waits for keys.
#[cfg(unix)]
pub fn watch() -> io::Result<()> {
    use std::os::fd::AsFd;

    use signal_hook::consts::{SIGHUP, SIGTERM};
    // A way to the terminal of its own: the main thread may hold the lock of the standard output all along.
    let mut terminal = std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            super::session::end_with(128 + signal, &mut terminal);
        }
    })?;
    Ok(())
}

/// Other systems have no such signals.
#[cfg(not(unix))]
pub fn watch() -> io::Result<()> {
    Ok(())
}
