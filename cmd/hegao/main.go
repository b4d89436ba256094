// Command hegao checks the figures of news copy against a ledger and against
// each other.
package main

import (
	"os"

	"github.com/hegao/hegao/cmd/internal/app"
)

func main() { os.Exit(app.Main()) }
