//! Bars as a picture (SVG): the staff above, those beside it below. It does without colours.

use std::fmt::Write as _;

use super::bars::Bars;
use crate::report::xml::escaped;
use crate::staff::whole::words::percent;

/// The width of a picture, where its bars begin, how long the longest is, and how high a row is, in its units.
const WIDTH: f64 = 360.0;
const BARS: f64 = 136.0;
const LONGEST: f64 = 138.0;
const ROW: f64 = 13.5;
/// So many letters of a label fit before the bars.
const LETTERS: usize = 24;
/// How those beside the staff are filled, the nation's last.
const BESIDE: [&str; 2] = ["#bbbbbb", "#ffffff"];

/// What is in doubt is hatched; each picture has the hatching of its own number.
fn hatching(number: usize) -> String {
    format!(
        "<defs><pattern id=\"doubt{number}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">\
         <rect width=\"4\" height=\"4\" fill=\"#ffffff\"/>\
         <path d=\"M-1 1L1 -1M0 4L4 0M3 5L5 3\" stroke=\"#333333\" stroke-width=\"1.2\"/></pattern></defs>"
    )
}

/// What the fillings mean.
pub fn legend(beside: &[String]) -> String {
    let mut items = vec![("#333333", "this staff"), ("url(#doubt0)", "of it in doubt")];
    items.extend(beside.iter().zip(fills(beside.len())).map(|(name, fill)| (fill, name.as_str())));
    let item = |(fill, name): (&str, &str)| {
        let hatching = if fill.starts_with("url") { hatching(0) } else { String::new() };
        format!(
            "<span class=\"key\"><svg width=\"18\" height=\"9\" aria-hidden=\"true\">{hatching}<rect x=\".5\" y=\".5\" width=\"17\" \
             height=\"8\" fill=\"{fill}\" stroke=\"#333333\"/></svg> {}</span>",
            escaped(name)
        )
    };
    format!("<p class=\"legend\">{}</p>", items.into_iter().map(item).collect::<Vec<_>>().join(" "))
}

/// The fillings of so many beside the staff.
fn fills(count: usize) -> impl Iterator<Item = &'static str> {
    BESIDE.into_iter().skip(BESIDE.len().saturating_sub(count))
}

/// The picture, whose title and description have these numbers.
pub fn bars(bars: &Bars, number: usize) -> String {
    let shares = bars.rows.iter().flat_map(|row| row.share.into_iter().chain(row.beside.iter().flatten().copied()));
    let most = shares.fold(1.0, f64::max);
    let long = |share: f64| share / most * LONGEST;
    #[allow(clippy::cast_precision_loss, reason = "a few rows")]
    let height = ROW * bars.rows.len() as f64 + 2.0;
    let mut svg = format!(
        "<svg class=\"bars\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" font-size=\"8.8\" role=\"img\" \
         aria-labelledby=\"t{number} d{number}\">\n<title id=\"t{number}\">{}</title>\n<desc id=\"d{number}\">{}</desc>\n",
        escaped(&bars.title),
        escaped(&described(bars))
    );
    if bars.rows.iter().any(|row| row.doubtful.is_some_and(|doubtful| doubtful > 0.0)) {
        let _ = writeln!(svg, "{}", hatching(number));
    }
    let mut top = 1.0;
    for row in &bars.rows {
        let label: String = if row.label.chars().count() > LETTERS {
            row.label.chars().take(LETTERS - 1).collect::<String>().trim_end().to_owned() + "…"
        } else {
            row.label.clone()
        };
        let middle = top + 9.5;
        let doubtful = row.doubtful.unwrap_or_default();
        let sure = long(row.share.unwrap_or_default() - doubtful);
        rect(&mut svg, (BARS, top + 1.0), (sure, 7.0), "#333333");
        rect(&mut svg, (BARS + sure, top + 1.0), (long(doubtful), 7.0), &format!("url(#doubt{number})"));
        let mut below = top + 8.2;
        for (share, fill) in row.beside.iter().zip(fills(row.beside.len())) {
            rect(&mut svg, (BARS, below), (long(share.unwrap_or_default()), 2.4), fill);
            below += 2.6;
        }
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{middle:.1}\" text-anchor=\"end\">{}</text>\
             <text x=\"{WIDTH:.0}\" y=\"{middle:.1}\" text-anchor=\"end\">{}</text>",
            BARS - 4.0,
            escaped(&label),
            escaped(&figures(row))
        );
        top += ROW;
    }
    svg.push_str("</svg>\n");
    svg
}

fn rect(svg: &mut String, (left, top): (f64, f64), (wide, high): (f64, f64), fill: &str) {
    if wide > 0.0 {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"{fill}\" stroke=\"#333333\" \
             stroke-width=\".5\"/>"
        );
    }
}

/// What stands behind the bars: `1,240 · 62.0%`.
fn figures(row: &super::bars::Bar) -> String {
    let people = row.people.iter().cloned();
    people.chain(row.share.map(|share| percent(Some(share)))).collect::<Vec<_>>().join(" · ")
}

/// The same in words, with the figures of those beside the staff.
fn described(bars: &Bars) -> String {
    let row = |row: &super::bars::Bar| {
        let beside = bars.beside.iter().zip(&row.beside);
        let beside = beside.filter_map(|(name, share)| Some(format!("{name} {}", percent(Some((*share)?)))));
        let doubtful = row.doubtful.filter(|doubtful| *doubtful > 0.0);
        let doubtful = doubtful.map(|doubtful| format!("{} in doubt", percent(Some(doubtful))));
        let figures: Vec<String> = [figures(row)].into_iter().chain(doubtful).chain(beside).collect();
        format!("{}: {}", row.label, figures.join(", "))
    };
    bars.rows.iter().map(row).collect::<Vec<_>>().join("; ")
}
