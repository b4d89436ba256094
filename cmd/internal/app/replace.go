package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"

	"github.com/hegao/hegao/checker/finding"
)

// errChanged says that a file isn't what it was when it was read.
var errChanged = usagef(finding.Text{
	ZH: "核稿期间文件又改过了，没有写入；请再运行一遍",
	EN: "the file changed meanwhile and was left alone; run this again"})

// replaceFile puts new content in the place of old, or leaves the file as it
// is: the content is written beside it, flushed, and then takes its name. A
// link keeps pointing to the file that is replaced. A file that no longer holds
// old, or that may not be written to, is left alone with an error.
func replaceFile(path string, old, new []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(target)
	if err != nil {
		return err
	}
	// A rename would also replace a file that is write-protected.
	if probe, err := os.OpenFile(target, os.O_WRONLY, 0); err != nil {
		return notWritten(err)
	} else if err := probe.Close(); err != nil {
		return err
	}
	temp, err := writeBeside(target, new, info.Mode().Perm())
	if err != nil {
		return notWritten(err)
	}
	err = unchanged(target, old)
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// writeBeside writes content into a new file in the folder of another one and
// returns its name.
func writeBeside(target string, content []byte, mode os.FileMode) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(target), ".hegao-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// notWritten says why a file, named elsewhere, was left alone.
func notWritten(err error) error {
	t := unwritable(err)
	return usagef(finding.Text{ZH: "写不了：" + t.ZH, EN: "can't be written: " + t.EN})
}

func unchanged(path string, old []byte) error {
	now, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, old) {
		return errChanged
	}
	return nil
}
