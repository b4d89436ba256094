//go:build !unix && !race

package checker_test

import "time"

var started = time.Now()

// cpuTime stands in for the processor time where that can't be asked for.
func cpuTime() time.Duration { return time.Since(started) }
