//! STAND-IN until the role screen is there.
use ratatui::{Frame, layout::Rect, text::Line};

use crate::app::role_view::RoleView;
use crate::catalog::Catalog;
use crate::ui::look::Look;

/// Draws the role screen.
pub fn draw(frame: &mut Frame, area: Rect, view: &RoleView, catalog: &Catalog, look: &Look) {
    if let Some(role) = catalog.role(view.role) {
        frame.render_widget(Line::styled(format!("{} {} {:?}", role.code, role.title, view.section), look.title()), area);
    }
}
