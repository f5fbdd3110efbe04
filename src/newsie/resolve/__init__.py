"""One person, one organization, one place, one meeting across articles: records in, records out, no spaCy."""
