//! What people work with: software, and physical tools and machines.

use super::rows::{Codes, by_code};
use super::sheet::Sheet;
use crate::ingest::tables::{SoftwareRow, ToolRow};
use crate::ingest::{BadInput, Intake};

/// Software Skills; before 30.3 Technology Skills, whose category is a kind of commodity (UNSPSC).
pub(super) fn software(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<SoftwareRow>, BadInput> {
    let name = sheet.any_column(&["Workplace Example", "Example"])?;
    let category = sheet.any_column(&["Element Name", "Commodity Title"])?;
    let (hot, in_demand) = (sheet.column("Hot Technology")?, sheet.column("In Demand")?);
    by_code(sheet, codes, intake, |code, row| {
        Ok(SoftwareRow {
            code,
            name: row.text(name)?.to_owned(),
            category: row.text(category)?.to_owned(),
            hot: row.flag(hot)?,
            in_demand: row.flag(in_demand)?,
        })
    })
}

/// Tools Used, which ended with 30.2.
pub(super) fn tools(sheet: &Sheet<'_>, codes: &Codes, intake: &mut Intake) -> Result<Vec<ToolRow>, BadInput> {
    let (name, commodity) = (sheet.column("Example")?, sheet.column("Commodity Title")?);
    by_code(sheet, codes, intake, |code, row| {
        Ok(ToolRow { code, name: row.text(name)?.to_owned(), commodity: row.text(commodity)?.to_owned() })
    })
}
