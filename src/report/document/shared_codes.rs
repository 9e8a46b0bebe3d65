//! Which figures are published for a SOC code that several roles share.

use crate::catalog::Measure;
use crate::report::page::Page;
use crate::report::page::labour::PublishedFor;

/// One sentence a code that the role shares with others, or that is not its own.
pub fn notes(page: &Page<'_>) -> Vec<String> {
    let mut codes: Vec<(PublishedFor<'_>, Vec<&str>)> = Vec::new();
    for (name, published_for) in figures(page) {
        let Some(code) = published_for.filter(|code| code.roles > 1 || code.soc != page.soc) else { continue };
        // Two studies may cover different numbers of the roles that share a code: each says its own.
        match codes.iter_mut().find(|(known, _)| *known == code) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => codes.push((code, vec![name])),
        }
    }
    codes.iter().map(|(code, names)| note(code, names)).collect()
}

fn figures<'p, 'c>(page: &'p Page<'c>) -> impl Iterator<Item = (&'static str, Option<PublishedFor<'c>>)> + 'p {
    let measures = page.exposure.measures.iter().map(|facts| {
        let name = match facts.measure {
            Measure::MicrosoftUser | Measure::MicrosoftHeadline => "Microsoft",
            Measure::Aioe | Measure::LanguageAioe => "AIOE",
            Measure::AnthropicObserved => "Anthropic",
            _ => facts.study,
        };
        (name, facts.published_for)
    });
    [("Pay", page.pay.published_for), ("outlook", page.outlook.published_for)].into_iter().chain(measures)
}

fn note(code: &PublishedFor<'_>, names: &[&str]) -> String {
    let title = code.title.map_or_else(String::new, |title| format!(" {title}"));
    let shared = match code.roles {
        0 | 1 => String::new(),
        roles => format!(", shared by {roles} roles"),
    };
    format!("{} figures published for {}{title}{shared}.", listed(names), code.soc)
}

/// `pay, outlook and Microsoft`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(listed(&["pay"]), "pay");
        assert_eq!(listed(&["pay", "outlook", "AIOE"]), "pay, outlook and AIOE");
    }
}
