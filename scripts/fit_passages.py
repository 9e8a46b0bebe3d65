#!/usr/bin/env python3
"""Fit what tells the work in a text from what stands around it: assets/words/passages.csv (src/matching/text/passages.rs).

    pip install numpy scipy
    cargo build --release --example passages
    python3 scripts/fit_passages.py target/release/examples/passages

The texts are those of tests/texts/fitting, whose noise is marked in them and whose kinds stand in kinds.csv beside them, and
single sentences: those of sentences.tsv there, and a sample of our own wording of tasks and of the titles of the tables. A
multinomial logistic regression with a ridge penalty is fitted on the signs that the program sees in each sentence; half of
the loss asks only whether a sentence is work. Of the signs the ROWS that say most are kept, and fitted again. A second one
adds what the neighbours hold, by probabilities that were fitted without the text in question. It takes a few minutes, and
gives the same table each time. With `words` instead of the program it writes assets/words/trade.csv, on which the signs
depend: build the program again after that.
"""
import collections, csv, pathlib, random, re, subprocess, sys, tempfile

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parent.parent
FITTING = ROOT / "tests" / "texts" / "fitting"
KINDS = "title duty skill employer offer legal application place_and_hours education manner conditions person".split()
WORK = {"title", "duty", "skill"}
ROWS, FEWEST, RIDGE, BESIDE_RIDGE, FOLDS, STEPS = 1450, 3, 0.7, 2.0, 6, 100
# How much a sentence counts by where it comes from.
WEIGHTS = {"as it is": 1.0, "no headings": 0.4, "no signs": 0.4, "run together": 0.4, "work alone": 0.2, "few headings": 0.5, "sentences": 1.2, "tasks": 0.12, "titles": 0.1, "forms": 1.0}
LAYOUTS = list(WEIGHTS)[:6]
SAMPLE = {"tasks": 3000, "titles": 2500}
# How much it counts that the very kind is told, and not only that it is work or none.
KIND = 0.5
# Signs of the place in a text, which a single sentence has not.
PLACE = ("place:", "section:", "cv ", "shape:", "form:")

Sentence = collections.namedtuple("Sentence", "text layout kind signs weight")


def column(path, name):
    with open(path, encoding="utf-8", newline="") as file:
        return sorted({row[name] for row in csv.DictReader(file)})


def sentences(program):
    draw = random.Random(15)
    further = [("sentences", *line.split("\t")) for line in (FITTING / "sentences.tsv").read_text("utf-8").splitlines()[1:]]
    tasks = column(ROOT / "assets" / "wording" / "tasks.csv", "wording")
    titles = column(ROOT / "assets" / "tables" / "job_titles.csv", "title")
    further += [("tasks", "duty", task) for task in draw.sample(tasks, SAMPLE["tasks"])]
    further += [("titles", "title", title) for title in draw.sample(titles, SAMPLE["titles"])]
    further += [("forms", *line.split("\t")) for line in (FITTING / "forms.tsv").read_text("utf-8").splitlines()[1:]]
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines("\t".join(line) + "\n" for line in further)
        file.flush()
        told = subprocess.run([program, FITTING, file.name], check=True, capture_output=True, text=True).stdout
    for line in told.split("\n")[:-1]:
        text, layout, kind, _, *signs = line.split("\t")
        if kind == "form":
            yield Sentence(text, layout, kind, [float(sign) for sign in signs], WEIGHTS[layout])
            continue
        if kind == "behind a title":
            continue
        kind = "duty" if kind == "work" else kind
        if layout not in LAYOUTS:
            signs = [sign for sign in signs if not sign.startswith(PLACE)]
        yield Sentence(text, layout, kind, signs, WEIGHTS[layout])


