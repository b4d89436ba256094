package document

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/source"
)

// readArticles reads a corpus and checks the map of every article. It counts the
// stitched paragraphs, but for the newspaper page, and all blocks.
func readArticles(t *testing.T, r io.Reader) (stitched, blocks int) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var article struct{ ID, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			t.Fatal(err)
		}
		d, err := Read(&source.File{Path: article.ID, Text: article.Text}, Options{Title: article.Title})
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, d)
		blocks += len(d.Blocks)
		for _, b := range d.Blocks {
			if b.Stitched && !strings.HasPrefix(article.ID, "hubei-daily") {
				t.Logf("%s: %s", article.ID, words(d, b))
				stitched++
			}
		}
	}
	return stitched, blocks
}
