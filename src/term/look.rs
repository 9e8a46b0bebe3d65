//! The look that this terminal can show, from the environment alone: the terminal itself is not asked.

use std::env;

use crate::ui::Look;
use crate::ui::look::{ASCII, UNICODE};

/// Chooses colours and glyphs.
pub fn from_environment() -> Look {
    choose(|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|v| !v.is_empty()))
}

fn choose(variable: impl Fn(&str) -> Option<String>) -> Look {
    let colour = variable("NO_COLOR").is_none() && variable("TERM").as_deref() != Some("dumb");
    // The first of these that is set counts (POSIX). None set is the C locale, but over ssh it often means nothing.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    let unicode = locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let asked = variable("ROLESCOPE_ASCII").is_some_and(|value| value != "0");
    Look { colour, glyphs: if asked || !unicode { ASCII } else { UNICODE } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(set: &[(&str, &str)]) -> Look {
        choose(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_environment_chooses() {
        assert_eq!(look(&[("LANG", "en_GB.UTF-8")]), Look::default());
        assert_eq!(look(&[]), Look::default());
        assert!(look(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]).ascii());
        assert!(look(&[("ROLESCOPE_ASCII", "1"), ("LANG", "C.utf8")]).ascii());
        assert!(!look(&[("NO_COLOR", "1")]).colour);
    }
}
