package build

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestUpToDate fails when the data were edited and go generate wasn't run.
func TestUpToDate(t *testing.T) {
	const dir = "../.."
	files, err := Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./checker/period (%v)", name, err)
		}
	}
}
