//! How things look: styles by meaning, never by colour alone, and the glyphs of bars and marks.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::catalog::{Band, Label};

/// The look of a session: chosen once from the terminal's abilities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Colours of the terminal's own 16; without them, bold, dim, underline and reverse carry the meaning.
    pub colour: bool,
    pub glyphs: Glyphs,
}

/// Glyphs that every terminal font has, or ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// A filled cell of a bar.
    pub full: &'static str,
    /// An empty cell of a bar.
    pub empty: &'static str,
    /// The cursor in a list.
    pub cursor: &'static str,
    /// A role's place on a scale.
    pub mark: &'static str,
    /// Heights of a distribution, lowest first.
    pub heights: [&'static str; 8],
    /// Between a name and its figure.
    pub dot: &'static str,
    /// From one figure to another.
    pub arrow: &'static str,
    /// What does not fit.
    pub more: &'static str,
}

/// Block and line glyphs.
pub const UNICODE: Glyphs = Glyphs {
    full: "■",
    empty: "·",
    cursor: "▌",
    mark: "▲",
    heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    dot: "·",
    arrow: "→",
    more: "…",
};

pub const ASCII: Glyphs = Glyphs {
    full: "#",
    empty: ".",
    cursor: ">",
    mark: "^",
    heights: [".", ".", ":", ":", "-", "=", "+", "#"],
    dot: "-",
    arrow: "->",
    more: "~",
};

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Default for Look {
    fn default() -> Self {
        Self { colour: true, glyphs: UNICODE }
    }
}

impl Look {
    fn style(self, colour: Color, plain: Modifier) -> Style {
        if self.colour { Style::new().fg(colour).add_modifier(plain) } else { Style::new().add_modifier(plain) }
    }

    pub fn plain(self) -> Style {
        Style::new()
    }

    /// A screen's or pane's title.
    pub fn title(self) -> Style {
        self.style(Color::Cyan, Modifier::BOLD)
    }

    /// A heading within a pane.
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Text of lesser weight: labels, units, hints.
    pub fn quiet(self) -> Style {
        if self.colour { Style::new().fg(Color::DarkGray) } else { Style::new().add_modifier(Modifier::DIM) }
    }

    pub fn border(self) -> Style {
        self.quiet()
    }

    fn either(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii() { ascii } else { unicode }
    }

    /// A line across.
    pub fn rule(self) -> &'static str {
        self.either("─", "-")
    }

    /// A line between panes.
    pub fn wall(self) -> &'static str {
        self.either("│", "|")
    }

    /// Where a line across meets a line between panes.
    pub fn joint(self) -> &'static str {
        self.either("┬", "+")
    }

    pub fn pin(self) -> &'static str {
        self.either("◆", "*")
    }

    /// Before a heading whose rows are shown, or folded away.
    pub fn fold(self, folded: bool) -> &'static str {
        if folded { self.either("▸", "+") } else { self.either("▾", "-") }
    }

    /// A heavier line across.
    pub fn heavy_rule(self) -> &'static str {
        self.either("━", "=")
    }

    /// Before what is typed.
    pub fn prompt(self) -> &'static str {
        self.either("❯", ">")
    }

    /// Between the steps of the way.
    pub fn step(self) -> &'static str {
        self.either("›", ">")
    }

    /// Beside the head of the column that rows are ordered by.
    pub fn sort_arrow(self, highest_first: bool) -> &'static str {
        if highest_first { self.either("▼", "v") } else { self.either("▲", "^") }
    }

    /// A border with a title.
    pub fn block(self, title: &str) -> Block<'static> {
        let set = if self.ascii() { ASCII_BORDER } else { border::PLAIN };
        let title = Line::styled(format!(" {title} "), self.title());
        Block::bordered().border_set(set).border_style(self.border()).title(title)
    }

    pub fn matched(self) -> Style {
        self.style(Color::Yellow, Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Letters of a text that tie it to a role: readable on dark and on light.
    pub fn tied(self) -> Style {
        self.style(Color::Magenta, Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// What is there and does not count: dim in the terminal's own colour, so that it can be read on any.
    pub fn left_out(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// `≥` as `>=` in ASCII, which takes one more cell; `ui::draw` replaces what keeps its width.
    pub fn text(self, text: &str) -> String {
        if self.ascii() { text.replace('≥', ">=") } else { text.to_owned() }
    }

    /// The first cell of a row of a list.
    pub fn cursor(self, is_here: bool) -> Span<'static> {
        Span::styled(if is_here { self.glyphs.cursor } else { " " }, self.title())
    }

    /// Whether only ASCII may be printed.
    pub fn ascii(self) -> bool {
        self.glyphs.full.is_ascii()
    }

    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A key in the footer or the help.
    pub fn key(self) -> Style {
        self.style(Color::Cyan, Modifier::BOLD)
    }

    /// The frame sentence beside exposure figures.
    pub fn frame(self) -> Style {
        Style::new().add_modifier(Modifier::ITALIC)
    }

    pub fn error(self) -> Style {
        self.style(Color::Red, Modifier::BOLD)
    }

    /// A band of exposure; the word always stands beside it.
    pub fn band(self, band: Band) -> Style {
        match band {
            Band::Low => self.style(Color::Green, Modifier::empty()),
            Band::Moderate => self.style(Color::Yellow, Modifier::empty()),
            Band::High => self.style(Color::Magenta, Modifier::BOLD),
        }
    }

    pub fn label(self, label: Label) -> Style {
        match label {
            Label::E0 => self.band(Band::Low),
            Label::E2 => self.band(Band::Moderate),
            Label::E1 => self.band(Band::High),
        }
    }
}
