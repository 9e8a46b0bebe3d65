//! What the styles of a document make of a paragraph. Their ids are in the language of the program, their names in English.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{Archive, attribute, each};

/// What a paragraph looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub is_heading: bool,
    pub is_item: bool,
}

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    look: Look,
    based_on: Option<String>,
}

/// Styles are based on others; nobody needs more.
const DEEPEST: usize = 10;

/// Reads the styles; a document without them is read by the ids alone.
pub fn read(archive: &mut Archive<'_>) -> Styles {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    let read = each(archive, "word/styles.xml", |event| {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                open = attribute(tag, "styleId").map(|id| (id, Style::default()));
            }
            Event::End(tag) if tag.local_name().as_ref() == "style" => styles.0.extend(open.take()),
            Event::Start(tag) | Event::Empty(tag) => {
                if let Some((_, style)) = &mut open {
                    let value = || attribute(tag, "val").unwrap_or_default();
                    match tag.local_name().as_ref() {
                        "name" => style.look = named(&value()),
                        "basedOn" => style.based_on = Some(value()),
                        "outlineLvl" => style.look.is_heading |= value().parse::<u8>().is_ok_and(|level| level < 9),
                        "numId" => style.look.is_item |= value() != "0",
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        true
    });
    // Without its styles a document still has its text.
    read.map_or_else(|_| Styles::default(), |()| styles)
}

/// What the name or the id of a style says.
fn named(name: &str) -> Look {
    let name: String = name.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let starts = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
    Look {
        is_heading: starts(&[
            "heading",
            "title",
            "berschrift",
            "überschrift",
            "titre",
            "título",
            "titulo",
            "kop",
            "rubrik",
        ]) && !name.contains("char"),
        is_item: starts(&["listbullet", "listnumber"]),
    }
}

impl Styles {
    /// What a paragraph of the style looks like.
    pub fn look(&self, id: &str) -> Look {
        let mut look = named(id);
        let mut id = Some(id);
        for _ in 0..DEEPEST {
            let Some(style) = id.and_then(|id| self.0.get(id)) else { break };
            look.is_heading |= style.look.is_heading;
            look.is_item |= style.look.is_item;
            id = style.based_on.as_deref();
        }
        look
    }
}
