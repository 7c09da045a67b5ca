int clayoutworker_placeholder(void);
