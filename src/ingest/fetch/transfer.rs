//! One file over the network: conditional, resumed, tried again, counted.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

use ureq::Agent;
use ureq::http::{Response, header};

use super::part::Part;
use super::record::Fetched;
use super::{Download, RetryPolicy};
use crate::ingest::observer::{Observer, Progress, step};
use crate::ingest::{BadInput, LARGEST};

/// Who asks, and where to complain.
const USER_AGENT: &str = concat!(
    "rolescope/",
    env!("CARGO_PKG_VERSION"),
    " (+",
    env!("CARGO_PKG_REPOSITORY"),
    "; downloads on request of its user)"
);
/// How much is read at once, in bytes.
const PIECE: usize = 64 * 1024;
/// How many requests one file may take, however well it goes on.
const MOST_REQUESTS: u32 = 200;
/// How long a wait is cut into, so that a cancelled one ends soon.
const NAP: Duration = Duration::from_millis(50);

/// A transfer of one file.
pub struct Transfer<'t> {
    pub download: &'t Download,
    pub folder: &'t Path,
    pub patience: &'t RetryPolicy,
    /// What is known of the file that is here.
    pub known: Option<&'t Fetched>,
}

pub enum Got {
    /// The server has nothing newer.
    NotModified,
    /// The whole file.
    File { part: Part, file: File, etag: String, last_modified: String },
}

/// Why a transfer got nothing.
pub enum Failure {
    /// The server answered with this status.
    Status(u16),
    /// No server answered.
    Unreached(String),
    /// What came was not right.
    Other(String),
    /// The disk, or the user.
    Own(BadInput),
}

/// Why one request got no complete file.
enum Retry {
    /// Another try may go better.
    Again(String),
    /// The same; no server answered.
    Unreached(String),
    /// It will not.
    Final(Failure),
}

impl From<BadInput> for Retry {
    fn from(error: BadInput) -> Self {
        Self::Final(Failure::Own(error))
    }
}

type Body = Response<ureq::Body>;

