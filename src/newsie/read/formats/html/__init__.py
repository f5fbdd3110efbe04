"""Web pages: the article on one, and what the page says about it."""
