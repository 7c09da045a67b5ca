print("archc")
