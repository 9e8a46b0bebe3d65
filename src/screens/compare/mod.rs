//! The comparison: up to four roles in aligned columns.

mod as_view;
pub mod draw;
pub mod keys;

use crate::app::target::Target;
use crate::app::{App, Effect, Msg, Screen, ScreenAction, View};
use crate::catalog::{Catalog, RoleId};
use crate::compare::side_by_side::{Comparison, Part, Section};
use crate::screens::role::RoleView;
use crate::screens::role::section::Section as RoleSection;

#[derive(Clone, Debug)]
pub struct CompareView {
    /// What is compared, computed anew when the columns change.
    pub comparison: Comparison<'static>,
    pub column: usize,
    /// What is listed, from the top.
    pub items: Vec<Item>,
    /// The item under the cursor, by its place.
    pub cursor: usize,
    /// Whether every figure is shown, not those alone that matter most.
    pub all: bool,
    /// Whether the rows of a section stand by how far the roles are from the reference.
    pub by_gap: bool,
    folded: [bool; Part::COUNT],
}

pub const OPEN: Msg = Msg::In(ScreenAction::Compare(Action::Open));

/// What a key of this screen does, beside those of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens the comparison of the pinned roles.
    Open,
    Left,
    Right,
    /// Makes the role of the column the reference.
    Reference,
    MoveLeft,
    MoveRight,
    /// Orders the rows of each section by gap, or as they were.
    ByGap,
    /// Shows every figure, or those that matter most.
    All,
    /// Folds the section under the cursor, or unfolds it.
    Fold,
    /// Folds all sections, or unfolds all.
    FoldAll,
    NextSection,
    PreviousSection,
}

/// Something in the list under the columns' heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A sentence at the top, by its place.
    Verdict(usize),
    /// Which skills matter more or less, under its sentence.
    VerdictSkills {
        /// Which sentence.
        verdict: usize,
        /// Which line of skills.
        line: usize,
    },
    /// The heading of a section, by its place.
    Heading(usize),
    Row {
        section: usize,
        row: usize,
    },
    /// That a section has rows which are not shown.
    More {
        section: usize,
        rows: usize,
    },
    Remark {
        section: usize,
        remark: usize,
    },
}

impl CompareView {
    /// The screen as it opens; `reference` is the place of the role that the others are compared with.
    pub fn new(catalog: &'static Catalog<'static>, roles: &[RoleId], reference: usize) -> Self {
        let mut view = Self {
            comparison: Comparison::of(catalog, roles, reference),
            column: 0,
            items: Vec::new(),
            cursor: 0,
            all: false,
            by_gap: false,
            folded: [false; Part::COUNT],
        };
        view.items = view.listed();
        view
    }

    /// The roles, in the order of their columns.
    pub fn roles(&self) -> Vec<RoleId> {
        self.comparison.columns.iter().map(|column| column.id).collect()
    }

    /// The role that the others are compared with.
    pub fn reference(&self) -> Option<RoleId> {
        self.comparison.columns.get(self.comparison.reference).map(|column| column.id)
    }

    /// Compares other roles, or the same in another order; reference and cursor stay with their roles.
    pub fn show(&mut self, catalog: &'static Catalog<'static>, roles: &[RoleId]) {
        if self.roles() == roles {
            return;
        }
        let place = |id: Option<RoleId>| roles.iter().position(|role| Some(*role) == id);
        let reference = self.reference();
        let column = place(self.role()).unwrap_or(self.column).min(roles.len().saturating_sub(1));
        self.compare(catalog, roles, place(reference).unwrap_or(0));
        self.column = column;
    }

    fn compare(&mut self, catalog: &'static Catalog<'static>, roles: &[RoleId], reference: usize) {
        self.keeping(|view| view.comparison = Comparison::of(catalog, roles, reference));
    }

    /// Whether the section at a place is folded.
    pub fn is_folded(&self, section: usize) -> bool {
        self.section(section).is_some_and(|section| self.folded[section.part as usize])
    }

