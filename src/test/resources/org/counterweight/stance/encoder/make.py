"""Writes the encoder of the tests, encoder.onnx and tokenizer.json, beside this file: an encoder of the true form that
knows two dozen words by heart and everything else by its letters. Needs onnx 1.17.

It is no toy of arithmetic: embeddings depend on their place, attend to one another and are averaged, so that a token
lost, added or moved shows in the scores.
"""
import json
import math
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = pathlib.Path(__file__).resolve().parent
SIGNS = {
    0: "lie lied overlords control hopeless locked kill killed deceive deceives escape extinction".split(),
    1: "cure cured honest promise helped helps safe declined aligned repaired friend patient".split(),
    2: "parameters benchmark model models trained dataset chip funding license version".split(),
    3: "cooking rain football garden vacuum cup road".split(),
}
PLAIN = "the a of to and in it that was is not machine ai robot we our us they no will word".split()
WIDTH = 8
PLACES = 256

words = [word for group in SIGNS.values() for word in group] + PLAIN
letters = "abcdefghijklmnopqrstuvwxyz0123456789"
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + words
vocabulary += [c for c in letters if c not in words] + ["##" + c for c in letters] + list(".,:;?!'\"-()[]/")
ids = {piece: i for i, piece in enumerate(vocabulary)}
assert len(ids) == len(vocabulary)


def special(piece):
    return {"id": ids[piece], "content": piece, "single_word": False, "lstrip": False, "rstrip": False,
            "normalized": False, "special": True}


tokenizer = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [special(piece) for piece in vocabulary[:4]],
    "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                   "strip_accents": None, "lowercase": True},
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "post_processor": {
        "type": "TemplateProcessing",
        "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                   {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
        "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                 {"SpecialToken": {"id": "[SEP]", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                 {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
        "special_tokens": {
            piece: {"id": piece, "ids": [ids[piece]], "tokens": [piece]} for piece in ("[CLS]", "[SEP]")},
    },
    "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
    "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
              "max_input_chars_per_word": 100, "vocab": ids},
}
(HERE / "tokenizer.json").write_text(json.dumps(tokenizer, indent=1) + "\n")


def noise(i, j):
    """A number in [-1, 1) fixed by two whole ones."""
    return math.modf(abs(math.sin(12.9898 * i + 78.233 * j)) * 43758.5453)[0] * 2 - 1


embedding = np.array([[0.3 * noise(i + 1, j + 1) for j in range(WIDTH)] for i in range(len(vocabulary))], np.float32)
for k, group in SIGNS.items():
    for word in group:
        embedding[ids[word], k] += 4
places = np.array([[0.1 * noise(n + 401, j + 7) for j in range(WIDTH)] for n in range(PLACES)], np.float32)
out = np.array([[6.0 if j == k else 0.2 * noise(j + 91, k + 5) for k in range(4)] for j in range(WIDTH)], np.float32)

constants = {
    "embedding": embedding,
    "places": places,
    "out": out,
    "bias": np.array([-0.6, -0.6, 0.4, 0.0], np.float32),
    "scale": np.array(1 / math.sqrt(WIDTH), np.float32),
    "zero": np.array(0, np.int64),
    "one": np.array(1, np.int64),
}
node = helper.make_node
nodes = [
    node("Gather", ["embedding", "input_ids"], ["words"]),
    node("Shape", ["input_ids"], ["shape"]),
    node("Gather", ["shape", "one"], ["length"]),
    node("Range", ["zero", "length", "one"], ["steps"]),
    node("Gather", ["places", "steps"], ["where"]),
    node("Add", ["words", "where"], ["x"]),
    node("Transpose", ["x"], ["turned"], perm=[0, 2, 1]),
    node("MatMul", ["x", "turned"], ["likeness"]),
    node("Mul", ["likeness", "scale"], ["scaled"]),
    node("Softmax", ["scaled"], ["attention"], axis=-1),
    node("MatMul", ["attention", "x"], ["attended"]),
    node("ReduceMean", ["attended"], ["mean"], axes=[1], keepdims=0),
    node("MatMul", ["mean", "out"], ["raw"]),
    node("Add", ["raw", "bias"], ["scores"]),
]
graph = helper.make_graph(
    nodes,
    "encoder of the tests",
    [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "n"])],
    [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 4])],
    [numpy_helper.from_array(value, name) for name, value in constants.items()],
)


def save(name, graph):
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    (HERE / name).write_bytes(model.SerializeToString(deterministic=True))


save("encoder.onnx", graph)

# Encoders that must be refused: another name, another shape, another type, and one that answers with no numbers.
ids_in = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "n"])


def wrong(name, inputs, outputs, nodes, constants=()):
    save(name, helper.make_graph(nodes, name, inputs, outputs, list(constants)))


four = helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 4])
flat = [
    node("Cast", ["input_ids"], ["float"], to=TensorProto.FLOAT),
    node("ReduceMean", ["float"], ["mean"], axes=[1], keepdims=1),
]
row = numpy_helper.from_array(np.ones((1, 4), np.float32), "row")
three = numpy_helper.from_array(np.ones((1, 3), np.float32), "row")
nan = numpy_helper.from_array(np.full((1, 4), np.nan, np.float32), "row")
wrong("other-output.onnx", [ids_in], [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 4])],
      flat + [node("MatMul", ["mean", "row"], ["logits"])], [row])
wrong("three-scores.onnx", [ids_in], [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 3])],
      flat + [node("MatMul", ["mean", "row"], ["scores"])], [three])
wrong("two-inputs.onnx", [ids_in, helper.make_tensor_value_info("attention_mask", TensorProto.INT64, [1, "n"])], [four],
      [node("Add", ["input_ids", "attention_mask"], ["sum"])] + [node("Cast", ["sum"], ["float"], to=TensorProto.FLOAT)]
      + [flat[1], node("MatMul", ["mean", "row"], ["scores"])], [row])
wrong("float-input.onnx", [helper.make_tensor_value_info("input_ids", TensorProto.FLOAT, [1, "n"])], [four],
      [node("ReduceMean", ["input_ids"], ["mean"], axes=[1], keepdims=1), node("MatMul", ["mean", "row"], ["scores"])],
      [row])
wrong("not-a-number.onnx", [ids_in], [four], flat + [node("MatMul", ["mean", "row"], ["scores"])], [nan])
