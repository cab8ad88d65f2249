// A small picture of a photo, made by the browser itself, so that a judge sees it without a line and after a reload.

const side = 240

function loadedImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('the picture cannot be shown')))
    image.src = address
  })
}

/** A JPEG of at most 240 pixels a side; null where this browser cannot open the picture. */
export async function thumbOf(picture: Blob): Promise<ArrayBuffer | null> {
  const address = URL.createObjectURL(picture)
  try {
    const image = await loadedImage(address)
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight, 1))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.7)
    })
    if (small === null) return null
    return await new Response(small).arrayBuffer()
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
