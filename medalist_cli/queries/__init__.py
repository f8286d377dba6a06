"""How to result: one module per question, named like the command that asks it."""
