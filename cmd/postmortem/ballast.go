package main

import "runtime"

// ballast lets garbage pile up for longer, until it is released. A run over many reports keeps next
// to nothing and makes garbage steadily, and the collector, which waits for what is live to double,
// would come round every few reports. The ballast counts as live and is never touched, so it takes
// up no memory of the machine; and unlike a higher GOGC it changes nothing where one report is huge.
func ballast() (release func()) {
	b := make([]byte, 4<<20)
	return func() { runtime.KeepAlive(b) }
}
