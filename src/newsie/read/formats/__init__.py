"""The formats that news comes in: a file or folder each, which recognizes its format and reads the articles in it."""
