"""The formats that news comes in: a file each, which recognizes its format and reads the articles in it."""
