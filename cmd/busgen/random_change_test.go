package main

func (c *trial) changed() bool { return true }
