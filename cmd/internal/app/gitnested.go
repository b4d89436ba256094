package app

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// readAny asks git for the changed lines of a repository. A submodule needn't
// know the revision that was named in the repository around it: its files are
// compared with the commit that this one holds of it at that revision.
func (c *changes) readAny(r *repository) error {
	outer := outerOf(r.root)
	r.alone = outer != ""
	if r.alone && !c.staged {
		if done, err := c.readSubmodule(outer, r); done || err != nil {
			return err
		}
	}
	from, err := c.base(r)
	switch {
	case err == nil:
		return c.read(r, from)
	case r.alone: // to the repository around it, this one is a folder that isn't tracked
		r.all = true
		return nil
	}
	return err
}

// outerOf returns the root of the repository around another one, "" where there
// is none or where the person stands in the inner one and means that.
func outerOf(root string) string {
	if here, err := realPath("."); err == nil && isBelow(here, root) {
		return ""
	}
	return rootAbove(filepath.Dir(root))
}

// isBelow reports whether a folder is another one or lies in it.
func isBelow(folder, root string) bool {
	rel, err := filepath.Rel(root, folder)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// readSubmodule reads a repository as a part of the one around it, and reports
// whether it is one. What came since the revision, or whose commit isn't here,
// is new in all its lines.
func (c *changes) readSubmodule(outer string, r *repository) (bool, error) {
	around := &repository{root: outer, alone: outerOf(outer) != ""}
	from, err := c.base(around)
	if err != nil {
		return false, err
	}
	rel, err := filepath.Rel(outer, r.root)
	if err != nil {
		return false, err
	}
	name := filepath.ToSlash(rel)
	// "160000 commit 4b825dc…\tfolder"
	then, err := around.git("ls-tree", "--full-tree", from[0], "--", name)
	if err != nil {
		return false, err
	}
	if words := strings.Fields(string(then)); len(words) > 3 && words[1] == "commit" {
		if _, err := r.git("cat-file", "-e", words[2]+"^{commit}"); err == nil {
			return true, c.read(r, words[2:3])
		}
		r.all = true
		return true, nil
	}
	// "160000 4b825dc… 0\tfolder"
	now, err := around.git("ls-files", "--stage", "--", name)
	r.all = err == nil && strings.HasPrefix(string(now), "160000 ")
	return r.all, err
}

// localGit are the variables by which git tells a hook of the repository that it
// was called in.
var localGit = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE"}

// withoutGit returns an environment that names no repository.
func withoutGit(env []string) []string {
	return slices.DeleteFunc(slices.Clone(env), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(localGit, name)
	})
}

// shallowHint adds why a revision may be missing: CI often clones the last
// commit alone.
func (r *repository) shallowHint(e *usageError) *usageError {
	if out, err := r.git("rev-parse", "--is-shallow-repository"); err != nil || strings.TrimSpace(string(out)) != "true" {
		return e
	}
	return e.hint(finding.Text{
		ZH: "这里只克隆了最近的提交：先 git fetch --unshallow，或在 CI 里取完整历史（fetch-depth: 0，GIT_DEPTH: 0）",
		EN: "this clone holds the latest commits only: git fetch --unshallow, or have CI fetch the history (fetch-depth: 0, GIT_DEPTH: 0)"})
}