def singular(word):
    """As src/matching/text/signs.rs has it."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if len(word) > 4 and word.endswith("ies") else word[:-1]


def write_trade():
    """assets/words/trade.csv: the words that tasks have, and what stands around the work has seldom."""
    def words(said):
        return {singular(word) for word in re.findall("[a-z]+", said.lower().replace("'", ""))}

    tasks = column(ROOT / "assets" / "wording" / "tasks.csv", "wording")
    noise = [line.split("\t") for line in (FITTING / "sentences.tsv").read_text("utf-8").splitlines()[1:]]
    noise = [said for kind, said in noise if kind not in WORK]
    for text in sorted(FITTING.glob("*.txt")):
        noise += [line for line in text.read_text("utf-8").splitlines() if line.startswith("~ ")]
    of_tasks = collections.Counter(word for said in tasks for word in words(said))
    of_noise = collections.Counter(word for said in noise for word in words(said))

    def is_trade(word, count):
        often, elsewhere = count / len(tasks), of_noise[word] / len(noise)
        rare = often > 0.5 * (elsewhere + 0.5 / len(noise)) and (of_noise[word] < 3 or often > 3 * elsewhere)
        return count >= 4 and len(word) > 2 and rare

    trade = sorted(word for word, count in of_tasks.items() if is_trade(word, count))
    (ROOT / "assets" / "words" / "trade.csv").write_text("said\n" + "".join(word + "\n" for word in trade), "utf-8")


def matrix(read, places):
    rows, columns = [], []
    for row, sentence in enumerate(read):
        for place in {places[sign] for sign in sentence.signs if sign in places}:
            rows.append(row)
            columns.append(place)
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(read), len(places)))


def fit(known, kinds, weights, ridge, fixed=0.0, start=None):
    """The weights, by sign and kind, on top of fixed scores."""
    is_work = np.array([kind in WORK for kind in KINDS], float)
    own = np.eye(len(KINDS))[kinds]
    side = np.where(own @ is_work > 0, 1.0, 0.0)[:, None]
    same = side * is_work + (1 - side) * (1 - is_work)

    def loss(flat):
        each = flat.reshape(known.shape[1], len(KINDS))
        scores = known @ each + fixed
        scores -= scores.max(1, keepdims=True)
        raised = np.exp(scores)
        probable = raised / raised.sum(1, keepdims=True)
        of_side = (probable * same).sum(1)
        of_kind = (probable * own).sum(1)
        value = -(weights * (KIND * np.log(of_kind + 1e-12) + (1 - KIND) * np.log(of_side + 1e-12))).sum()
        slope = KIND * (probable - own) + (1 - KIND) * (probable - probable * same / (of_side[:, None] + 1e-12))
        return value + ridge / 2 * (flat**2).sum(), (known.T @ (slope * weights[:, None])).ravel() + ridge * flat

    start = np.zeros(known.shape[1] * len(KINDS)) if start is None else start.ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200, "maxfun": 250})
    return found.x.reshape(known.shape[1], len(KINDS))


def probable(scores):
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def beside(read, of_each):
    """What the sentences before and after hold, and that there always is something."""
    around = np.zeros((len(read), 2 * len(KINDS) + 1))
    around[:, -1] = 1.0
    for at in range(1, len(read)):
        if (read[at].text, read[at].layout) == (read[at - 1].text, read[at - 1].layout):
            around[at, : len(KINDS)] = of_each[at - 1]
            around[at - 1, len(KINDS) : 2 * len(KINDS)] = of_each[at]
    return around


def told(name, scores, kinds, weights):
    is_work = np.array([kind in WORK for kind in KINDS])
    of_work = probable(scores)[:, is_work].sum(1) >= 0.5
    truth = is_work[kinds]
    kept = (weights * (of_work & truth)).sum() / (weights * truth).sum()
    out = (weights * (~of_work & ~truth)).sum() / (weights * ~truth).sum()
    same = (scores.argmax(1) == kinds).mean()
    print(f"{name}: work kept {kept:.3f}, noise left out {out:.3f}, same kind {same:.3f}", file=sys.stderr)


def fit_form(read):
    """Prints what the signs of a CV say, for src/matching/text/form.rs."""
    cvs = {"cv"}
    for index in sorted(FITTING.glob("index*.csv")):
        with open(index, encoding="utf-8", newline="") as file:
            cvs |= {row["file"] for row in csv.DictReader(file) if row["kind"] == "cv"}
    known = np.array([text.signs for text in read])
    right = np.array([text.text in cvs for text in read], float)
    weights = np.array([text.weight for text in read])

    def loss(each):
        of_cv = 1 / (1 + np.exp(-known @ each))
        value = -(weights * (right * np.log(of_cv + 1e-12) + (1 - right) * np.log(1 - of_cv + 1e-12))).sum()
        return value + 0.1 * (each**2).sum(), known.T @ (weights * (of_cv - right)) + 0.2 * each

    each = minimize(loss, np.zeros(known.shape[1]), jac=True, method="L-BFGS-B").x
    print(f"CVs and others told: {((known @ each > 0) == right).mean():.3f}", file=sys.stderr)
    print(f"const WEIGHTS: [f32; SIGNS] =\n    [{', '.join(f'{weight:.2f}' for weight in each)}];")


def main():
    if sys.argv[1] == "words":
        return write_trade()
    everything = list(sentences(sys.argv[1]))
    fit_form([sentence for sentence in everything if sentence.kind == "form"])
    everything = [sentence for sentence in everything if sentence.kind != "form"]
    is_known = np.array([sentence.kind == "known" for sentence in everything])
    read = [sentence for sentence in everything if sentence.kind != "known"]
    kinds = np.array([KINDS.index(sentence.kind) for sentence in read])
    weights = np.array([sentence.weight for sentence in read])
    count, texts = collections.Counter(), collections.defaultdict(set)
    for sentence in read:
        for sign in set(sentence.signs):
            count[sign] += sentence.weight
            texts[sign].add(sentence.text if sentence.layout != "sentences" else sentence.signs[-1])
    signs = sorted(sign for sign in count if count[sign] >= FEWEST and (len(texts[sign]) > 1 or sign in texts))
    places = {sign: place for place, sign in enumerate(signs)}
    known = matrix(read, places)
    each = fit(known, kinds, weights, RIDGE)
    # What a sign says: how far it moves the kinds apart, by how often it is seen.
    says = np.sqrt(np.array([count[sign] for sign in signs])) * (each - each.mean(1, keepdims=True)).std(1)
    kept = np.sort(np.argsort(-says, kind="stable")[:ROWS])
    signs = [signs[place] for place in kept]
    places = {sign: place for place, sign in enumerate(signs)}
    known = known[:, kept]
    each = fit(known, kinds, weights, RIDGE, start=each[kept])
    told("fitted", known @ each, kinds, weights)

    # Known headings are sure, and neighbours like any other.
    fold_of = {text: place % FOLDS for place, text in enumerate(sorted({sentence.text for sentence in read}))}
    folds = np.array([fold_of[sentence.text] for sentence in read])
    outside = np.zeros((len(read), len(KINDS)))
    for fold in range(FOLDS):
        own = folds == fold
        without = fit(known[~own], kinds[~own], weights[~own], RIDGE, start=each)
        outside[own] = known[own] @ without
    in_texts = np.array([sentence.weight >= 0.4 and sentence.layout != "sentences" for sentence in read])
    told("left out in turn", outside[in_texts], kinds[in_texts], weights[in_texts])
    of_each = np.zeros((len(everything), len(KINDS)))
    of_each[~is_known] = probable(outside)
    for place in np.flatnonzero(is_known):
        of_each[place, KINDS.index(everything[place].signs[0].removeprefix("opens:"))] = 1.0
    around = beside(everything, of_each)[~is_known]
    near = fit(sparse.csr_matrix(around[in_texts]), kinds[in_texts], weights[in_texts], BESIDE_RIDGE, outside[in_texts])
    told("with neighbours", (outside + around @ near)[in_texts], kinds[in_texts], weights[in_texts])

    names = [f"{side}:{kind}" for side in ("before", "after") for kind in KINDS] + ["beside:always"]
    with open(ROOT / "assets" / "words" / "passages.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["said", *KINDS])
        for sign, row in sorted([*zip(signs, each), *zip(names, near)]):
            # Only differences between kinds say anything.
            out.writerow([sign, *(round(STEPS * weight) or "" for weight in row - row.mean())])
    print(f"{len(signs) + len(names)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
