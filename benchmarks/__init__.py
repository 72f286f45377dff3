"""How fast the program is, how that grows with the pile, and what it takes to start."""
