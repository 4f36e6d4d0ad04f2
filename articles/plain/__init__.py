"""How easily words are read: syllables, sentences, grades, and what could be said more plainly. No database."""
