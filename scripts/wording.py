#!/usr/bin/env python3
"""Measures how near rolescope's own wording is to O*NET's sentences, and what of them it may have lost.

wording.py FOLDER [--list N] [--draw N [SEED]]   FOLDER holds O*NET's text release: Task Statements.txt, Occupation Data.txt

For each of the tasks and summaries of assets/wording: the share of the official content words that ours keeps (words
without little ones like "the" and "such", cut to their stems), the longest run of official words, and whether ours names
fewer parts (what commas, "and", "or" and slashes part). Fewer parts is a question, not a verdict: two near-synonyms may be
one word. Prints counts; --list the worst N of each kind, --draw N lines by chance, to be read. Without FOLDER it says so
and skips. Exit 1 where a wording is missing, is longer than the screens' limit, or runs five official words in a row.
"""
import csv
import random
import re
import sys
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent / "assets" / "wording"
# Kept shares above this are too near a copy; letters at most; official words in a row at most.
NEAR, TASK_LETTERS, SUMMARY_LETTERS, RUN = 0.7, 160, 260, 4
LITTLE = set(
    """a an the and or of to in on for with by from at as is are be been being that which who whose their its his her it
    them they such other including include includes into through using use used uses not any all each per via than this
    these those when where while may can must so if between within without during before after under over about up out off
    upon etc e g i""".split()
)
ENDINGS = (
    "ations ation ments ment ings ing ies ied ers er ors or ions ion ives ive ally ly als al es ed s e y".split()
)
PARTS = re.compile(r",? (?:and/or|and|or|as well as) |[,;](?! (?:and|or|such as|including|like)\b)|/")


def stem(word):
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def content(text):
    words = re.findall(r"[A-Za-z0-9]+", text.replace("’", "'").replace("'s", ""))
    return {stem(word) for word in words if word.lower() not in LITTLE}


def kept(official, own):
    words = content(official)
    return len(words & content(own)) / len(words) if words else 0.0


def parts(text):
    return len(PARTS.findall(text.lower())) + 1


def longest_run(official, own):
    a, b = (re.findall(r"[a-z0-9]+", text.lower()) for text in (official, own))
    best, row = 0, [0] * (len(b) + 1)
    for word in a:
        row = [0] + [row[i] + 1 if word == other else 0 for i, other in enumerate(b)]
        best = max(best, max(row))
    return best


def published(folder, name, key, column):
    with open(folder / name, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[key]: row[column] for row in rows}


def own(name, key, column):
    with open(OWN / name, encoding="utf-8", newline="") as file:
        return {row[key]: row[column] for row in csv.DictReader(file)}


def measure(what, official, ours, letters, listed):
    rows = [(kept(text, ours[key]), parts(text) - parts(ours[key]), key) for key, text in official.items() if key in ours]
    shares = [share for share, _, _ in rows]
    missing = [key for key in official if key not in ours]
    long = [key for _, _, key in rows if len(ours[key]) > letters]
    runs = [key for _, _, key in rows if longest_run(official[key], ours[key]) > RUN]
    near = [(share, key) for share, _, key in rows if share > NEAR]
    fewer = [(lost, key) for _, lost, key in rows if lost > 1]
    print(f"{what}: {len(rows)}, on average {sum(shares) / len(rows):.3f} of the official content words kept")
    print(f"  {len(near)} keep more than {NEAR}, {sum(s >= 0.8 for s in shares)} keep 0.8 and more, "
          f"{sum(s == 1 for s in shares)} keep all")
    print(f"  {len(fewer)} name at least two parts fewer; {len(long)} over {letters} letters; {len(runs)} with more than "
          f"{RUN} official words in a row; {len(missing)} missing")
    for title, keys in (("near", [k for _, k in sorted(near, reverse=True)]), ("fewer parts", [k for _, k in sorted(fewer, reverse=True)]),
                        ("too long", long), ("official run", runs), ("missing", missing)):
        for key in keys[:listed]:
            print(f"  {title} {key}\n    official: {official[key]}\n    ours:     {ours.get(key, '')}")
    return bool(long or runs or missing)


def main():
    arguments = sys.argv[1:]
    listed = int(arguments[arguments.index("--list") + 1]) if "--list" in arguments else 0
    folder = Path(arguments[0]) if arguments and not arguments[0].startswith("--") else None
    if folder is None or not (folder / "Task Statements.txt").exists():
        print("skipped: no folder with O*NET's Task Statements.txt is given")
        return 0
    tasks = published(folder, "Task Statements.txt", "Task ID", "Task")
    roles = published(folder, "Occupation Data.txt", "O*NET-SOC Code", "Description")
    own_tasks, own_roles = own("tasks.csv", "task_id", "wording"), own("occupations.csv", "code", "summary")
    bad = measure("tasks", tasks, own_tasks, TASK_LETTERS, listed)
    bad |= measure("summaries", roles, own_roles, SUMMARY_LETTERS, listed)
    hedged = [code for code, text in roles.items() if re.search(r"\bmay\b", text, re.I)]
    keep = [c for c in hedged if re.search(r"\b(may|some|sometimes|often|at times|can|or|in some|where|if|when)\b", own_roles.get(c, ""), re.I)]
    licensed = [code for code, text in roles.items() if re.search(r"licen[sc]|registered nurse|certif", text, re.I)]
    told = [c for c in licensed if re.search(r"licen[sc]|registered|certif", own_roles.get(c, ""), re.I)]
    print(f"  {len(keep)} of {len(hedged)} that say \"may\" keep a hedge; {len(told)} of {len(licensed)} licences are named")
    if "--draw" in arguments:
        at = arguments.index("--draw") + 1
        count = int(arguments[at])
        chance = random.Random(int(arguments[at + 1]) if len(arguments) > at + 1 and arguments[at + 1].isdigit() else 1)
        for key in chance.sample(sorted(tasks), count):
            print(f"{key}\n  {tasks[key]}\n  {own_tasks[key]}")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
