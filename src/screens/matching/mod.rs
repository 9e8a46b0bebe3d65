//! The match screen: a text that is typed, pasted or opened, which of its sentences are work, and beside it the roles that
//! it describes, each with what ties the text to it.

mod act;
mod as_view;
mod choosing;
pub mod draw;
mod example;
pub mod keys;
mod reading;
mod room;
pub mod rows;
pub mod side;

pub use act::act;
pub use room::Room;

use crate::app::data::{Completion, OpenedText};
use crate::app::query_box::QueryBox;
use crate::app::text_box::TextBox;
use crate::app::{Msg, ScreenAction};
use crate::catalog::{Catalog, RoleId};
use crate::matching::{Chosen, Matched, Profile, Reader, Text, Tie};
use rows::Row;
use side::Side;

/// What is said of a text that is not taken whole.
const TOO_LONG: &str = "The text is longer than 1 MiB: its beginning is read.";

#[derive(Clone, Debug)]
pub struct MatchView {
    /// The text as it is typed.
    pub text: TextBox,
    /// What has the keys.
    pub focus: Focus,
    /// The text in its sentences, as it was last cut.
    pub cut: Text,
    /// Whether that is the text as it is now.
    is_cut: bool,
    /// Which sentences the user leaves out or takes in.
    pub chosen: Chosen,
    /// The same before each choice.
    before: Vec<Chosen>,
    reader: Reader,
    /// Whether every sentence that counts is read.
    is_read: bool,
    /// What is said of it as a whole.
    pub summary: Summary,
    /// How many sentences are read, and how many count.
    pub progress: (usize, usize),
    /// When so many are read, it is told anew what they say together.
    next: usize,
    /// What the sentences say together that are read.
    pub matched: Matched,
    /// Which role the cursor is on.
    pub cursor: usize,
    /// The role that the user has gone to: the cursor stays on it as long as it is there.
    picked: Option<RoleId>,
    /// The text beside that role; none where none is named.
    pub profile: Option<Profile>,
    /// What ties the text to it.
    pub ties: Vec<Tie>,
    /// The letters of the text that tie it to that role: bytes, in their order.
    pub marks: Vec<std::ops::Range<usize>>,
    /// What stands beside the roles.
    pub side: Side,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Which of them the cursor is on, of each side.
    row: [usize; Side::ALL.len()],
    /// The sentence under the cursor, while they are walked.
    pub sentence: usize,
    /// Whether only those are shown that are left out.
    pub only_left_out: bool,
    /// The path that is typed.
    pub prompt: Option<Prompt>,
    /// What is being opened.
    pub opening: Option<String>,
    /// What the text is called: its file.
    pub name: Option<String>,
    /// What there is to say of a text that was pasted or opened.
    pub remark: Option<String>,
    /// The first row of the text in view.
    pub top: usize,
    catalog: &'static Catalog<'static>,
}

/// What is said of a text as a whole: made when it is cut, as its words are counted for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Words that count, and words that are left out.
    pub words: (usize, usize),
    /// What it was read as.
    pub read_as: String,
    /// What is left out, by kind.
    pub left_out: String,
}

/// What has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The text: letters are typed.
    Typing,
    /// Its sentences, to be left out or taken in.
    Sentences,
    /// The roles.
    Roles,
    /// What stands beside them.
    Side,
}

/// A path that is typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub purpose: Purpose,
    pub path: QueryBox,
    /// Names that it may be completed to.
    pub offers: Vec<String>,
    /// The path of a file that is there already, when the user was asked whether it may be replaced.
    pub asked: Option<String>,
}

/// What the path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
}

pub const OPEN: Msg = Msg::In(ScreenAction::Matching(Action::Open));

/// What a key of this screen does, beside those of every list, and what it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    /// Gives the keys to something else.
    Focus(Focus),
    /// Breaks the line.
    Break,
    SelectAll,
    Clear,
    /// Puts an example in.
    Example,
    /// Leaves the sentence under the cursor out, or takes it in.
    Turn,
    /// Takes the last such choice back.
    Undo,
    /// Forgets all of them.
    Forget,
    /// Shows only what is left out, or everything.
    OnlyLeftOut,
    NextSide,
    PreviousSide,
    /// To the side of that number, from 1.
    Side(u8),
    /// Asks for a path.
    Ask(Purpose),
    /// Opens or saves at the path that is typed.
    Go,
    Complete,
    Completed(Completion),
    /// A file was read, or could not be.
    Opened(Result<OpenedText, String>),
    /// It was written, with the words for it.
    Saved(String),
    /// There is such a file already.
    IsThere(String),
}

impl MatchView {
    /// Without a text, the keys at it.
    pub fn new(catalog: &'static Catalog<'static>) -> Self {
        Self {
            text: TextBox::default(),
            focus: Focus::Typing,
            cut: Text::default(),
            is_cut: true,
            chosen: Chosen::default(),
            before: Vec::new(),
            reader: Reader::default(),
            // Reading gets ready before the first letter.
            is_read: false,
            summary: Summary::default(),
            progress: (0, 0),
            next: 0,
            matched: Matched::default(),
            cursor: 0,
            picked: None,
            profile: None,
            ties: Vec::new(),
            marks: Vec::new(),
            side: Side::Why,
            rows: Vec::new(),
            row: [0; Side::ALL.len()],
            sentence: 0,
            only_left_out: false,
            prompt: None,
            opening: None,
            name: None,
            remark: None,
            top: 0,
            catalog,
        }
    }

    /// The role under the cursor.
    pub fn near(&self) -> Option<RoleId> {
        self.matched.roles.get(self.cursor).map(|near| near.role)
    }

    /// Which row of the side the cursor is on.
    pub fn row(&self) -> usize {
        self.row.get(self.side as usize).copied().unwrap_or(0).min(self.rows.len().saturating_sub(1))
    }

    /// The row of the side under the cursor, while it has the keys.
    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(self.row()).filter(|_| self.focus == Focus::Side && self.prompt.is_none())
    }

    /// The sentence that is looked at: under the cursor of the text, of the walk, or of the side.
    pub fn looked_at(&self) -> Option<usize> {
        match self.focus {
            Focus::Typing => self.sentence_at(self.text.cursor()),
            Focus::Sentences => Some(self.sentence),
            Focus::Roles => None,
            Focus::Side => self.selected().and_then(Row::sentence),
        }
        .filter(|sentence| *sentence < self.cut.sentences.len())
    }

    /// The sentence at a byte of the text, or before it.
    fn sentence_at(&self, byte: usize) -> Option<usize> {
        let after = self.cut.sentences.partition_point(|sentence| sentence.range.start <= byte);
        let at = after.checked_sub(1)?;
        let is_there = self.cut.sentences.get(at).is_some_and(|sentence| byte <= sentence.range.end);
        is_there.then_some(at)
    }

    /// Whether it knows what the whole text says.
    pub const fn is_done(&self) -> bool {
        self.is_cut && self.is_read
    }
}
