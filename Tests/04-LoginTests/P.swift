// Until the tests of this lesson are here: a target needs its folder, and git keeps no empty one.
