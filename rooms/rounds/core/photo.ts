// Photos on a sheet: how many, and by what their evidence is cited. They are optional and count for nothing.

/** Most photos on one sheet. */
export const mostPhotos = 6

/** By what the round cites the pictures on its sheets; it names no seat and no sheet. */
export const photoTarget = (round: string): string => `sheets:${round}`
