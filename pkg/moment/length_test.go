package moment

import (
	"testing"
	"time"
)

func TestLength(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0 min":       0,
		"45 s":        45 * time.Second,
		"250 ms":      250 * time.Millisecond,
		"4 min 30 s":  270 * time.Second,
		"4 h 52 min":  4*time.Hour + 52*time.Minute,
		"34 h 22 min": 34*time.Hour + 22*time.Minute + 5*time.Second,
		"6 h":         6 * time.Hour,
		"3 d 4 h":     76*time.Hour + 30*time.Minute,
		"-12 min":     -12 * time.Minute,
	} {
		if got := Length(d); got != want {
			t.Errorf("Length(%v) = %q, want %q", d, got, want)
		}
	}
	if got := Lengths(10*time.Minute, 15*time.Minute); got != "10 to 15 min" {
		t.Errorf("got %q", got)
	}
	if got := Lengths(50*time.Minute, 70*time.Minute); got != "50 min to 1 h 10 min" {
		t.Errorf("got %q", got)
	}
	if got := Lengths(time.Hour, time.Hour); got != "1 h" {
		t.Errorf("got %q", got)
	}
}
