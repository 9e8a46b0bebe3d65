//! Short words in small letters.

/// A short word in small letters, without an allocation.
pub struct Small([u8; 16], usize);

impl Small {
    pub fn of(word: &str) -> Self {
        let mut small = [0; 16];
        let bytes = word.as_bytes();
        if bytes.len() > small.len() || !word.is_ascii() {
            return Self(small, 0);
        }
        for (to, from) in small.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
        }
        Self(small, bytes.len())
    }

    pub fn as_str(&self) -> &str {
        self.0.get(..self.1).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
