// Package git reads files of earlier commits, by running the git command. It changes nothing.
package git
