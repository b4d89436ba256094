package app

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hegao": func() { os.Exit(Main()) }})
}

// The scripts say what a user types and what comes out.
func TestScripts(t *testing.T) {
	newsroom, err := filepath.Abs("../../../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(newsroom, "scripts"),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NEWSROOM", newsroom)
			env.Setenv("LANG", "zh_CN.UTF-8")
			env.Setenv("LC_ALL", "")
			return nil
		},
	})
}
