"""PDF: the lines of a document as it draws them, and the paragraphs that they are of."""
