//! The bytes of a file as UTF-8, a piece at a time, with the line that reading has come to.

use std::io::{self, BufRead, Read};

use super::FileFault;
use crate::windows_1252::windows_1252;

/// How many bytes are asked for at a time.
const PIECE: usize = 64 * 1024;

/// A file being read. Bytes that are not UTF-8 are taken as Windows-1252, and the first line with one is kept.
pub(super) struct Source<R> {
    inner: R,
    /// Read and not yet decoded: at most a piece, and the beginning of a letter that the next piece ends.
    raw: Vec<u8>,
    /// Decoded and not all consumed.
    ready: Vec<u8>,
    consumed: usize,
    line: u64,
    first_not_utf_8: Option<u64>,
}

impl<R: Read> Source<R> {
    /// Begins to read.
    ///
    /// # Errors
    /// [`FileFault`] when the file cannot be read or is in UTF-16.
    pub(super) fn new(inner: R) -> Result<Source<R>, FileFault> {
        let mut source =
            Source { inner, raw: Vec::new(), ready: Vec::new(), consumed: 0, line: 1, first_not_utf_8: None };
        let fault = |message: String| FileFault { line: 1, message };
        let ended =
            source.read_piece().map_err(|error| fault(format!("The file cannot be read: {error}.")))?;
        if is_utf_16(&source.raw) {
            return Err(fault(UTF_16.to_owned()));
        }
        source.decode(ended);
        Ok(source)
    }

    /// The line of the next byte, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The first line on which a byte was not UTF-8.
    pub(super) fn first_not_utf_8(&self) -> Option<u64> {
        self.first_not_utf_8
    }

    /// Reads another piece; true at the end of the file.
    fn read_piece(&mut self) -> io::Result<bool> {
        let mut most = (&mut self.inner).take(PIECE as u64);
        Ok(most.read_to_end(&mut self.raw)? == 0)
    }

    fn decode(&mut self, ended: bool) {
        let mut rest = self.raw.as_slice();
        while !rest.is_empty() {
            let Err(error) = std::str::from_utf8(rest) else {
                self.ready.extend_from_slice(rest);
                rest = &[];
                break;
            };
            let (sound, other) = rest.split_at(error.valid_up_to());
            self.ready.extend_from_slice(sound);
            if error.error_len().is_none() && !ended {
                rest = other;
                break;
            }
            let line = self.line + lines_in(&self.ready);
            self.first_not_utf_8.get_or_insert(line);
            let (odd, after) = other.split_at(error.error_len().unwrap_or(other.len()));
            let letters: String = odd.iter().map(|byte| windows_1252(*byte)).collect();
            self.ready.extend_from_slice(letters.as_bytes());
            rest = after;
        }
        self.raw = rest.to_vec();
    }
}

/// The sentence for a file in UTF-16.
pub(super) const UTF_16: &str = "The file is in UTF-16 (line 1): save it as UTF-8 and send it again.";

/// Whether a file that begins so is in UTF-16.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, b'<', ..] | [b'<', 0, ..])
}

/// How many lines end within these bytes.
pub(super) fn lines_in(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let mut ended = false;
        while self.consumed == self.ready.len() && !ended {
            self.ready.clear();
            self.consumed = 0;
            ended = self.read_piece()?;
            self.decode(ended);
        }
        Ok(&self.ready[self.consumed..])
    }

    fn consume(&mut self, amount: usize) {
        let to = (self.consumed + amount).min(self.ready.len());
        self.line += lines_in(&self.ready[self.consumed..to]);
        self.consumed = to;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::Source;

    /// Gives one byte at a time.
    struct Slowly<'b>(&'b [u8]);

    impl Read for Slowly<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let one = self.0.len().min(1);
            self.0.read(&mut into[..one])
        }
    }

    #[test]
    fn letters_are_whole_however_the_bytes_come() {
        let text = "Zoë\n— Łukasz\n".repeat(9_000);
        for ended in ["", "é"] {
            let text = format!("{text}{ended}");
            let mut read = String::new();
            let mut source = Source::new(Slowly(text.as_bytes())).unwrap_or_else(|fault| panic!("{fault}"));
            source.read_to_string(&mut read).expect("UTF-8");
            assert!(read == text);
            assert_eq!((source.line(), source.first_not_utf_8()), (18_001, None));
        }
    }

    #[test]
    fn other_bytes_are_windows_1252_and_their_line_is_known() {
        let mut source =
            Source::new(&b"a\nJos\xe9 \x80\nb\xc3"[..]).unwrap_or_else(|fault| panic!("{fault}"));
        let mut read = String::new();
        source.read_to_string(&mut read).expect("UTF-8");
        assert_eq!(read, "a\nJosé €\nbÃ");
        assert_eq!(source.first_not_utf_8(), Some(2));
    }

    #[test]
    fn utf_16_is_refused() {
        let fault = Source::new(&b"\xff\xfe<\0"[..]).err().expect("a fault");
        assert!(fault.message.contains("UTF-16"));
    }
}
