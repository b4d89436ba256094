package app

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// root is the top of the repository, seen from this package.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// The starter files fit the schemas that they name.
func TestStarterFitsSchemas(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for file, name := range map[string]string{"config-v1.json": "hegao.yaml", "ledger-v1.json": "ledger.yaml"} {
			data, err := starter.ReadFile("starter/" + lang + "/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if err := published(t, file).Validate(jsonOf(t, data)); err != nil {
				t.Errorf("%s/%s: %v", lang, name, err)
			}
		}
	}
}

const wrongPage, rightPage = "截止目前，园区已入驻企业30家，出口3.5亿元。去年增长率为增长增长。\n", "截至目前，园区已入驻企业30家。\n"

// tool runs a program of the machine's in a folder, in an environment that
// knows this repository's binary as hegao.
func tool(t *testing.T, dir string, env []string, name string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=desk", "GIT_AUTHOR_EMAIL=desk@example.org",
		"GIT_COMMITTER_NAME=desk", "GIT_COMMITTER_EMAIL=desk@example.org", "LANG=zh_CN.UTF-8")
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func needs(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip(name + " isn't installed here")
		}
	}
}

// goEnv is a setting of the Go tools.
func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// The hooks work with the real pre-commit, which builds them from the
// repository as it does on a user's machine.
func TestPreCommit(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	needs(t, "pre-commit", "git", "go")
	dir, home, source := t.TempDir(), t.TempDir(), snapshot(t)
	for name, text := range map[string]string{
		"wrong.md": wrongPage, "right.md": rightPage, "code.go": "package a\n",
		".hegao.yaml":      "rules: {until-for-as-of: error}\nledgers: [ledger]\n",
		"ledger/a.yaml":    "hegao: ledger/v1\ntitle: x\nmetrics: [{name: 出口}]\n",
		"ledger/notes.txt": "notes",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{"PRE_COMMIT_HOME=" + home, "GOMODCACHE=" + goEnv(t, "GOMODCACHE"), "GOCACHE=" + goEnv(t, "GOCACHE"), "GOFLAGS=-buildvcs=false", "CGO_ENABLED=0"}
	run := func(wantOK bool, args ...string) string {
		t.Helper()
		out, err := tool(t, dir, env, args[0], args[1:]...)
		if (err == nil) != wantOK {
			t.Errorf("%s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return out
	}
	run(true, "pre-commit", "validate-manifest", filepath.Join(root(t), ".pre-commit-hooks.yaml"))
	rev := strings.TrimSpace(run(true, "git", "-C", source, "rev-parse", "HEAD"))
	settings := "repos: [{repo: '" + source + "', rev: " + rev + ", hooks: [{id: hegao}, {id: hegao-ledger}]}]\n"
	if err := os.WriteFile(filepath.Join(dir, ".pre-commit-config.yaml"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	run(true, "git", "init", "-q")
	run(true, "git", "add", ".")
	out := run(false, "pre-commit", "run", "hegao", "--all-files")
	if !strings.Contains(out, "wrong.md") || !strings.Contains(out, "截止") || strings.Contains(out, "right.md:") {
		t.Errorf("%s", out)
	}
	run(true, "pre-commit", "run", "hegao", "--files", "right.md")
	run(true, "pre-commit", "run", "hegao-ledger", "--all-files")
	if err := os.WriteFile(filepath.Join(dir, "ledger/a.yaml"), []byte("hegao: ledger/v1\nmetrisc: []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out := run(false, "pre-commit", "run", "hegao-ledger", "--all-files"); !strings.Contains(out, "metrisc") {
		t.Errorf("%s", out)
	}
	if out := run(true, "pre-commit", "run", "hegao-ledger", "--files", "code.go"); !strings.Contains(out, "no files to check") {
		t.Errorf("%s", out)
	}
}

// snapshot is a repository with the files of this one as they are now.
func snapshot(t *testing.T) string {
	t.Helper()
	top, dir := root(t), t.TempDir()
	files, err := tool(t, top, nil, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	if err != nil {
		t.Skip("this isn't a clone of the repository")
	}
	for name := range strings.SplitSeq(strings.Trim(files, "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(top, name))
		if err != nil {
			continue // deleted, not yet committed
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A", "."}, {"commit", "-q", "-m", "snapshot"}} {
		if out, err := tool(t, dir, nil, "git", args...); err != nil {
			t.Fatal(out)
		}
	}
	return dir
}

// action is what these tests read of action.yml.
type action struct {
	Inputs  map[string]struct{ Default, Description string }
	Outputs map[string]struct{ Value, Description string }
	Runs    struct {
		Using string
		Steps []struct {
			Name, ID, Shell, Run, Uses, If string
			Env                            map[string]string
			With                           map[string]string
		}
	}
}

// The steps of the GitHub action that are ours, run as GitHub runs them.
func TestGitHubAction(t *testing.T) {
	needs(t, "bash")
	data, err := os.ReadFile(filepath.Join(root(t), "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var act action
	if err := yaml.Unmarshal(data, &act); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	if err := os.MkdirAll(filepath.Join(dir, "temp", "hegao"), 0o755); err != nil {
		t.Fatal(err)
	}
	asHegao(t, bin)
	for name, text := range map[string]string{"a b.md": wrongPage, "$(touch owned).md": rightPage, "known.json": `{"schema":"hegao/baseline/v1","findings":[]}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	base := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), "RUNNER_TEMP=" + filepath.Join(dir, "temp"),
		"GITHUB_OUTPUT=" + filepath.Join(dir, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(dir, "summary")}
	for _, tt := range []struct {
		inputs map[string]string
		code   string
	}{
		{map[string]string{"paths": "a b.md\n$(touch owned).md", "fail-on": "warning", "lang": "en", "baseline": "known.json"}, "1"},
		{map[string]string{"paths": "$(touch owned).md"}, "0"},
		{map[string]string{"paths": "gone.md"}, "2"},
	} {
		os.Remove(filepath.Join(dir, "output"))
		os.Remove(filepath.Join(dir, "summary"))
		for _, step := range act.Runs.Steps {
			if step.ID != "check" {
				continue
			}
			env := base
			for name, value := range step.Env {
				input := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
				if act.Inputs[input].Description == "" {
					t.Fatalf("%s names no input", value)
				}
				v, set := tt.inputs[input]
				if !set {
					v = act.Inputs[input].Default
				}
				env = append(env, name+"="+v)
			}
			if strings.Contains(step.Run, "${{") {
				t.Error("an input is pasted into the script")
			}
			out, err := tool(t, dir, env, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			output := content(t, filepath.Join(dir, "output"))
			if !strings.Contains(output, "exit-code="+tt.code+"\n") || !strings.Contains(output, "sarif-file=") {
				t.Errorf("%v: %s\n%s", tt.inputs, output, out)
			}
			if tt.code == "1" && (!strings.Contains(out, "::") || !strings.Contains(content(t, filepath.Join(dir, "summary")), "until-for-as-of")) {
				t.Errorf("no annotation or no summary:\n%s", out)
			}
			if sarif := content(t, filepath.Join(dir, "temp/hegao/hegao.sarif")); !strings.Contains(sarif, `"2.1.0"`) {
				t.Errorf("no SARIF: %.200s", sarif)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "owned")); err == nil {
		t.Error("a file's name was run as a command")
	}
	for _, step := range act.Runs.Steps {
		if (step.Run == "") == (step.Uses == "") || step.Run != "" && step.Shell == "" {
			t.Errorf("a step that GitHub refuses: %+v", step)
		}
	}
	if act.Runs.Using != "composite" || act.Outputs["exit-code"].Value == "" {
		t.Error("not a composite action with outputs")
	}
}

// asHegao puts this test binary into a folder under the name hegao.
func asHegao(t *testing.T, folder string) {
	t.Helper()
	self, err := exec.LookPath("hegao") // testscript puts it there
	if err == nil {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(self, filepath.Join(folder, "hegao")); err == nil {
			return
		}
	}
	t.Skip("the program isn't on the path")
}

// The job for GitLab runs its script in any POSIX shell.
func TestGitLabTemplate(t *testing.T) {
	needs(t, "sh")
	data, err := starter.ReadFile("starter/gitlab-ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	var jobs map[string]struct {
		Extends   string
		Variables map[string]string
		Script    []string
		Before    []string `yaml:"before_script"`
		Artifacts struct{ Reports map[string]string }
	}
	if err := yaml.Unmarshal(data, &jobs); err != nil {
		t.Fatal(err)
	}
	job := jobs[jobs["hegao"].Extends]
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	asHegao(t, bin)
	if err := os.MkdirAll(filepath.Join(dir, "copy"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "copy", "a.md"), []byte(wrongPage), 0o644); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	for name, value := range job.Variables {
		env = append(env, name+"="+value)
	}
	env = append(env, "HEGAO_FLAGS=--fail-on warning", "HEGAO_PATHS=copy")
	lines := append(append([]string{"set -e"}, job.Before...), job.Script[:2]...)
	if out, err := tool(t, dir, env, "sh", "-c", strings.Join(lines, "\n")); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for kind, file := range job.Artifacts.Reports {
		if !strings.Contains(content(t, filepath.Join(dir, file)), "until-for-as-of") {
			t.Errorf("%s: %s doesn't hold the finding", kind, file)
		}
	}
}
