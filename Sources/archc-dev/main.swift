print("archc-dev")
