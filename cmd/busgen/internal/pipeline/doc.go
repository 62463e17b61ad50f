// Package pipeline runs the stages, each a package of its own, for one package of the user's: [Domain] for one with payloads, [Wired] for
// one with wired buses. Both return a [Plan] of what to write, and write nothing themselves.
package pipeline
