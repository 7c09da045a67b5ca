int clayoutworker_placeholder(void) { return 0; }
