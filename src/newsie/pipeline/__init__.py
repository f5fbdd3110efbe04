"""The spaCy components of newsie, one noun a file, and the pipeline that they make together."""
