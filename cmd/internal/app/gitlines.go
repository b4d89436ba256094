package app

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// lineRange is a run of lines, from the first to the last, counted from 1.
type lineRange struct{ first, last int }

// lineSet is which lines of a file changed: ranges in their order, or all.
type lineSet struct {
	all    bool
	ranges []lineRange
}

// touches reports whether a run of lines holds a changed one.
func (s *lineSet) touches(first, last int) bool {
	if s.all {
		return true
	}
	i := sort.Search(len(s.ranges), func(i int) bool { return s.ranges[i].last >= first })
	return i < len(s.ranges) && s.ranges[i].first <= last
}

// changes knows what changed in the repositories that copy stands in: since a
// revision, or what is staged for the next commit.
type changes struct {
	rev    string // empty for what is staged
	staged bool
	repos  map[string]*repository // by root
}

func newChanges(rev string, staged bool) *changes {
	return &changes{rev: rev, staged: staged, repos: map[string]*repository{}}
}

// repository is one work tree with the lines that changed in its files, by path
// below its root, with slashes.
type repository struct {
	root  string
	lines map[string]*lineSet
	all   bool // every file counts as changed in all its lines
	// alone says that the surroundings of the process speak of another
	// repository: git calls a hook with the names of its own index and folder.
	alone bool
}

// of returns the repository that a file stands in, and the file's path in it.
func (c *changes) of(path string) (*repository, string, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, "", err
	}
	r, err := c.around(filepath.Dir(real), path)
	if err != nil {
		return nil, "", err
	}
	name, err := filepath.Rel(r.root, real)
	return r, filepath.ToSlash(name), err
}

// around returns the repository that a folder, given by its real path, lies in;
// said is what the person calls the place.
func (c *changes) around(folder, said string) (*repository, error) {
	root := rootAbove(folder)
	if root == "" {
		return nil, usagef(finding.Text{
			ZH: said + " 不在 git 仓库里，看不出改了哪些行",
			EN: said + " isn't in a git repository: nobody knows which lines changed"})
	}
	if c.repos[root] == nil {
		r := &repository{root: root, lines: map[string]*lineSet{}}
		if err := c.readAny(r); err != nil {
			return nil, err
		}
		c.repos[root] = r
	}
	return c.repos[root], nil
}

// realPath returns an absolute path without links. What doesn't exist keeps its
// own name in its folder's real path: it may still be in the index.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return abs, nil
	}
	return filepath.Join(dir, filepath.Base(abs)), nil
}

