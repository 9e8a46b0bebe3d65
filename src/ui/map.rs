//! The map: roles in the plane of two figures.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::App;
use crate::app::map_view::MapView;

pub(super) fn draw(_frame: &mut Frame<'_>, _area: Rect, _view: &MapView, _app: &App, _look: Look) {}
