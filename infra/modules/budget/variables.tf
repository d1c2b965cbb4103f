variable "name" {
  description = "Prefix of the budget, the alarm and the topic."
  type        = string
}

variable "limit_usd" {
  description = "Monthly budget of the account in USD."
  type        = number

  validation {
    condition     = var.limit_usd > 0
    error_message = "The budget must be above 0 USD."
  }
}

variable "alarm_usd" {
  description = "Charges of the month in USD above which the billing alarm goes off."
  type        = number

  validation {
    condition     = var.alarm_usd > 0
    error_message = "The alarm's threshold must be above 0 USD."
  }
}

variable "emails" {
  description = "Addresses that are told; each confirms once."
  type        = set(string)
  default     = []
}

variable "notifications" {
  description = "When the budget tells: at which percentage, of what was spent (ACTUAL) or will be by the month's end (FORECASTED)."
  type = list(object({
    percent = number
    type    = string
  }))
  default = [
    { percent = 80, type = "ACTUAL" },
    { percent = 100, type = "ACTUAL" },
    { percent = 100, type = "FORECASTED" },
  ]

  validation {
    condition     = alltrue([for notification in var.notifications : contains(["ACTUAL", "FORECASTED"], notification.type) && notification.percent > 0])
    error_message = "A notification's type is ACTUAL or FORECASTED, its percentage above 0."
  }
}
