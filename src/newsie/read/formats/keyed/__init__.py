"""What formats with keys share: which keys name the parts of an article, and the draft from their values."""
