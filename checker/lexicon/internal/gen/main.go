// Command gen turns the data files of the lexicon into Go tables.
package main

import (
	"fmt"
	"os"

	"github.com/hegao/hegao/checker/lexicon/internal/build"
)

func main() {
	src, err := build.Source(os.DirFS("data"))
	if err == nil {
		err = os.WriteFile("tables.go", src, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
