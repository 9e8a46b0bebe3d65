#!/usr/bin/env python3
"""Fit the blend with which texts are matched to roles (src/matching/blend.rs).

    pip install numpy scipy
    cargo build --release --example text_features
    python3 scripts/fit_matching.py target/release/examples/text_features [FOLDER OF FURTHER TEXTS]...

The texts are those of tests/texts/fitting: each as it stands, once more without the lines that are marked as noise, and once
more without what its title says, so that texts without a title are weighed as well. Those of tests/texts/benchmark, and of
further folders (texts and `index*.csv` with the columns file and codes, joined by `|`), are only measured. A conditional
logit: the sum of the softmax over the roles of a right SOC code is made as large as it can be, by L-BFGS, with a penalty.
Prints the weights in the order of the constants, then, for each folder, how often the first code is right, how often one of
the first five, and how far the probabilities are from how often they are right (with five equal bins). On the fitting texts
that is measured with weights fitted on the other four fifths of them.
"""
import collections, csv, pathlib, subprocess, sys

import numpy as np
from scipy.optimize import minimize

Example = collections.namedtuple("Example", "roles known right")
TEXTS = pathlib.Path(__file__).resolve().parent.parent / "tests/texts"
BY_TITLE, PENALTY, FOLDS, BINS = 0, 0.03, 5, 5


def examples(program, how, folder):
    lines = subprocess.run([program, how, folder], text=True, capture_output=True, check=True).stdout.splitlines()
    found = collections.defaultdict(lambda: ([], []))
    for line in lines:
        path, code, *numbers = line.split(",")
        roles, known = found[pathlib.Path(path).name]
        roles.append(code[:7])
        known.append([float(number) for number in numbers])
    index = [row for path in sorted(pathlib.Path(folder).glob("index*.csv")) for row in csv.DictReader(open(path))]
    right = {row["file"]: set(row["codes"].split("|")) for row in index}
    return [
        Example(roles, np.array(known), np.array([code in right[name] for code in roles]))
        for name, (roles, known) in sorted(found.items())
    ]


def without(example):
    known = example.known.copy()
    known[:, BY_TITLE] = 0
    return example._replace(known=known)


def fit(examples):
    examples = [example for example in examples if example.right.any()]

    def loss(weights):
        entropy, slope = 0.0, np.zeros_like(weights)
        for _, known, right in examples:
            scores = known @ weights
            parts = np.exp(scores - scores.max())
            of_right = parts * right
            entropy -= np.log(of_right.sum() / parts.sum())
            slope += known.T @ (parts / parts.sum() - of_right / of_right.sum())
        return entropy + PENALTY * (weights**2).sum(), slope + 2 * PENALTY * weights

    start = np.zeros(examples[0].known.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def answer(example, weights):
    scores = example.known @ weights
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    codes = list(dict.fromkeys(example.roles[at] for at in np.argsort(-scores)))
    right = {code for code, is_right in zip(example.roles, example.right) if is_right}
    of_first = shares[[code == codes[0] for code in example.roles]].sum()
    return codes[0] in right, any(code in right for code in codes[:5]), of_first


def measure(name, answers):
    first, five, sure = (np.array(column, float) for column in zip(*answers))
    of_bin = np.minimum((sure * BINS).astype(int), BINS - 1)
    parts = [of_bin == at for at in range(BINS)]
    error = sum(abs(sure[part].mean() - first[part].mean()) * part.mean() for part in parts if part.any())
    print(f"{name}: {len(first)} texts, first {first.mean():.3f}, in five {five.mean():.3f}, calibration error {error:.3f}")


def main():
    program, further = sys.argv[1], sys.argv[2:]
    whole, work = (examples(program, how, TEXTS / "fitting") for how in ("all", "work"))
    forms = list(zip(whole, work, map(without, work)))
    weights = fit([example for of_text in forms for example in of_text])
    print("weights:", ", ".join(f"{weight:.2f}" for weight in weights))
    answers = [None] * len(whole)
    for fold in range(FOLDS):
        of_others = fit([example for at, of_text in enumerate(forms) if at % FOLDS != fold for example in of_text])
        for at in range(fold, len(whole), FOLDS):
            answers[at] = answer(whole[at], of_others)
    measure("fitting", answers)
    for name, how, folder in [("benchmark", "all", TEXTS / "benchmark"), ("benchmark, only work", "work", TEXTS / "benchmark")] + [
        (folder, "all", folder) for folder in further
    ]:
        measure(name, [answer(example, weights) for example in examples(program, how, folder)])


if __name__ == "__main__":
    main()
