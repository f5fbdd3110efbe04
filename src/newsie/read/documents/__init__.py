"""The bytes of documents: fetched, unpacked, told apart and decoded, within limits of size and time."""
