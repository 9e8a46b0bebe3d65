//! The elements of a page: which end a paragraph, and which are no text of its own.

use html5gum::StartTag;

/// Whether an element is left out with all that is in it: what is not shown, and what stands around the text of a page
/// unless `is_all` is asked for. Headers and footers stay where they are an article's own.
pub fn is_left_out(tag: &StartTag<()>, is_all: bool, is_own: bool) -> bool {
    let name = tag.name.as_slice();
    let value = |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    match name {
        b"script" | b"style" | b"template" | b"svg" | b"math" | b"iframe" | b"object" | b"select" | b"button"
        | b"textarea" | b"canvas" | b"audio" | b"video" | b"noscript" | b"dialog" | b"datalist" => return true,
        b"html" | b"body" | b"main" | b"article" | b"head" => return false,
        _ if is_all => return false,
        b"nav" => return true,
        b"header" | b"footer" if !is_own => return true,
        _ => {}
    }
    let is_role = value(b"role").is_some_and(|role| {
        matches!(role.as_str(), "navigation" | "banner" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu")
    });
    let is_unseen = tag.attributes.contains_key(&b"hidden"[..])
        || value(b"aria-hidden").is_some_and(|hidden| hidden == "true")
        || value(b"style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    is_role
        || is_unseen
        || [b"class".as_slice(), b"id"].iter().any(|key| value(key).is_some_and(|names| is_chrome(&names)))
}

/// Names that pages give to what is the same on every page of a site.
fn is_chrome(names: &str) -> bool {
    const NAMES: [&str; 20] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "cookie-banner",
        "cookie-consent",
        "site-header",
        "site-footer",
        "page-footer",
        "footer",
        "skip-link",
        "share",
        "social",
        "pagination",
        "newsletter",
        "related-jobs",
    ];
    names.split_ascii_whitespace().any(|name| NAMES.contains(&name))
}

/// Whether an element has nothing in it, and no end.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"br"
            | b"hr"
            | b"img"
            | b"input"
            | b"meta"
            | b"link"
            | b"col"
            | b"wbr"
            | b"area"
            | b"base"
            | b"embed"
            | b"source"
            | b"track"
    )
}

/// Whether an element stands apart from the text around it.
pub fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"section"
            | b"header"
            | b"footer"
            | b"aside"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"ul"
            | b"ol"
            | b"li"
            | b"table"
            | b"tr"
            | b"caption"
            | b"thead"
            | b"tbody"
            | b"blockquote"
            | b"address"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"figure"
            | b"figcaption"
            | b"hr"
            | b"body"
            | b"head"
            | b"html"
            | b"form"
            | b"fieldset"
            | b"legend"
            | b"details"
            | b"summary"
            | b"center"
            | b"option"
            | b"label"
    )
}
