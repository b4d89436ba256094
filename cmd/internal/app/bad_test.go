package app

import (
	"os"
	"strings"
	"testing"
)

// badInputs are files that nobody meant to hand in, by name.
func badInputs() map[string]string {
	deep := strings.Repeat
	return map[string]string{
		"empty.md":        "",
		"blank.txt":       "\n\r\n \u3000\n",
		"bom.txt":         "\ufeff",
		"nul.txt":         "甲\x00乙3亿元\x00\n",
		"bytes.txt":       "\xff\xfe\xfd\x80\x80\xc3\x28 30亿元 \xf0\x28\x8c\xbc",
		"half.txt":        "出口30亿\xe5\x85",
		"quotes.txt":      deep("“", 10000) + "3亿元" + deep("”", 10000),
		"nested.md":       deep("> ", 10000) + "3亿元\n" + deep("- ", 10000) + "x\n" + deep("*", 10000) + deep("[", 1000) + deep("(", 1000),
		"brackets.txt":    deep("（", 10000) + "30%" + deep("）", 9999),
		"front.md":        "---\n" + deep("a: [", 5000) + "\n---\n3亿元\n",
		"open.md":         "---\ntitle: 30亿元\n没有结束\n",
		"digits.txt":      deep("9", 50000) + "亿元，" + deep("一", 20000) + "万",
		"points.txt":      deep("1.", 50000) + "5%",
		"marks.txt":       deep("%", 50000) + deep("分之", 20000) + deep("至", 20000),
		"table.md":        "|" + deep("a|", 5000) + "\n|" + deep("-|", 5000) + "\n|" + deep("1亿元|", 5000) + "\n",
		"joiners.txt":     deep("👩\u200d", 10000) + "3" + deep("\u0301", 10000) + "亿元\u202e9",
		"lines.jsonl":     "{\n[]\nnull\n{\"id\": 1}\n{\"id\":\"a\",\"text\":3}\n" + deep("[", 20000) + "\n{\"id\":\"b\",\"text\":\"出口30亿元\"}",
		"directives.md":   deep("<!-- hegao:allow -->", 300) + "<!-- hegao:allow : -->\n<!-- 核稿:允许 ：无 -->3亿元",
		"entities.md":     deep("&#", 5000) + deep("&nbsp;", 5000) + deep("<", 5000) + "3亿元",
		"separators.txt":  deep("\u2028\u2029\x0b\x0c\r", 5000) + "3亿元",
		"many.txt":        deep("出口30亿元，", 3000),
		"many-titles.md":  deep("# 30亿元\n", 1000),
		"credentials.txt": "密码：" + deep("a", 100000) + "@" + deep("b", 100000),
	}
}

// Whatever is handed in, no command fails by itself, the other file is still
// read, and what can't be read isn't called clean.
func TestBadInput(t *testing.T) {
	files := badInputs()
	files["good.txt"] = "截止目前，已有3家企业入园。\n"
	write(t, files)
	for name := range badInputs() {
		for _, command := range [][]string{
			{"check", "--format", "jsonl"}, {"check"}, {"figures"}, {"fix", "--dry-run", "--suggested"}, {"compare"},
		} {
			code, out, errs := run(append(command, name, "good.txt")...)
			if code == ExitFault || strings.Contains(errs, "goroutine") {
				t.Errorf("hegao %s %s: exit code %d\n%.600s", strings.Join(command, " "), name, code, errs)
			}
			if command[0] == "check" && len(command) == 3 && command[2] == "jsonl" && !strings.Contains(out, `"path":"good.txt"`) {
				t.Errorf("hegao check %s good.txt: the good one wasn't checked\n%.300s", name, errs)
			}
			if code == ExitClean && strings.Contains(out, `"category":"input"`) {
				t.Errorf("hegao check %s: what can't be read was called clean", name)
			}
		}
	}
}

// Bad ledgers, settings and baselines are told of, with exit code 2.
func TestBadSettings(t *testing.T) {
	deep := strings.Repeat
	bad := map[string]string{
		"loop.yaml":    "hegao: ledger/v1\ntitle: x\ninclude: [loop.yaml]\n",
		"first.yaml":   "hegao: ledger/v1\ninclude: [second.yaml]\n",
		"second.yaml":  "hegao: ledger/v1\ninclude: [first.yaml]\n",
		"deep.yaml":    "hegao: ledger/v1\nfigures: " + deep("[", 10000) + deep("]", 10000) + "\n",
		"quotes.yaml":  "hegao: ledger/v1\ntitle: " + deep("\"", 10001) + "\n",
		"alias.yaml":   "hegao: ledger/v1\nfigures: &a [*a]\n",
		"bomb.yaml":    bomb(),
		"binary.yaml":  "\x00\x01\x02\xff\xfe",
		"empty.yaml":   "",
		"list.yaml":    "- hegao\n",
		"ledger.csv":   "\"" + deep("a,", 10000),
		"columns.csv":  "a;b;c\n1;2;3\n",
		"picture.xlsx": "PK\x03\x04 not a workbook",
	}
	files := map[string]string{"good.txt": "出口30亿元。\n"}
	for name, text := range bad {
		files[name] = text
	}
	write(t, files)
	for name := range bad {
		tries := [][]string{{"check", "good.txt", "--ledger", name}, {"ledger", "check", name}}
		if strings.HasSuffix(name, ".yaml") && name != "empty.yaml" {
			tries = append(tries, []string{"check", "good.txt", "--config", name}, []string{"check", "good.txt", "--baseline", name}, []string{"ledger", "show", "x", "--ledger", name})
		}
		for _, args := range tries {
			code, _, errs := run(args...)
			if code != ExitUsage || !strings.Contains(errs, strings.TrimSuffix(name, ".yaml")) && name != "first.yaml" {
				t.Errorf("hegao %s: exit code %d\n%.600s", strings.Join(args, " "), code, errs)
			}
		}
	}
}

// bomb is YAML whose aliases would grow beyond all bounds.
func bomb() string {
	s := "hegao: ledger/v1\na: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'j'; c++ {
		s += string(c) + ": &" + string(c) + " [" + strings.TrimSuffix(strings.Repeat("*"+string(c-1)+", ", 9), ", ") + "]\n"
	}
	return s + "figures: *j\n"
}

// A folder or a file without permission is reported, and the others are
// checked.
func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read anything")
	}
	write(t, map[string]string{"copy/shut/a.md": "甲\n", "copy/b.md": "乙\n", "copy/c.md": "丙\n"})
	for _, name := range []string{"copy/shut", "copy/c.md"} {
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(name, 0o755) })
	}
	code, out, errs := run("check", "--format", "jsonl", "--lang", "zh", "copy")
	if code != ExitUsage || strings.Count(out, "没有读取权限") != 2 || !strings.Contains(out, `"path":"copy/b.md"`) {
		t.Errorf("exit code %d\n%s%s", code, out, errs)
	}
	code, _, errs = run("fix", "--lang", "zh", "copy")
	if code != ExitUsage || strings.Count(errs, "没有读取权限") != 2 {
		t.Errorf("exit code %d\n%s", code, errs)
	}
}
