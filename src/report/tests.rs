//! Pages and lookups on a small catalog.

use super::fixture::{BAKERS, CAKE, MIXERS, catalog};
use super::*;
use crate::search::{Candidate, Coding, Evidence, Found};

fn shown(what: &str, format: Format) -> String {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let outcome = show_from(&mut out, &mut problems, &catalog(), &|_| Coding::default(), what, format).unwrap();
    assert_eq!((outcome, problems.as_slice()), (Outcome::Found, &b""[..]));
    String::from_utf8(out).unwrap()
}

#[test]
fn markdown_has_the_published_sections_first_and_in_their_order() {
    let page = shown("51-3011.00", Format::Markdown);
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(
        headings,
        [
            "# Bread, Rolls and Buns Bakers",
            "## What this work is",
            "## Skills, tools, capabilities",
            "## AI exposure & outlook",
            "## Sources",
            "## Exposure by study",
            "## Pay & outlook in detail",
            "## Preparation",
            "## All tasks",
            "## How AI is used",
            "## All ratings",
            "## More titles, software and tools",
            "## Related roles",
            "## How old it is",
            "## Attribution & licences",
        ]
    );
}

#[test]
fn markdown_writes_facts_as_the_published_page_does() {
    let page = shown("51-3011.00", Format::Markdown);
    let expected = "# Bread, Rolls and Buns Bakers

> Bakes what people eat in the morning.

- **SOC code:** 51-3011.00
- **O*NET OnLine:** https://www.onetonline.org/link/summary/51-3011.00
- **Also known as:** Oven Tender, Pastry Hand
- **Frame:** \"AI exposure\" means task overlap (how codifiable the work is), not jobs lost or a forecast. Every figure below is traced to a named public dataset.
- **Own rules:** The exposure index, the spread of the studies and the skills in demand are made by rolescope's own rules from those datasets.
- **Wording:** Tasks and summary in rolescope's own wording; import O*NET to read the official statements.

## What this work is

**Core tasks** (O*NET):
- Knead dough until it sings.

## Skills, tools, capabilities

**Knowledge, skills & abilities** (O*NET, highest importance first):
- Oven Design _(transferable_skill)_
- Food Chemistry _(knowledge)_

**Skills in demand:**
- Oven Design _(Specialized Skill)_
- Food Chemistry _(Common Skill)_
- Crumb _(Specialized Skill)_
- Loaf \\[pro] _(Specialized Skill)_

Skills in demand: by rolescope's rule, as no list is published: O*NET's elements by importance, then software that employers' postings ask for; specialized: software, technical and systems skills.

**Tools & technology:**
- Crumb _(hot technology, in demand)_
- Dough Planner _(hot technology)_
- Loaf \\[pro] _(in demand)_
- Yeast

## AI exposure & outlook

- **AI task-overlap index:** 97th percentile (High) among the surveyed roles — rolescope's own composite of 2 of 3 exposure studies (rolescope-index-v2).
- **LLM task exposure, γ (OpenAI / Eloundou):** 95th percentile (High) — source: eloundou_gamma.
- **AI assistant applicability (Microsoft):** 50th percentile (Moderate) — source: microsoft_applicability, the user-goal half of the study.
- **Projected employment (BLS 2024–34):** 3.1% decline (Declining); 31.3k annual openings; 472k → 457.4k jobs.
- **Pay & employment (BLS OEWS, May 2024):** median at or above $239,200; 439,380 employed.
- **Shared code:** Pay, outlook and Microsoft figures published for 51-3011 Bakers, shared by 2 roles.

## Sources

- **O*NET** (30.3) — A publisher. https://example.org/data
- **Wages** (May 2024) — A publisher. https://example.org/data
- **Projections** (2024–2034) — A publisher. https://example.org/data
- **Microsoft** (1) — A publisher. https://example.org/data
- **Gpts** (1) — A publisher. https://example.org/data
- **O*NET Tools Used** (30.1) — A publisher. https://example.org/data

## Exposure by study
";
    assert_eq!(page.get(..expected.len()), Some(expected), "{page}");
    for line in [
        "- **Studies in the index:** 2 of 3 (eloundou_gamma, microsoft_applicability, felten_aioe); mean of their percentiles 91.2.",
        "- **Spread of the studies:** 50th to 95th percentile.",
        "- GPTs are GPTs γ, rated by GPT-4 (2023): 0.912, 95th percentile (High) _(eloundou_gamma)_",
        "- Felten AIOE (2021): not published _(felten_aioe)_",
        "- **Task mix:** 1 of 2 tasks labelled; by GPT-4: E0 0, E1 1, E2 0; by people: E0 1, E1 0, E2 0.",
        "- **Wages an hour:** not published",
        "- Knead dough until it sings. _(Core, importance 4.50, GPT-4 E1, people E0)_",
        "- **Transferable skills (O*NET 30.3):** Oven Design 4.12/4.88",
        "- **Physical tools and machines (O*NET 30.1):** Rolling pins",
        "- 51-3011.01 Cake, Pie Bakers _(closest)_",
        "- **Typical entry education (BLS):** None, really",
    ] {
        assert!(page.lines().any(|l| l == line), "{line}\nin\n{page}");
    }
}

#[test]
fn a_role_with_almost_no_data_says_so() {
    let page = shown("51-3092.00", Format::Markdown);
    for line in [
        "- **Also known as:** not published",
        "- **Coverage:** O*NET has not surveyed this role; it publishes no tasks and few or no other facts for it.",
        "**Tasks** (O*NET; not classified as core or supplemental):\n- not published\n",
        "- **AI task-overlap index:** none — fewer than two studies of the index cover this role (rolescope-index-v2).",
        "- **LLM task exposure, γ (OpenAI / Eloundou):** not published — source: eloundou_gamma.",
        "- **Projected employment (BLS 2024–34):** not published.",
        "- **Pay & employment (BLS OEWS, May 2024):** median not published; employment not published.",
        "- **Shared code:** Pay figures published for 51-2090 Mixers, combined.",
    ] {
        assert!(page.contains(line), "{line}\nin\n{page}");
    }
}

