package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/hegao/hegao/checker/finding"
)

// stdin is how standard input is named on the command line and in reports.
const stdin = "-"

// copyExtensions are the names' endings that make a file in a folder copy. A
// file that is named itself is read whatever it is called.
var copyExtensions = []string{".txt", ".md", ".markdown", ".jsonl"}

// skippedFolders hold no copy of the newsroom's own; nor do folders whose name
// begins with a dot.
var skippedFolders = []string{"node_modules"}

// input is one file to read, or a place that can't be read, with the reason.
type input struct {
	path  string
	fail  *finding.Text
	lines *lineSet // those that count, nil for all
}

// resolve turns the paths of a command line into the files they stand for, in
// the order in which they were named, folders in the order of their names, and
// each file once.
func resolve(args []string) []input {
	r := resolver{seen: map[string]bool{}}
	for _, arg := range args {
		r.arg(arg)
	}
	return r.out
}

type resolver struct {
	out  []input
	seen map[string]bool
}

func (r *resolver) arg(arg string) {
	if arg == stdin {
		r.add(arg, arg)
		return
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		r.walk(arg)
	case err == nil:
		r.file(arg)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[{"):
		r.glob(arg)
	default:
		r.unreadable(arg, err)
	}
}

func (r *resolver) add(path, key string) {
	if !r.seen[key] {
		r.seen[key] = true
		r.out = append(r.out, input{path: path})
	}
}

// file adds a file unless it was added under another name.
func (r *resolver) file(path string) { r.add(path, fileKey(path)) }

// fileKey returns the absolute path of a file behind all links, as far as it
// can be told.
func fileKey(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}

func (r *resolver) unreadable(path string, err error) {
	t := readFailure(err)
	r.out = append(r.out, input{path: path, fail: &t})
}

func (r *resolver) glob(pattern string) {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly())
	if err != nil || len(matches) == 0 {
		r.out = append(r.out, input{path: pattern, fail: &finding.Text{
			ZH: "没有文件符合这个模式", EN: "no file matches this pattern"}})
		return
	}
	slices.Sort(matches)
	for _, m := range matches {
		r.file(m)
	}
}

// walk adds the copy below a folder. What can't be looked into is reported,
// and the rest goes on.
func (r *resolver) walk(root string) {
	real := fileKey(root)
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		root += string(filepath.Separator) // else the link itself would be all there is
	}
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			r.unreadable(path, err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if path != root && (strings.HasPrefix(d.Name(), ".") || slices.Contains(skippedFolders, d.Name())) {
				return fs.SkipDir
			}
		case slices.Contains(copyExtensions, strings.ToLower(filepath.Ext(path))):
			r.entry(path, root, real, d)
		}
		return nil
	})
}

// entry adds a file below a folder, whose real path is given. Links to folders
// aren't followed: they may lead back up. So only the file itself may be a link,
// and every other one is where its path below the folder says.
func (r *resolver) entry(path, root, real string, d fs.DirEntry) {
	mode := d.Type()
	if mode.IsRegular() {
		below, ok := path, root == "."
		if !ok {
			below, ok = strings.CutPrefix(path, root)
		}
		if ok {
			r.add(path, filepath.Join(real, below))
			return
		}
	}
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			r.unreadable(path, err)
			return
		}
		mode = info.Mode()
	}
	if mode.IsRegular() {
		r.file(path)
	}
}

// readFailure says in words why something can't be read.
func readFailure(err error) finding.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return finding.Text{ZH: "找不到这个文件", EN: "there is no such file"}
	case errors.Is(err, fs.ErrPermission):
		return finding.Text{ZH: "没有读取权限", EN: "no permission to read it"}
	}
	reason := systemReason(err)
	return finding.Text{ZH: "无法读取：" + reason, EN: "can't be read: " + reason}
}

// unwritable says in words why something can't be written.
func unwritable(err error) finding.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return finding.Text{ZH: "没有这个文件夹", EN: "there is no such folder"}
	case errors.Is(err, fs.ErrPermission):
		return finding.Text{ZH: "没有写入权限", EN: "no permission to write it"}
	}
	reason := systemReason(err)
	return finding.Text{ZH: reason, EN: reason}
}

// systemReason is what the system says, without the name of the file.
func systemReason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}
