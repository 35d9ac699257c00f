"""How good the extraction is: scores on the annotated collection beside those of stock tools, as a page of the docs."""
