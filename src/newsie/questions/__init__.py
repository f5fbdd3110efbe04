"""Questions to a store: who is this, did these two meet, when, who met whom, and who of my list appears.

Each question is a function that takes the store's database and returns its answer as a record.
"""