// rootAbove returns the nearest folder upward that holds a .git, or "". In a
// linked work tree or a submodule .git is a file.
func rootAbove(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// linesOf returns which lines of a file changed, nil for none.
func (c *changes) linesOf(path string) (*lineSet, error) {
	r, name, err := c.of(path)
	if err != nil {
		return nil, err
	}
	if r.all {
		return &lineSet{all: true}, nil
	}
	return r.lines[name], nil
}

// content returns the bytes of a file as they are staged, as a check-out would
// write them.
func (c *changes) content(path string) ([]byte, error) {
	r, name, err := c.of(path)
	if err != nil {
		return nil, err
	}
	return r.git("cat-file", "--filters", ":"+name)
}

// names returns the files of a repository that changed, in order.
func (r *repository) names() []string {
	var names []string
	for name := range r.lines {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// git runs git in the repository and returns what it prints. Its settings must
// not change the form of what is read here.
func (r *repository) git(args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	cmd := exec.Command("git", append([]string{"-c", "core.quotePath=false"}, args...)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = r.root, &out, &errs
	if r.alone {
		cmd.Env = withoutGit(os.Environ())
	}
	if err := cmd.Run(); err != nil {
		return nil, gitFailure(err, errs.String())
	}
	return out.Bytes(), nil
}

func gitFailure(err error, said string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return usagef(finding.Text{ZH: "--since 和 --staged 要用 git，这里没有装", EN: "--since and --staged call git, which isn't installed here"})
	}
	said = strings.TrimSpace(said)
	if said == "" {
		said = err.Error()
	}
	return usagef(finding.Text{ZH: "git 出错：" + said, EN: "git failed: " + said})
}

// read asks git which lines of a repository differ from what a commit, or the
// index, holds; from are git's arguments that say so.
func (c *changes) read(r *repository, from []string) error {
	args := append([]string{"diff", "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames", "--diff-filter=d"}, from...)
	stat, err := r.git(append(args, "--numstat", "-z")...)
	if err != nil {
		return err
	}
	r.addStat(stat)
	patch, err := r.git(append(args, "--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")...)
	if err != nil {
		return err
	}
	if err := r.addRanges(bufio.NewReader(bytes.NewReader(patch))); err != nil || c.staged {
		return err
	}
	untracked, err := r.git("ls-files", "--others", "--exclude-standard", "-z")
	for name := range strings.SplitSeq(string(untracked), "\x00") {
		if name != "" {
			r.lines[name] = &lineSet{all: true}
		}
	}
	return err
}

// base returns the arguments that say what is compared: the index with the last
// commit, or the work tree with a revision. A revision that ends in "..." means
// the point where the current branch left it.
func (c *changes) base(r *repository) ([]string, error) {
	if c.staged {
		return []string{"--cached"}, nil
	}
	rev, fork := strings.CutSuffix(c.rev, "...")
	// The name goes to git as a revision and as nothing else: one that begins
	// with a hyphen would be a flag.
	unknown := usagef(finding.Text{ZH: "git 不认识版本 “" + rev + "”", EN: "git knows no revision “" + rev + "”"})
	if rev == "" || strings.HasPrefix(rev, "-") {
		return nil, unknown
	}
	if _, err := r.git("rev-parse", "--git-dir"); err != nil {
		return nil, err
	}
	id, err := r.git("rev-parse", "--verify", "--quiet", rev+"^{commit}")
	if err != nil {
		return nil, r.shallowHint(unknown)
	}
	commit := strings.TrimSpace(string(id))
	if fork {
		id, err = r.git("merge-base", commit, "HEAD")
		if err != nil {
			return nil, r.shallowHint(usagef(finding.Text{
				ZH: "“" + rev + "” 与当前分支没有共同的祖先", EN: "“" + rev + "” and the current branch have no common ancestor"}))
		}
		commit = strings.TrimSpace(string(id))
	}
	return []string{commit}, nil
}

// addStat reads `git diff --numstat -z`: which files changed. A file that git
// takes for binary, such as UTF-16, has no lines to it: all of them count.
func (r *repository) addStat(out []byte) {
	fields := strings.Split(string(out), "\x00")
	for i := 0; i < len(fields); i++ {
		added, rest, ok := strings.Cut(fields[i], "\t")
		if !ok {
			continue
		}
		_, name, _ := strings.Cut(rest, "\t")
		if name == "" && i+2 < len(fields) { // a rename: the old name, the new one
			name = fields[i+2]
			i += 2
		}
		r.lines[name] = &lineSet{all: added == "-"}
	}
}

// addRanges reads `git diff -U0`. The lines of a hunk are counted, not looked
// at: one of them may look like a header.
func (r *repository) addRanges(patch *bufio.Reader) error {
	var current *lineSet
	for {
		line, err := readLine(patch)
		if err != nil {
			return ignoreEOF(err)
		}
		switch {
		case strings.HasPrefix(line, "+++ "):
			current = r.lines[diffName(line[len("+++ "):])]
		case strings.HasPrefix(line, "@@ "):
			removed, first, added, ok := hunkHeader(line)
			if !ok {
				continue
			}
			if added > 0 && current != nil {
				current.ranges = append(current.ranges, lineRange{first, first + added - 1})
			}
			for range removed + added {
				if _, err := readLine(patch); err != nil {
					return ignoreEOF(err)
				}
				if next, _ := patch.Peek(1); len(next) == 1 && next[0] == '\\' { // no newline at the end
					if _, err := readLine(patch); err != nil {
						return ignoreEOF(err)
					}
				}
			}
		}
	}
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func readLine(r *bufio.Reader) (string, error) {
	line, err := r.ReadString('\n')
	if err != nil && line == "" {
		return "", err
	}
	return strings.TrimSuffix(line, "\n"), nil
}

// hunkHeader reads "@@ -12,3 +14 @@ …".
func hunkHeader(line string) (removed, first, added int, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return 0, 0, 0, false
	}
	_, removed, ok1 := startAndCount(fields[1], "-")
	first, added, ok2 := startAndCount(fields[2], "+")
	return removed, first, added, ok1 && ok2
}

func startAndCount(field, sign string) (start, count int, ok bool) {
	field, signed := strings.CutPrefix(field, sign)
	from, n, counted := strings.Cut(field, ",")
	start, err := strconv.Atoi(from)
	count = 1
	if counted {
		var e error
		count, e = strconv.Atoi(n)
		err = errors.Join(err, e)
	}
	return start, count, signed && err == nil
}

// diffName returns the path that a line of a diff names: within quotes and with
// C escapes where it holds control characters, quotes or backslashes, and ended
// by a tab where it holds blanks.
func diffName(name string) string {
	name = strings.TrimSuffix(name, "\t")
	if strings.HasPrefix(name, `"`) {
		if plain, err := strconv.Unquote(name); err == nil {
			name = plain
		}
	}
	return strings.TrimPrefix(name, "b/")
}
