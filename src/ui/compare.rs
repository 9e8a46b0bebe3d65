//! The comparison: up to four roles in aligned columns.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::App;
use crate::app::compare_view::CompareView;

pub(super) fn draw(_frame: &mut Frame<'_>, _area: Rect, _view: &CompareView, _app: &App, _look: Look) {}