impl Transfer<'_> {
    /// Asks until the file is here, or there is no hope.
    pub fn run(&self, observer: &mut dyn Observer) -> Result<Got, Failure> {
        let agent = self.agent();
        let (mut failures, mut requests) = (0, 0);
        loop {
            let part = Part::of(self.folder, &self.download.file);
            let before = part.here().map_or(0, |(size, _)| size);
            let (why, is_reached) = match self.request(&agent, part, observer) {
                Ok(got) => return Ok(got),
                Err(Retry::Final(failure)) => return Err(failure),
                Err(Retry::Again(why)) => (why, true),
                Err(Retry::Unreached(why)) => (why, false),
            };
            requests += 1;
            let after = Part::of(self.folder, &self.download.file).here().map_or(0, |(size, _)| size);
            failures = if after > before { 0 } else { failures + 1 };
            if failures >= self.patience.tries || requests >= MOST_REQUESTS {
                return Err(if is_reached { Failure::Other(why) } else { Failure::Unreached(why) });
            }
            let wait = self.patience.wait * 2_u32.pow(failures.clamp(1, 6) - 1);
            let millis = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
            observer.progress(Progress::Retrying { file: &self.download.file, why: &why, after: millis });
            let mut left = wait;
            while !left.is_zero() {
                if observer.is_cancelled() {
                    break;
                }
                std::thread::sleep(left.min(NAP));
                left = left.saturating_sub(NAP);
            }
        }
    }

    fn agent(&self) -> Agent {
        Agent::config_builder()
            .user_agent(USER_AGENT)
            .http_status_as_error(false)
            // What is published over TLS is not taken without it, wherever a redirect leads.
            .https_only(self.download.address.starts_with("https:"))
            .max_redirects(5)
            .timeout_resolve(Some(self.patience.connect))
            .timeout_connect(Some(self.patience.connect))
            .timeout_recv_response(Some(self.patience.answer))
            .timeout_recv_body(Some(self.patience.body))
            .build()
            .new_agent()
    }

    fn request(&self, agent: &Agent, part: Part, observer: &mut dyn Observer) -> Result<Got, Retry> {
        let here = part.here();
        let size = here.as_ref().map_or(0, |(size, _)| *size);
        step(observer, self.folder, Progress::Asking { file: &self.download.file, here: size })?;
        let mut request = agent.get(&self.download.address);
        if let Some((size, tag)) = &here {
            request = request.header(header::RANGE, format!("bytes={size}-")).header(header::IF_RANGE, tag);
        } else if let Some(known) = self.known {
            if !known.etag.is_empty() {
                request = request.header(header::IF_NONE_MATCH, &known.etag);
            }
            if !known.last_modified.is_empty() {
                request = request.header(header::IF_MODIFIED_SINCE, &known.last_modified);
            }
        }
        let response = request.call().map_err(|error| trouble(&error))?;
        match response.status().as_u16() {
            200 => self.receive(response, part, 0, observer),
            206 => match (here, range_start(&response)) {
                (Some((size, _)), Some(start)) if size == start => self.receive(response, part, size, observer),
                _ => {
                    part.discard();
                    Err(Retry::Again("the server sent another part than was asked for".to_owned()))
                }
            },
            304 if self.known.is_some() => Ok(Got::NotModified),
            // The part is longer than the file, or of a version that is gone.
            416 if here.is_some() => {
                part.discard();
                Err(Retry::Again("the file has changed since the download began".to_owned()))
            }
            status @ (408 | 425 | 429 | 500 | 502 | 503 | 504) => Err(Retry::Again(format!("status {status}"))),
            status => Err(Retry::Final(Failure::Status(status))),
        }
    }

    fn receive(&self, response: Body, part: Part, from: u64, observer: &mut dyn Observer) -> Result<Got, Retry> {
        let etag = text(&response, &header::ETAG);
        let last_modified = text(&response, &header::LAST_MODIFIED);
        let length: Option<u64> = text(&response, &header::CONTENT_LENGTH).parse().ok();
        let total = length.map(|length| from.saturating_add(length));
        let most = LARGEST.min(self.download.size.saturating_mul(16).max(1 << 20));
        let too_large = || {
            let problem = format!("it is larger than {most} bytes, far more than was published so far");
            Retry::Final(Failure::Other(problem))
        };
        if total.is_some_and(|total| total > most) {
            part.discard();
            return Err(too_large());
        }
        let own =
            |error| Retry::Final(Failure::Own(BadInput::file(part.path(), format!("cannot be written: {error}"))));
        // Only a strong tag says that bytes are the same; a date does where no change is fast.
        let tag = if etag.is_empty() || etag.starts_with("W/") { &last_modified } else { &etag };
        let mut file = if from == 0 { part.begin(tag) } else { part.go_on() }.map_err(own)?;
        let mut body = response.into_body().into_reader();
        let (mut done, mut piece) = (from, vec![0; PIECE]);
        loop {
            step(observer, self.folder, Progress::Downloading { file: &self.download.file, done, total })?;
            let count = match body.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) => return Err(Retry::Again(format!("the transfer broke off: {error}"))),
            };
            done += count as u64;
            if done > most {
                drop(file);
                part.discard();
                return Err(too_large());
            }
            file.write_all(piece.get(..count).unwrap_or_default()).map_err(own)?;
        }
        match total {
            Some(total) if done < total => {
                Err(Retry::Again(format!("the transfer broke off after {done} of {total} bytes")))
            }
            _ => Ok(Got::File { part, file, etag, last_modified }),
        }
    }
}

fn text(response: &Body, name: &header::HeaderName) -> String {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// Where the part that came begins: `bytes 100-199/200`.
fn range_start(response: &Body) -> Option<u64> {
    text(response, &header::CONTENT_RANGE).strip_prefix("bytes ")?.split('-').next()?.parse().ok()
}

/// What went wrong before an answer came; what a name or a certificate is wrong about stays wrong.
fn trouble(error: &ureq::Error) -> Retry {
    use std::io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};

    match error {
        ureq::Error::Timeout(_) => Retry::Again(error.to_string()),
        // Somebody was there and broke off.
        ureq::Error::Io(io)
            if matches!(io.kind(), ConnectionReset | ConnectionAborted | BrokenPipe | UnexpectedEof) =>
        {
            Retry::Again(error.to_string())
        }
        ureq::Error::Io(_) | ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => {
            Retry::Unreached(format!("not reached ({error})"))
        }
        ureq::Error::TooManyRedirects => Retry::Final(Failure::Other("it redirects again and again".to_owned())),
        ureq::Error::RequireHttpsOnly(_) => {
            Retry::Final(Failure::Other("it redirects to an address without TLS".to_owned()))
        }
        other => Retry::Final(Failure::Other(other.to_string())),
    }
}
