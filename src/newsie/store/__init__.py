"""A store: a SQLite file that holds articles, what stands in them, and who and what is one across all of them.

`docs/store.md` explains its tables. A store is opened by `connection.store_at`, written by `add.add_records`, and read
back by `read.run_record`; everything else is asked in SQL.
"""
