// What is asked of the process that opens pictures, and what it answers. Plain data: it travels between processes.

/** A view to be made: the longer side in pixels. */
export interface Wanted {
  readonly name: string
  readonly side: number
}

/** What opens it: the picture library, the decoder of HEIC, or the reader of PDF, which shows the first page. */
export type Opener = 'picture' | 'heic' | 'pdf'

export interface PictureTask {
  readonly bytes: Uint8Array
  readonly opener: Opener
  readonly wanted: readonly Wanted[]
  /** Pictures of more pixels are not opened. */
  readonly mostPixels: number
}

export interface View {
  readonly name: string
  /** JPEG: every browser and every office program shows it. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export type Viewed =
  /** Upright size of the picture itself, its views, and what lets it be recognised. */
  | {
      readonly kind: 'made'
      readonly width: number
      readonly height: number
      readonly views: readonly View[]
      /** 64 bits as 16 hex digits, alike for pictures that look alike; null where there is too little to see. */
      readonly print: string | null
      /** The day that the camera wrote into it, YYYY-MM-DD; null when it wrote none. */
      readonly takenOn: string | null
    }
  /** Damaged, too many pixels, or no picture at all. */
  | { readonly kind: 'unreadable' }
  /** The process ended without an answer: stopped with the server, killed for memory or for time, or brought down by the picture. */
  | { readonly kind: 'lost' }
