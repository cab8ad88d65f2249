// What live screens are told: that something was decided, never what; they fetch it with their own rights.

export interface Announcement {
  /** The act's id, which is also the event's version: later acts have larger ids. */
  readonly id: string
  readonly room: string
  readonly verb: string
  readonly subject: string
  readonly unit: string
  /** The unit it speaks of; posts that speak for it hear of it as well. Not told to screens. */
  readonly about?: string
  /** ISO instant of the act. */
  readonly at: string
  readonly actor: string | null
}
