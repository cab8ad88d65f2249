// What is asked of the process that opens pictures, and what it answers. Plain data: it travels between processes.

/** A view to be made: the longer side in pixels. */
export interface Wanted {
  readonly name: string
  readonly side: number
}

export interface PictureTask {
  readonly bytes: Uint8Array
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
  /** Upright size of the picture itself, and its views. */
  | { readonly kind: 'made'; readonly width: number; readonly height: number; readonly views: readonly View[] }
  /** Damaged, too many pixels, or no picture at all. */
  | { readonly kind: 'unreadable' }
