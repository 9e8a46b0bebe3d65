//! The screens: each has a folder with its state, its keys (`keys.rs`) and its drawing (`draw`).

pub mod compare;
pub mod data;
pub mod map;
pub mod matching;
pub mod moves;
pub mod organisation;
pub mod places;
pub mod ranking;
pub mod role;
pub mod search;
pub mod sharing;
pub mod staff;
pub mod treemap;
pub mod whereabouts;

/// The one list of the screens, in the order of the help; the first is at the bottom of the stack. State, keys and drawing
/// are reached from here, each by a macro of its own room.
macro_rules! for_each_screen {
    ($make:ident) => {
        $make! {
            Search: search::SearchView,
            Role: role::RoleView,
            Sharing: sharing::Sharing,
            Matching: matching::MatchView,
            Compare: compare::CompareView,
            Map: map::MapView,
            Treemap: treemap::TreemapView,
            Ranking: ranking::RankingView,
            Moves: moves::MovesView,
            Whereabouts: whereabouts::Whereabouts,
            Places: places::PlacesView,
            Staff: staff::StaffView,
            Organisation: organisation::Organisation,
            Data: data::DataView,
        }
    };
}
pub(crate) use for_each_screen;
