package report_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// browser is a headless Chromium that is spoken to over a pipe, in the protocol
// of its developer tools: messages of JSON, each ended by a zero byte.
type browser struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	session string
	last    int
	events  []event
}

type event struct {
	Method string
	Params json.RawMessage
}

// openBrowser starts a Chromium of its own, which ends with the test.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium isn't installed: the page isn't opened in a browser")
	}
	theirIn, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, theirOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{theirIn, theirOut} // its descriptors 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	theirIn.Close()
	theirOut.Close()
	b := &browser{t: t, in: in, out: bufio.NewReaderSize(out, 1<<16)}
	t.Cleanup(func() {
		b.call("Browser.close", nil)
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
			<-done
		}
		in.Close()
		out.Close()
	})
	var target struct{ TargetID string }
	b.get(&target, "Target.createTarget", map[string]any{"url": "about:blank"})
	var attached struct{ SessionID string }
	b.get(&attached, "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true})
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Network", "Runtime", "Log"} {
		b.call(domain+".enable", nil)
	}
	return b
}

// call carries out a command and returns its result. Events that come meanwhile
// are kept.
func (b *browser) call(method string, params map[string]any) json.RawMessage {
	b.t.Helper()
	b.last++
	msg := map[string]any{"id": b.last, "method": method}
	if params != nil {
		msg["params"] = params
	}
	if b.session != "" && !strings.HasPrefix(method, "Target.") && !strings.HasPrefix(method, "Browser.") {
		msg["sessionId"] = b.session
	}
	data, err := json.Marshal(msg)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.in.Write(append(data, 0)); err != nil {
		b.t.Fatal(err)
	}
	for {
		id, result := b.read()
		if id == b.last {
			return result
		}
	}
}

// read takes the next message: an answer with its number, or an event.
func (b *browser) read() (int, json.RawMessage) {
	b.t.Helper()
	data, err := b.out.ReadBytes(0)
	if err != nil {
		b.t.Fatalf("the browser went away: %v", err)
	}
	var msg struct {
		ID     int
		Result json.RawMessage
		Error  *struct{ Message string }
		event
	}
	if err := json.Unmarshal(data[:len(data)-1], &msg); err != nil {
		b.t.Fatal(err)
	}
	if msg.Error != nil {
		b.t.Fatalf("the browser says: %s", msg.Error.Message)
	}
	if msg.ID == 0 {
		b.events = append(b.events, msg.event)
	}
	return msg.ID, msg.Result
}

func (b *browser) get(into any, method string, params map[string]any) {
	b.t.Helper()
	if err := json.Unmarshal(b.call(method, params), into); err != nil {
		b.t.Fatal(err)
	}
}

// open shows a page of a size, in light or dark, and waits until it is there.
func (b *browser) open(file string, width, height int, scheme string, phone bool) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone})
	b.call("Emulation.setTouchEmulationEnabled", map[string]any{"enabled": phone})
	b.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}}})
	b.events = nil
	b.call("Page.navigate", map[string]any{"url": "file://" + file})
	for !b.seen("Page.loadEventFired") {
		b.read()
	}
	b.eval("document.fonts.ready.then(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(1)))))")
}

func (b *browser) seen(method string) bool {
	for _, e := range b.events {
		if e.Method == method {
			return true
		}
	}
	return false
}

// eval returns the value of an expression of the page, as text.
func (b *browser) eval(js string) string {
	b.t.Helper()
	var got struct {
		Result           struct{ Value any }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	b.get(&got, "Runtime.evaluate", map[string]any{"expression": js, "returnByValue": true, "awaitPromise": true})
	if got.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s %s", js, got.ExceptionDetails.Text, got.ExceptionDetails.Exception.Description)
	}
	if s, ok := got.Result.Value.(string); ok {
		return s
	}
	data, _ := json.Marshal(got.Result.Value)
	return string(data)
}

// click presses the mouse in the middle of the first element that a selector
// names, as a person would.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at struct{ X, Y float64 }
	where := b.eval(fmt.Sprintf(`(() => { const el = document.querySelector(%q); el.scrollIntoView({block: "center"});
		const r = el.getClientRects()[0]; return JSON.stringify({x: r.left + r.width / 2, y: r.top + r.height / 2}); })()`, selector))
	if err := json.Unmarshal([]byte(where), &at); err != nil {
		b.t.Fatal(err)
	}
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.call("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1})
	}
	b.eval("new Promise(r => requestAnimationFrame(() => r(1)))")
}

// picture writes what is seen as a PNG.
func (b *browser) picture(file string) {
	b.t.Helper()
	var got struct{ Data string }
	b.get(&got, "Page.captureScreenshot", map[string]any{"format": "png"})
	data, err := base64.StdEncoding.DecodeString(got.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
