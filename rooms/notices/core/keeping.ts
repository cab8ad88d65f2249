// How long notices are kept.

/** Days after which a notice is deleted. */
export const keptDays = 365
