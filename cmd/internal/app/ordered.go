package app

import "sync"

// ordered runs work on what produce yields, on a number of goroutines, and
// hands the results to consume in the order of production. At most window jobs
// are between produce and consume, which bounds the memory whatever the number
// of jobs. yield returns false when consume has failed and no more is wanted.
func ordered[J, R any](workers, window int, produce func(yield func(J) bool), work func(J) R, consume func(R) error) error {
	type slot struct {
		job  J
		done chan R
	}
	queue := make(chan slot, max(window, workers))
	tasks := make(chan slot)
	stop := make(chan struct{})
	go func() {
		defer close(queue)
		defer close(tasks)
		produce(func(j J) bool {
			s := slot{j, make(chan R, 1)}
			select {
			case queue <- s:
			case <-stop:
				return false
			}
			tasks <- s // a worker always comes: their results never block
			return true
		})
	}()
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for s := range tasks {
				s.done <- work(s.job)
			}
		})
	}
	var err error
	for s := range queue {
		r := <-s.done
		if err != nil {
			continue // drain
		}
		if err = consume(r); err != nil {
			close(stop)
		}
	}
	running.Wait()
	return err
}
