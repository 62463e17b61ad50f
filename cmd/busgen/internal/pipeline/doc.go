// Package pipeline runs the stages, each of which is a package: [Domain] for the domain packages of one bus, [Wired] for a package with
// wired buses. Both return a [Plan] of what to write, and write nothing.
package pipeline