    fn section(&self, place: usize) -> Option<&Section<'static>> {
        self.comparison.sections.get(place)
    }

    fn listed(&self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (verdict, its) in self.comparison.verdicts.iter().enumerate() {
            items.push(Item::Verdict(verdict));
            items.extend((0..its.skills.len()).map(|line| Item::VerdictSkills { verdict, line }));
        }
        for (section, its) in self.comparison.sections.iter().enumerate() {
            items.push(Item::Heading(section));
            if self.is_folded(section) {
                continue;
            }
            let order = self.order(its);
            let hidden = its.rows.len() - order.len();
            items.extend(order.into_iter().map(|row| Item::Row { section, row }));
            if hidden > 0 {
                items.push(Item::More { section, rows: hidden });
            }
            items.extend((0..its.remarks.len()).map(|remark| Item::Remark { section, remark }));
        }
        items
    }

    fn order(&self, section: &Section<'_>) -> Vec<usize> {
        section.order(self.all, self.by_gap && self.comparison.columns.len() > 1)
    }

    /// The item under the cursor.
    pub fn under(&self) -> Option<Item> {
        self.items.get(self.cursor).copied()
    }

    fn act(&mut self, catalog: &'static Catalog<'static>, action: Action) {
        let last = self.comparison.columns.len().saturating_sub(1);
        match action {
            Action::Open => {}
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(last),
            Action::Reference => self.compare(catalog, &self.roles(), self.column),
            Action::MoveLeft => self.shift(catalog, self.column.checked_sub(1)),
            Action::MoveRight => self.shift(catalog, Some(self.column + 1).filter(|place| *place <= last)),
            Action::ByGap => self.keeping(|view| view.by_gap = !view.by_gap),
            Action::All => self.keeping(|view| view.all = !view.all),
            Action::Fold => self.fold(),
            Action::FoldAll => {
                let fold = self.folded.iter().any(|folded| !folded);
                self.keeping(|view| view.folded = [fold; Part::COUNT]);
            }
            Action::NextSection => self.turn(true),
            Action::PreviousSection => self.turn(false),
        }
    }

    /// Changes what is listed. The cursor stays on its item, or goes to the heading of its section where that is not shown.
    fn keeping(&mut self, change: impl FnOnce(&mut Self)) {
        let under = self.under();
        change(self);
        self.items = self.listed();
        let heading = under.and_then(section_of).map(Item::Heading);
        let place = |wanted: Option<Item>| self.items.iter().position(|item| Some(*item) == wanted);
        let found = place(under).or_else(|| place(heading)).unwrap_or(self.cursor);
        self.cursor = found.min(self.items.len().saturating_sub(1));
    }

    fn shift(&mut self, catalog: &'static Catalog<'static>, to: Option<usize>) {
        let mut roles = self.roles();
        if let Some(to) = to.filter(|to| *to < roles.len()) {
            roles.swap(self.column, to);
            self.show(catalog, &roles);
        }
    }

    fn fold(&mut self) {
        let part = self.under().and_then(section_of).and_then(|place| Some(self.section(place)?.part));
        if let Some(part) = part {
            self.keeping(|view| view.folded[part as usize] = !view.folded[part as usize]);
        }
    }

    fn turn(&mut self, forward: bool) {
        let items = &self.items;
        let is_start = |place: &usize| matches!(items[*place], Item::Heading(_)) || *place == 0;
        let found = if forward {
            (self.cursor + 1..items.len()).find(is_start)
        } else {
            (0..self.cursor.min(items.len())).rev().find(is_start)
        };
        self.cursor = found.unwrap_or(self.cursor);
    }

    /// Whether Enter folds or unfolds: on a heading, and where rows are hidden.
    pub fn enter_unfolds(&mut self) -> bool {
        match self.under() {
            Some(Item::Heading(_)) => self.fold(),
            Some(Item::More { .. }) => self.keeping(|view| view.all = true),
            _ => return false,
        }
        true
    }

    /// What the cell or row under the cursor is about, to see who shares it.
    pub fn target(&self) -> Option<Target> {
        let Some(Item::Row { section, row }) = self.under() else { return None };
        let row = self.section(section)?.rows.get(row)?;
        let figure = row.figures_of(self.column).first()?;
        Target::of(self.role()?, *figure)
    }

    /// The role of the column, at the section that the row under the cursor belongs to.
    fn opened(&self, catalog: &'static Catalog<'static>) -> Option<RoleView> {
        if let Some(Item::Verdict(place) | Item::VerdictSkills { verdict: place, .. }) = self.under() {
            let column = self.comparison.verdicts.get(place)?.column;
            return Some(RoleView::new(catalog, self.comparison.columns.get(column)?.id));
        }
        let mut view = RoleView::new(catalog, self.role()?);
        let part = self.under().and_then(section_of).and_then(|place| Some(self.section(place)?.part));
        view.open_section(
            catalog,
            match part {
                Some(Part::Exposure | Part::TaskMix) => RoleSection::Exposure,
                Some(Part::ExposedTasks) => RoleSection::Tasks,
                Some(Part::Labour) => RoleSection::Outlook,
                Some(Part::Skills) => RoleSection::Skills,
                Some(Part::Shared | Part::Only) => RoleSection::Tools,
                Some(Part::Preparation | Part::Titles) | None => RoleSection::Overview,
            },
        );
        Some(view)
    }
}

/// Does what a key of this screen does; pins and reference are the same elsewhere.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let catalog = app.catalog();
    if action == Action::Open {
        open(app);
    } else if let Some((view, _)) = app.front_as_mut::<CompareView>() {
        view.act(catalog, action);
        let (roles, reference) = (view.roles(), view.reference());
        app.pins.reorder(&roles);
        app.pins.reference = reference;
    }
    Vec::new()
}

/// With a single pin, the role under the cursor is compared with it.
fn open(app: &mut App) {
    if let ([pinned], Some(role)) = (app.pins.roles(), app.role())
        && *pinned != role
    {
        app.pins.toggle(role);
    }
    let view = CompareView::new(app.catalog(), app.pins.roles(), app.pins.reference_place());
    app.push(Screen::Compare(view));
}

/// The section that an item belongs to, by its place.
const fn section_of(item: Item) -> Option<usize> {
    match item {
        Item::Verdict(_) | Item::VerdictSkills { .. } => None,
        Item::Heading(section)
        | Item::Row { section, .. }
        | Item::More { section, .. }
        | Item::Remark { section, .. } => Some(section),
    }
}
