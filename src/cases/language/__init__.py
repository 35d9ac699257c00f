"""What every rule of the extraction stands on: the pipeline, a read document, grammar and word lists."""
