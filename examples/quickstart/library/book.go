package library

// Book is the book that something happened to.
//
//busgen:capability
type Book struct{ Title string }
