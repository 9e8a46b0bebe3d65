//! What the user is doing. Pure: keys come in as [`Msg`], side effects go out as [`Effect`].

pub mod data;
pub mod filter_box;
pub mod job;
pub mod pins;
pub mod query_box;
pub mod reload;
pub mod target;
pub mod text_box;
mod update;
pub mod view;
pub mod where_from;

use std::any::Any;

use crate::catalog::{Catalog, RoleId, SourceId};
use crate::compare::scatter::Direction;
use crate::screens;
use crate::screens::matching::MatchView;
use crate::screens::search::SearchView;
use crate::search::Engine;
use crate::staff::columns::Asked;
use crate::staff::{Paper, Staff};
use data::Data;

pub use query_box::Edit;
pub use reload::{count, count_staff, look, reload};
pub use update::update;
pub use view::View;

use job::{Event, Job};
use pins::Pins;
use view::Around;
use where_from::WhereView;

/// Rows of the terminal that the help leaves: its two borders, the title line and the footer.
pub const HELP_AROUND: u16 = 4;

/// Rows of the title line and of the footer in a terminal of that many rows; where rows are few they go.
pub const fn around(rows: u16) -> [u16; 2] {
    [if rows >= 5 { 1 } else { 0 }, if rows >= 3 { 1 } else { 0 }]
}

/// The state of the program: one value, owned in one place.
pub struct App {
    /// Finds roles; knows the catalog.
    pub engine: Engine,
    /// The bottom of the stack of screens.
    pub search: SearchView,
    /// The screens opened since, the one in front last: the way back.
    pub trail: Vec<Screen>,
    pub pins: Pins,
    /// Where the figures under the cursor come from, while that is shown over the screen in front.
    pub where_from: Option<WhereView>,
    /// What is known of the data beside the catalog, and the job that changes them.
    pub data: Box<Data>,
    /// The staff that the explorer was opened on.
    pub staff: Option<Box<Staff>>,
    /// The text that is matched, while its screen is not open: it stays until the program ends, and nowhere else.
    pub matching: Option<Box<MatchView>>,
    /// How far the help is scrolled, while it is open.
    pub help: Option<usize>,
    /// A line for the user until the next key.
    pub notice: Option<String>,
    pub width: u16,
    /// Rows of the terminal: how far a page goes.
    pub height: u16,
}

macro_rules! screen_enums {
    ($bottom:ident: $search:ident::$_view:ident, $($name:ident: $module:ident::$view:ident,)+) => {
        /// A screen above the search.
        #[derive(Clone, Debug)]
        #[allow(clippy::large_enum_variant, reason = "few are open at a time")]
        pub enum Screen {
            $($name(screens::$module::$view),)+
        }

        impl Screen {
            pub fn view(&self) -> &dyn View {
                match self {
                    $(Self::$name(view) => view,)+
                }
            }

            fn view_mut(&mut self) -> &mut dyn View {
                match self {
                    $(Self::$name(view) => view,)+
                }
            }
        }

        /// What one screen alone does.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum ScreenAction {
            $bottom(screens::$search::Action),
            $($name(screens::$module::Action),)+
        }

        impl ScreenAction {
            fn act(self, app: &mut App) -> Vec<Effect> {
                match self {
                    Self::$bottom(action) => screens::$search::act(app, action),
                    $(Self::$name(action) => screens::$module::act(app, action),)+
                }
            }
        }
    };
}
screens::for_each_screen!(screen_enums);

/// Something the user wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Quit,
    /// Stops the program until the shell brings it back.
    Suspend,
    /// The terminal has that many columns and rows.
    Resized(u16, u16),
    Type(char),
    /// A change of the query.
    Edit(Edit),
    /// A text for the query.
    Paste(String),
    Step(Step),
    /// A move in the help, which has that many lines.
    ScrollHelp(Step, usize),
    /// Goes to what is under the cursor.
    Open,
    /// Goes back one step of the way.
    Back,
    /// Goes to the search and selects the query.
    Search,
    Help,
    /// Copies the role's code and title.
    Copy,
    /// Pins the role under the cursor, or takes its pin away.
    Pin,
    /// Pins the waiting role in the place of that number, 1 to 4.
    Exchange(u8),
    /// What one screen alone does.
    In(ScreenAction),
    /// Shows where the figures under the cursor come from, or closes that.
    WhereFrom,
    /// To the next figure whose origin is shown.
    NextFigure,
    PreviousFigure,
    Job(Event),
    /// Lets the screen in front go on for a moment with what it has begun.
    GoOn,
    /// Says why a key does nothing here.
    Unavailable(&'static str),
}

/// A move of the cursor in whatever list is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    HalfUp,
    HalfDown,
    PageUp,
    PageDown,
    /// To the first.
    Top,
    /// To the last.
    Bottom,
}

impl Step {
    /// Where the cursor goes in a list of `len`, with `page` of it in view.
    pub fn from(self, cursor: usize, len: usize, page: usize) -> usize {
        let half = (page / 2).max(1);
        match self {
            Self::Up => cursor.saturating_sub(1),
            Self::Down => cursor.saturating_add(1),
            Self::HalfUp => cursor.saturating_sub(half),
            Self::HalfDown => cursor.saturating_add(half),
            Self::PageUp => cursor.saturating_sub(page.max(1)),
            Self::PageDown => cursor.saturating_add(page.max(1)),
            Self::Top => 0,
            Self::Bottom => len,
        }
        .min(len.saturating_sub(1))
    }