#[test]
fn text_is_plain_and_fits_eighty_columns() {
    for what in ["51-3011.00", "51-3011.01", "51-3092.00"] {
        let page = shown(what, Format::Text);
        assert!(page.lines().all(|line| textwrap::core::display_width(line) <= 80), "{page}");
        assert!(!page.contains('\u{1b}') && !page.contains("**"), "{page}");
    }
    let page = shown("51-3011.00", Format::Text);
    assert!(page.starts_with("Bread, Rolls and Buns Bakers\n============================\n\nBakes"), "{page}");
    assert!(page.contains("  - Crumb (hot technology, in demand)\n"), "{page}");
}

#[test]
fn text_tells_what_markdown_tells() {
    let words = |page: &str| -> Vec<String> {
        let plain = page.replace('\\', "").replace(['*', '_', '#', '>', '-', '='], " ");
        plain.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(words(&shown("51-3011.00", Format::Text)), words(&shown("51-3011.00", Format::Markdown)));
}

#[test]
fn json_has_figures_as_numbers_with_their_sources() {
    let page: serde_json::Value = serde_json::from_str(&shown("51-3011.00", Format::Json)).unwrap();
    assert_eq!(page["schema"], "rolescope/role/1");
    assert_eq!(page["code"], "51-3011.00");
    assert_eq!(page["major_group"], "Production Occupations");
    assert_eq!(page["wording"]["source"], "wording");
    assert_eq!(page["tasks"]["items"][0]["importance"], 4.5);
    assert_eq!(page["tasks"]["items"][0]["human_label"], "E0");
    assert!(page["tasks"]["items"][1]["importance"].is_null());
    assert_eq!(page["tasks"]["sources"]["labels"], "gpts");
    assert_eq!(page["capabilities"]["items"][0]["level"], 4.88);
    assert_eq!(page["capabilities"]["items"][1]["family"], "knowledge");
    assert_eq!(page["exposure"]["index"]["percentile"], 96.97);
    let measures = page["exposure"]["measures"].as_array().unwrap();
    assert_eq!(measures.len(), 11);
    assert_eq!(measures[0]["raw"], 0.912_34);
    assert_eq!(measures[0]["source"], "gpts");
    assert!(measures[1]["raw"].is_null() && measures[1]["percentile"].is_null());
    assert_eq!(measures[6]["published_for"], serde_json::json!({"code": "51-3011", "title": "Bakers", "roles": 2}));
    let pay = &page["pay"];
    assert_eq!(pay["source"], "oews");
    assert_eq!(pay["figures"]["annual"]["median"], serde_json::json!({"dollars": 239_200.0, "top_coded": true}));
    assert_eq!(pay["figures"]["annual"]["p10"], serde_json::json!({"dollars": 31_000.0, "top_coded": false}));
    assert!(pay["figures"]["hourly"]["median"].is_null());
    assert_eq!(page["outlook"]["figures"]["annual_openings"], 31_300);
    assert_eq!(page["outlook"]["figures"]["change_percent"], -3.1);
    assert_eq!(page["related"]["items"][0]["tier"], "primary_short");
}

#[test]
fn every_role_has_the_same_keys_in_json() {
    let keys = |what: &str| -> Vec<String> {
        let page: serde_json::Value = serde_json::from_str(&shown(what, Format::Json)).unwrap();
        page.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(keys("51-3011.00"), keys("51-3092.00"));
    let documented = include_str!("../../docs/JSON.md");
    for key in keys("51-3011.00") {
        assert!(documented.contains(&format!("`{key}`")), "{key} is not in docs/JSON.md");
    }
}

#[test]
fn what_names_no_single_role_is_answered_with_suggestions() {
    let asked = |what: &str, nearest: Vec<RoleId>| {
        let (mut out, mut problems) = (Vec::new(), Vec::new());
        let catalog = catalog();
        let candidate = |role: &RoleId| Candidate {
            role: *role,
            score: 0.5,
            confidence: 0.2,
            matched: Evidence { found: Found::Title, marked: Vec::new() },
        };
        let nearest = |_: &str| Coding { candidates: nearest.iter().map(candidate).collect(), note: None };
        let outcome = show_from(&mut out, &mut problems, &catalog, &nearest, what, Format::Json).unwrap();
        assert_eq!((outcome, out.as_slice()), (Outcome::NothingFound, &b""[..]));
        String::from_utf8(problems).unwrap()
    };
    assert_eq!(
        asked("51-3011.00, 51-3011.01", vec![MIXERS]),
        "\"51-3011.00, 51-3011.01\" names 2 roles. One of these:\n  51-3011.00  Bread, Rolls and Buns Bakers\n  51-3011.01  \
         Cake, Pie Bakers\n"
    );
    assert_eq!(
        asked("cake bakr", vec![CAKE, BAKERS]),
        "No role is called \"cake bakr\" beyond doubt. It may be one of these:\n  51-3011.01  Cake, Pie Bakers\n  51-3011.00  Bread, Rolls and \
         Buns Bakers\n"
    );
    assert_eq!(asked("zzz", Vec::new()), "No role is called \"zzz\". Try: rolescope search WORDS\n");
}

#[test]
fn the_overview_is_short_and_names_the_commands() {
    let mut out = Vec::new();
    overview(&mut out, &catalog()).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("3 roles, 2 tasks.") && text.contains("rolescope search WORDS"), "{text}");
    assert!(text.lines().count() < 24);
}
