// How long personal data of this room is kept; the privacy notice shows the same numbers.

/** Days a contact is kept after closing. */
export const contactDays = 90

/** Days a record with its text and steps is kept after closing. */
export const recordDays = 730
