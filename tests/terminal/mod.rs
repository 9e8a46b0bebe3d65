//! The real program in a pseudo-terminal.
#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_rolescope");
/// A folder without data of a user's own, so that the embedded snapshot answers.
pub const NO_DATA: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-data");
/// Machines are noisy: what must happen has this long.
pub const PATIENCE: Duration = Duration::from_mins(3);

pub fn parser() -> vt100::Parser {
    let cells = |n| std::num::NonZero::new(n).unwrap();
    vt100::Parser::new(cells(24), cells(80), 0)
}

pub struct Terminal {
    pub master: Box<dyn MasterPty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    pub keys: Box<dyn Write + Send>,
    pub output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
    /// All that came.
    pub seen: Vec<u8>,
}

impl Terminal {
    pub fn start() -> Self {
        Self::start_in(Path::new(NO_DATA), &[])
    }

    /// With the folder of a user's own data, and further variables.
    pub fn start_in(data: &Path, variables: &[(&str, &str)]) -> Self {
        let pair =
            native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.env("ROLESCOPE_DATA", data);
        for (name, value) in variables {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { master: pair.master, child, keys, output, screen: parser(), seen: Vec::new() }
    }

    pub fn until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(self.screen.screen()) {
            assert!(start.elapsed() < PATIENCE, "{what}:\n{}", self.screen.screen().contents());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
                self.seen.extend(bytes);
            }
        }
    }

    pub fn shows(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            if start.elapsed() > PATIENCE {
                let _ = self.child.kill();
                panic!("the program goes on");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn is_given_back(&mut self) {
        self.until("given back", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
    }
}
