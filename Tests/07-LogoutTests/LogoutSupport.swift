let product = "logout"
