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

// actionlint returns the path of the linter of GitHub's workflows.
func actionlint(t *testing.T) string {
	t.Helper()
	if path := filepath.Join(root(t), "bin", "actionlint"); isFile(path) {
		return path
	}
	path, err := exec.LookPath("actionlint")
	if err != nil {
		t.Skip("actionlint isn't here (make readers): the workflows aren't linted")
	}
	return path
}

// The workflow that init writes, and one that uses the action as README does, are
// sound to GitHub's linter, which reads action.yml for what an action takes.
func TestWorkflowsLint(t *testing.T) {
	lint := actionlint(t)
	needs(t, "git")
	dir := t.TempDir()
	flow, err := starter.ReadFile("starter/github-workflow.yml")
	if err != nil {
		t.Fatal(err)
	}
	local := strings.Replace(strings.ReplaceAll(string(flow), "{{rev}}", "main"), "hegao/hegao@main", "./", 1)
	for name, text := range map[string]string{
		"action.yml":                  content(t, filepath.Join(root(t), "action.yml")),
		".github/workflows/hegao.yml": strings.ReplaceAll(string(flow), "{{rev}}", "main"),
		".github/workflows/local.yml": local,
		"wrong.yml":                   strings.Replace(local, "with:\n          paths:", "with:\n          path:", 1),
	} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := tool(t, dir, nil, "git", "init", "-q"); err != nil {
		t.Fatal(out)
	}
	if out, err := tool(t, dir, nil, lint, ".github/workflows/hegao.yml", ".github/workflows/local.yml"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := tool(t, dir, nil, lint, "wrong.yml"); err == nil || !strings.Contains(out, `"path"`) {
		t.Errorf("an input that the action doesn't have passes: %s", out)
	}
}

// The scripts that others run are sound to shellcheck: the action's steps, the
// hook, the job for GitLab, completion for bash, CI's own.
func TestScriptsLint(t *testing.T) {
	needs(t, "shellcheck")
	var act action
	if err := yaml.Unmarshal([]byte(content(t, filepath.Join(root(t), "action.yml"))), &act); err != nil {
		t.Fatal(err)
	}
	type job struct {
		Before []string `yaml:"before_script"`
		Script []string
	}
	var jobs map[string]job
	embedded := func(name string, read func(string) ([]byte, error)) string {
		data, err := read(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if err := yaml.Unmarshal([]byte(embedded("starter/gitlab-ci.yml", starter.ReadFile)), &jobs); err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{
		"hook.sh":    embedded("starter/hook.sh", starter.ReadFile),
		"hegao.bash": "#!/bin/bash\n" + embedded("shells/hegao.bash", shellScripts.ReadFile),
		"run":        content(t, filepath.Join(root(t), ".ci", "run")),
		// The flags and the paths are lists of words on purpose.
		"gitlab.sh": "#!/bin/sh\nset -e\n# shellcheck disable=SC2154,SC2086\n{\n" + strings.Join(append(jobs[".hegao"].Before, jobs[".hegao"].Script...), "\n") + "\n}\n",
	}
	for _, step := range act.Runs.Steps {
		if step.Run == "" {
			continue
		}
		given := ""
		for name := range step.Env {
			given += "export " + name + "=\n"
		}
		scripts[step.Name+".sh"] = "#!/bin/" + step.Shell + "\nset -eo pipefail\n" + given + step.Run
	}
	dir := t.TempDir()
	for name, text := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := tool(t, dir, nil, "shellcheck", name); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// The job for GitLab is one by GitLab's own schema, and runs, in a program that
// runs such jobs without GitLab. Its container can't be had here: the shell of
// the machine stands for it.
func TestGitLabJobRuns(t *testing.T) {
	runner := filepath.Join(root(t), ".tools", "readers", "node_modules", "gitlab-ci-local", "src", "index.js")
	if !isFile(runner) {
		t.Skip("gitlab-ci-local isn't here (make readers): the job isn't run")
	}
	needs(t, "node", "git", "rsync", "bash")
	data, err := starter.ReadFile("starter/gitlab-ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	asHegao(t, bin)
	repo := filepath.Join(dir, "repo")
	if err := os.MkdirAll(filepath.Join(repo, "copy"), 0o755); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	run := func(script string) string {
		t.Helper()
		for name, text := range map[string]string{".gitlab-ci.yml": strings.Replace(script, "  image: golang:1.26\n", "", 1), "copy/a.md": wrongPage} {
			if err := os.WriteFile(filepath.Join(repo, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-q", "--allow-empty", "-m", "x"}} {
			if out, err := tool(t, repo, env, "git", args...); err != nil {
				t.Fatal(out)
			}
		}
		if out, _ := tool(t, repo, env, "git", "remote", "add", "origin", "git@example.org:desk/copy.git"); out != "" && !strings.Contains(out, "exist") {
			t.Fatal(out)
		}
		out, _ := tool(t, repo, env, "node", runner, "hegao")
		return out
	}
	out := run(strings.Replace(string(data), `HEGAO_FLAGS: ""`, `HEGAO_FLAGS: "--fail-on warning"`, 1))
	for _, want := range []string{"json schema validated", "FAIL", "until-for-as-of"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s isn't in\n%s", want, out)
		}
	}
	if report := content(t, filepath.Join(repo, "gl-code-quality-report.json")); !strings.Contains(report, `"path":"copy/a.md"`) {
		t.Errorf("the report is %s", report)
	}
	if out := run(strings.Replace(string(data), "  artifacts:\n", "  artifcats:\n", 1)); strings.Contains(out, "json schema validated") && !strings.Contains(out, "artifcats") {
		t.Errorf("a key that GitLab doesn't know passes:\n%s", out)
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
