// Package directive knows busgen's annotations: it lists them (Table), reads one (Parse), and finds all in the files of a package (Find).
//
// A directive is a comment as Go has them, "//busgen:name", without a space, in the doc comment of a type declaration.
// A comment that resembles a directive and is none is an error at its position. If it were ignored, a payload with a misspelt annotation
// would silently not be an event.
//
// The package reads only syntax, so it works on packages that do not compile.
package directive
