//! Which figures are published for a SOC code that several roles share.

use super::Page;
use crate::catalog::words::listed;
use crate::catalog::{Measure, PublishedFor};

/// One sentence a code that the role shares with others, or that is not its own.
pub fn notes(page: Page<'_>) -> Vec<String> {
    let mut codes: Vec<(PublishedFor<'_>, Vec<&str>)> = Vec::new();
    for (name, code) in figures(page) {
        if code.roles <= 1 && code.soc == page.role.code.soc() {
            continue;
        }
        // Two studies may cover different numbers of the roles that share a code: each says its own.
        match codes.iter_mut().find(|(known, _)| *known == code) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => codes.push((code, vec![name])),
        }
    }
    codes.iter().map(|(code, names)| note(code, names)).collect()
}

/// What is published for a SOC code, in words, and for which.
fn figures(page: Page<'_>) -> impl Iterator<Item = (&'static str, PublishedFor<'_>)> {
    let Page { catalog, role } = page;
    let published = catalog.published(role);
    let pay = published.filter(|_| page.catalog.pay(page.role).is_some()).map(|code| ("Pay", code.published_for()));
    let outlook = published.filter(|published| published.outlook.is_some());
    let outlook = outlook.map(|code| ("outlook", code.published_for()));
    let measures = Measure::ALL.into_iter().filter_map(move |measure| {
        let name = match measure {
            Measure::MicrosoftUser | Measure::MicrosoftHeadline => "Microsoft",
            Measure::Aioe | Measure::LanguageAioe => "AIOE",
            Measure::AnthropicObserved => "Anthropic",
            _ => measure.study().name(),
        };
        Some((name, catalog.measured_for(role, measure)?))
    });
    pay.into_iter().chain(outlook).chain(measures)
}

fn note(code: &PublishedFor<'_>, names: &[&str]) -> String {
    let title = code.title.map_or_else(String::new, |title| format!(" {title}"));
    let shared = match code.roles {
        0 | 1 => String::new(),
        roles => format!(", shared by {roles} roles"),
    };
    format!("{} figures published for {}{title}{shared}.", listed(names), code.soc)
}
