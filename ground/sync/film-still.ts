// One picture out of a film, made by the browser itself: what stands in the film's place in lists, without a decoder on the
// server. Where this browser cannot open the film there is none, and nothing waits for it.

const side = 1600
const mostMs = 10_000

/** Waits for one of the element's events; throws when the film cannot be opened, or takes too long. */
function reaching(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the film takes too long')), mostMs)
    video.addEventListener(
      name,
      () => {
        clearTimeout(late)
        resolve()
      },
      { once: true },
    )
    video.addEventListener(
      'error',
      () => {
        clearTimeout(late)
        reject(new Error('the film cannot be opened'))
      },
      { once: true },
    )
  })
}

/** A JPEG of a picture near the film's beginning; null where there is none. */
export async function stillOf(film: Blob): Promise<ArrayBuffer | null> {
  const address = URL.createObjectURL(film)
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  try {
    const loaded = reaching(video, 'loadeddata')
    video.src = address
    await loaded
    const seeked = reaching(video, 'seeked')
    // The very first picture is often black.
    video.currentTime = Number.isFinite(video.duration) ? Math.min(1, video.duration / 2) : 0
    await seeked
    const scale = Math.min(1, side / Math.max(video.videoWidth, video.videoHeight, 1))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale))
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale))
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.85)
    })
    return picture === null ? null : await new Response(picture).arrayBuffer()
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(address)
  }
}
