// A drawing of our own as a picture: for SVG that the house has made itself, never for one that somebody sent.

/** As a PNG of few colours. */
export async function pictureOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp')
  return Uint8Array.from(await sharp(new TextEncoder().encode(svg)).png({ palette: true, effort: 4 }).toBuffer())
}
