package document

func readMarkdown(d *Document) { readPlain(d) }
