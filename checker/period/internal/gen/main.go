// Command gen writes the tables of package period. Run it by go generate in
// that package's folder.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/hegao/hegao/checker/period/internal/build"
)

func main() {
	files, err := build.Files(".")
	if err != nil {
		log.Fatal(err)
	}
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
