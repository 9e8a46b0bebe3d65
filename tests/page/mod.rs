//! Whether a page of HTML stands alone and is whole.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

/// It asks for nothing from elsewhere, runs nothing, says its language, and closes every tag that it opens.
pub fn assert_whole(page: &str) {
    for word in ["<script", "http", "src=", "@import"] {
        assert!(!page.contains(word), "{word}");
    }
    // Patterns of its own pictures are named so, too.
    assert!(page.match_indices("url(").all(|(at, _)| page[at + 4..].starts_with('#')));
    assert!(page.contains("<html lang=\"en\">"));
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        match tag {
            _ if tag.starts_with('!') || tag.ends_with('/') => {}
            _ if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{tag}"),
            _ => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
