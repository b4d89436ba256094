package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestResolveTakesEachFileOnce(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if err := os.MkdirAll("copy/city", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"copy/a.txt", "copy/city/b.md"} {
		if err := os.WriteFile(name, []byte("稿子"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	linked := os.Symlink("a.txt", "copy/z.txt") == nil && os.Symlink("copy", "other") == nil
	for _, c := range []struct {
		args, want []string
		links      bool
	}{
		{args: []string{"copy"}, want: []string{"copy/a.txt", "copy/city/b.md"}},
		{args: []string{"."}, want: []string{"copy/a.txt", "copy/city/b.md"}},
		{args: []string{"./copy/", "copy/city", "copy/city/b.md"}, want: []string{"copy/a.txt", "copy/city/b.md"}},
		{args: []string{"copy/city", "copy"}, want: []string{"copy/city/b.md", "copy/a.txt"}},
		{args: []string{filepath.Join(dir, "copy", "a.txt"), "copy"}, want: []string{filepath.Join(dir, "copy", "a.txt"), "copy/city/b.md"}},
		{args: []string{"copy/z.txt", "other/city/b.md", "copy"}, want: []string{"copy/z.txt", "other/city/b.md"}, links: true},
	} {
		if c.links && !linked {
			continue
		}
		var got []string
		for _, in := range resolve(c.args) {
			if in.fail != nil {
				t.Errorf("%v: %s: %s", c.args, in.path, in.fail.EN)
			}
			got = append(got, filepath.ToSlash(in.path))
		}
		for i := range c.want {
			c.want[i] = filepath.ToSlash(c.want[i])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v stands for %v, want %v", c.args, got, c.want)
		}
	}
}
