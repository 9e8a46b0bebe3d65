//! CSV that keeps the kind of an I/O error: a closed pipe must stay recognisable.

use std::io;

/// The I/O error inside, or the CSV error as one.
pub fn io_error(error: csv::Error) -> io::Error {
    if error.is_io_error() {
        if let csv::ErrorKind::Io(inner) = error.into_kind() {
            return inner;
        }
        return io::Error::other("CSV");
    }
    io::Error::new(io::ErrorKind::InvalidData, error)
}
