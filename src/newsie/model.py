"""Where the model that newsie ships is: no spaCy in here, so that `newsie --version` need not wait for it."""

from pathlib import Path


def default_model() -> Path:
    """The directory of the model: in the installed package, or in the checkout beside `src/`."""
    package = Path(__file__).parent
    installed = package / "models" / "en_newsie"
    return installed if installed.exists() else package.parents[1] / "models" / "en_newsie"
