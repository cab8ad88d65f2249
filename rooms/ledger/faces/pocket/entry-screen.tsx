// What the first screen does not need: one entry, and steps that were not taken or stand alone. Fetched behind it, and kept with it.

export { ConflictPart } from './conflict-part.tsx'
export { EntryPart } from './entry-part.tsx'
export { LonePart } from './half-part.tsx'
