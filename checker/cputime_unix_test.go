//go:build unix && !race

package checker_test

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that the test has used so far. Unlike the
// clock it doesn't count the time that other programs took.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
