"""The weights of a component: read, set, and mixed with those from before training.

A model trained further on other texts forgets less if its weights are drawn back towards those it started from
(Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
"""

from typing import Any

import numpy
from thinc.api import Model

Weights = dict[tuple[int, str], Any]
"""Arrays by number of the layer in the model's walk, and name."""


def weights_of(model: Model[Any, Any]) -> Weights:
    """Return a copy of all weights, by number of the layer and name."""
    return {
        (number, name): numpy.array(layer.get_param(name))
        for number, layer in enumerate(model.walk())
        for name in layer.param_names
        if layer.has_param(name)
    }


def set_weights(model: Model[Any, Any], weights: Weights) -> None:
    """Give every layer its weights."""
    layers = list(model.walk())
    for (number, name), value in weights.items():
        layers[number].set_param(name, value)


def mixed(before: Weights, after: Weights, share: float) -> Weights:
    """Return the weights that lie `share` of the way from `before` to `after`."""
    return {key: (1 - share) * before[key] + share * after[key] for key in before}
