//! The ranking: roles in a table, filtered and ordered.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::look::Look;
use crate::app::App;
use crate::app::ranking_view::RankingView;

pub(super) fn draw(_frame: &mut Frame<'_>, _area: Rect, _view: &RankingView, _app: &App, _look: Look) {}