    /// The walk over a plot of that many rows: the direction, and how many rows far at least: one, a quarter or half of the
    /// plot. None to its ends.
    pub fn walk(self, rows: u16) -> Option<(Direction, u16)> {
        let (quarter, half) = ((rows / 4).max(1), (rows / 2).max(1));
        Some(match self {
            Self::Up => (Direction::Up, 1),
            Self::Down => (Direction::Down, 1),
            Self::HalfUp => (Direction::Up, quarter),
            Self::HalfDown => (Direction::Down, quarter),
            Self::PageUp => (Direction::Up, half),
            Self::PageDown => (Direction::Down, half),
            Self::Top | Self::Bottom => return None,
        })
    }
}

/// The next place of a ring, or the previous one.
pub fn turned(place: usize, len: usize, forward: bool) -> usize {
    (place + if forward { 1 } else { len.saturating_sub(1) }) % len.max(1)
}

/// Something that the terminal is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Quit,
    /// Stop until continued.
    Suspend,
    /// Put a text on the clipboard.
    Copy(String),
    /// Start a job; its news comes as messages.
    Start(Job),
    Cancel,
    /// List what can be downloaded of some datasets, of all where none is named.
    List(Vec<SourceId>),
    /// Say what a path may be completed to.
    Complete(String),
    /// Write something of the staff to a file.
    Save(Paper),
    /// Read the staff's file anew, with other columns.
    ReadAgain(Asked),
    /// Open a file of that path as the text that is matched.
    OpenText(String),
    /// Write what the text that is matched says to a file, as its name ends.
    SaveText {
        /// As it was typed.
        path: String,
        /// Whether it may take the place of a file that is there.
        over: bool,
    },
}

impl App {
    /// The search screen, with all roles to browse.
    pub fn new(engine: Engine) -> Self {
        let search = SearchView::new(engine.catalog());
        Self {
            engine,
            search,
            trail: Vec::new(),
            pins: Pins::default(),
            where_from: None,
            data: Box::default(),
            staff: None,
            matching: None,
            help: None,
            notice: None,
            width: 80,
            height: 24,
        }
    }

    /// All that is known.
    pub fn catalog(&self) -> &'static Catalog<'static> {
        self.engine.catalog()
    }

    pub fn front(&self) -> &dyn View {
        self.trail.last().map_or(&self.search, Screen::view)
    }

    /// What the screen in front may look at beside itself.
    pub fn around(&self) -> Around<'_> {
        self.around_on((self.width, self.height))
    }

    /// The same on a terminal of that many columns and rows.
    pub fn around_on(&self, (columns, rows): (u16, u16)) -> Around<'_> {
        let [title, footer] = around(rows);
        let body = rows - title - footer;
        let body = body - self.pin_bar(columns, body);
        let staff = self.staff.as_deref();
        Around { engine: &self.engine, data: &self.data, staff, pins: &self.pins, columns, rows, body }
    }

    /// The screen in front to be changed, and what it may look at.
    fn front_mut(&mut self) -> (&mut dyn View, Around<'_>) {
        let Around { columns, rows, body, .. } = self.around();
        let front: &mut dyn View = match self.trail.last_mut() {
            Some(screen) => screen.view_mut(),
            None => &mut self.search,
        };
        let staff = self.staff.as_deref();
        (front, Around { engine: &self.engine, data: &self.data, staff, pins: &self.pins, columns, rows, body })
    }

    /// The screen in front, if it is of that kind.
    pub fn front_as<V: View>(&self) -> Option<&V> {
        (self.front() as &dyn Any).downcast_ref()
    }

    /// The same to be changed, and what it may look at.
    pub fn front_as_mut<V: View>(&mut self) -> Option<(&mut V, Around<'_>)> {
        let (front, around) = self.front_mut();
        Some(((front as &mut dyn Any).downcast_mut()?, around))
    }

    /// Opens a screen over the others. It shows itself, not the help over it.
    pub fn push(&mut self, screen: Screen) {
        (self.help, self.where_from) = (None, None);
        self.pins.keep();
        self.trail.push(screen);
    }

    /// Leaves all screens but so many; a text that was matched is kept for when its screen opens again.
    pub fn leave_to(&mut self, depth: usize) {
        while self.trail.len() > depth {
            if let Some(Screen::Matching(view)) = self.trail.pop() {
                self.matching = Some(Box::new(view));
            }
        }
    }

    /// Rows that the bar of the pins takes of a body of that size; none where nothing is pinned or room is short.
    pub fn pin_bar(&self, columns: u16, rows: u16) -> u16 {
        let is_needed = !self.pins.roles().is_empty() && !self.front().shows_pins();
        u16::from(is_needed && columns >= 20 && rows >= 9)
    }

    /// The role that the cursor is on, or that the screen in front is about.
    pub fn role(&self) -> Option<RoleId> {
        self.front().role()
    }
}
