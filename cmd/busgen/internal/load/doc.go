// Package load reads a domain package from disk: its syntax, its types, and where its generated code goes. It is the only
// package that knows golang.org/x/tools/go/packages.
//
// One load asks for the domain package alone; what it imports comes as export data, so that a big dependency costs nothing. The
// output folder is never loaded: it may be missing, stale, or full of code that does not compile.
package load
