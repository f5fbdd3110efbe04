"""Where the model that newsie ships is: no spaCy in here, so that `newsie --version` need not wait for it."""

import json
from pathlib import Path


def default_model() -> Path:
    """The directory of the model: in the installed package, or in the checkout beside `src/`."""
    package = Path(__file__).parent
    installed = package / "models" / "en_newsie"
    return installed if installed.exists() else package.parents[1] / "models" / "en_newsie"


def model_name(folder: Path | None = None) -> str:
    """Return name and version of the spaCy pipeline in `folder`, or of newsie's own: "en_newsie 0.1.0"."""
    meta = json.loads(((folder or default_model()) / "meta.json").read_text("utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
