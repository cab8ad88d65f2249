// Whether a page can be opened again without a network: only a service worker does that, and browsers allow one over https
// or on the same machine.

/** Whether this browser allows it here at all. */
export const offlinePossible = (): boolean => isSecureContext && 'serviceWorker' in navigator

/** Resolves to true when the page is kept for opening without a network, to false where that is impossible. */
export async function offlineReady(): Promise<boolean> {
  if (!offlinePossible()) return false
  await navigator.serviceWorker.ready
  return true
}
