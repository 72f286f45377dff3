"""What the phrases of `grammar` mean: a file for each family of them."""
