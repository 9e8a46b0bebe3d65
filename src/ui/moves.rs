//! The moves: where one could go from a role.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::App;
use crate::app::moves_view::MovesView;

pub(super) fn draw(_frame: &mut Frame<'_>, _area: Rect, _view: &MovesView, _app: &App, _look: Look) {}
