"""Mail: messages and mailboxes, their parts, and the story in each."""
