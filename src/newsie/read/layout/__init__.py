"""What stands where in an article: header, headline, dateline, sentences, boilerplate, and the day of publication."""
