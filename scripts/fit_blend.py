#!/usr/bin/env python3
"""Fit the blend that orders roles (src/search/blend.rs) and the confidence (src/search/confidence.rs).

    pip install numpy scipy
    cargo build --release --example features
    python3 scripts/fit_blend.py target/release/examples/features [FOLDER OF FURTHER LISTS]

The titles are those of tests/titles.csv (kind,query,codes); of a further folder each file in FURTHER (title,soc). Each list is
taken as it stands and once more with a typing error in each title. The blend is a conditional logit: the
sum of the softmax over the roles of a right SOC code is made as large as it can be, by L-BFGS, with a small penalty. The
confidence is a logistic regression (Platt) on that softmax and a few features; it is fitted on one half of the titles and
checked on the other before the printed numbers are fitted on all. Prints the weights in the order of the constants.
It takes a minute.
"""
import collections, csv, math, pathlib, random, subprocess, sys, zlib

import numpy as np
from scipy.optimize import minimize

Example = collections.namedtuple("Example", "name roles known listing right weight")
ROOT = pathlib.Path(__file__).resolve().parent.parent
# How much a title of each list counts: those that most people have count most.
WEIGHT = {"common": 3, "employers": 3, "common_dev": 4, "employers_dev": 4, "census_dev": 1.5, "titles_dev": 1.2}
FURTHER = ("common_dev", "employers_dev", "census_dev", "titles_dev")
MISTYPED = 0.35
NEAREST, NEAR, NEAR_LISTED, FIT, HEAD = 7, 5, 6, 1, 8  # places of features


def mistyped(title, draw):
    places = [at for at in range(1, len(title) - 1) if title[at - 1 : at + 2].isalpha()]
    if not places:
        return title
    at = draw.choice(places)
    kind = draw.randrange(3)
    if kind == 0:
        return title[:at] + title[at + 1 :]
    if kind == 1:
        return title[:at] + title[at] + title[at:]
    return title[:at] + title[at + 1] + title[at] + title[at + 2 :]


def lists(folder):
    found = {}
    for row in csv.DictReader(open(ROOT / "tests/titles.csv", encoding="utf-8")):
        found.setdefault(row["kind"], []).append((row["query"], set(row["codes"].split())))
    for name in FURTHER if folder else ():
        rows = csv.DictReader(open(pathlib.Path(folder) / f"{name}.csv", encoding="utf-8"))
        found[name] = [(row["title"], set(row["soc"].split())) for row in rows]
    draw = random.Random(7)
    for name in list(found):
        found[name + " mistyped"] = [(mistyped(title, draw), codes) for title, codes in found[name]]
    return found


def features(program, titles):
    text = "".join(title.replace("\n", " ") + "\n" for title in titles)
    lines = subprocess.run([program], input=text, text=True, capture_output=True, check=True).stdout.splitlines()
    found = [([], []) for _ in titles]
    for line in lines:
        at, code, *numbers = line.split(",")
        found[int(at)][0].append(code[:7])
        found[int(at)][1].append([float(number) for number in numbers])
    return found


def blend(examples):
    examples = [example for example in examples if 0 < example.right.sum() < len(example.right)]
    rows, right = np.vstack([example.known for example in examples]), np.concatenate([e.right for e in examples])
    weights, sizes = np.array([example.weight for example in examples]), [len(example.right) for example in examples]
    starts, of_title = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    start = np.zeros(rows.shape[1])
    start[0] = 4.0

    def loss(numbers):
        scores = rows @ numbers
        scores -= np.maximum.reduceat(scores, starts)[of_title]
        parts = np.exp(scores)
        of_right = parts * right
        whole, share = np.add.reduceat(parts, starts), np.add.reduceat(of_right, starts) + 1e-12
        entropy = -(weights * np.log(share / whole)).sum()
        slope = rows.T @ (weights[of_title] * (parts / whole[of_title] - of_right / share[of_title]))
        return entropy + 1e-3 * ((numbers - start) ** 2).sum(), slope + 2e-3 * (numbers - start)

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def share_of(codes, scores, code):
    shares = np.exp(scores - scores.max())
    return shares[[other == code for other in codes]].sum() / shares.sum()


def odds(share):
    share = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))


def logistic(rows, right, weights):
    def loss(numbers):
        sure = 1 / (1 + np.exp(-(rows @ numbers)))
        entropy = weights * (right * np.log(sure + 1e-9) + (1 - right) * np.log(1 - sure + 1e-9))
        return 0.02 * (numbers**2).sum() - entropy.sum(), 0.04 * numbers - rows.T @ (weights * (right - sure))

    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x


def calibration_error(sure, right, bins=10):
    of_bin = np.minimum((sure * bins).astype(int), bins - 1)
    parts = [of_bin == at for at in range(bins)]
    return sum(abs(sure[part].mean() - right[part].mean()) * part.mean() for part in parts if part.any())


def main():
    program, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    found = lists(folder)
    names = [name for name, rows in found.items() for _ in rows]
    titles = [row for rows in found.values() for row in rows]
    examples = []
    for name, (_, codes), (roles, numbers) in zip(names, titles, features(program, [title for title, _ in titles])):
        if not roles:
            continue
        numbers = np.array(numbers)
        weight = WEIGHT[name.split()[0]] * (MISTYPED if "mistyped" in name else 1)
        right = np.array([code in codes for code in roles], float)
        examples.append(Example(name, roles, numbers[:, :-1], numbers[:, -1], right, weight))
    weights = blend(examples)
    print("blend:", ", ".join(f"{weight:.3f}" for weight in weights))

    rows, right, importance = [], [], []
    sizes = {name: len(rows) for name, rows in found.items()}
    for example in examples:
        scores, listing = example.known @ weights, example.listing
        # The first is one of those that list the title most exactly.
        first = int(np.argmax(scores + 1e6 * np.maximum(listing - 1, 0)))
        sure, of_first = odds(share_of(example.roles, scores, example.roles[first])), example.known[first]
        listed = float(listing[first] >= 2)
        rows.append([1, sure * (1 - listed), sure * listed, listed, float(listing[first] == 3), of_first[NEAREST],
                     of_first[NEAR] + of_first[NEAR_LISTED], of_first[FIT], of_first[HEAD]])
        right.append(example.right[first])
        importance.append(example.weight / max(1, sizes[example.name] / 300) * (4 if "census" in example.name else 1))
    rows, right, importance = np.array(rows), np.array(right), np.array(importance)
    half = np.array([zlib.crc32(str(at).encode()) % 2 for at in range(len(rows))])
    sure = np.zeros(len(rows))
    for side in (0, 1):
        numbers = logistic(rows[half != side], right[half != side], importance[half != side])
        sure[half == side] = 1 / (1 + np.exp(-(rows[half == side] @ numbers)))
    for name in found:
        part = np.array([name == example.name for example in examples])
        print(f"{name}: first {right[part].mean():.3f}, calibration error {calibration_error(sure[part], right[part]):.3f}")
    print(f"all: calibration error {calibration_error(sure, right):.3f}")
    print("confidence:", ", ".join(f"{number:.3f}" for number in logistic(rows, right, importance)))


if __name__ == "__main__":
    main()
