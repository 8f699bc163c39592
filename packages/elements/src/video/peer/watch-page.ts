export interface PageHandlers {
  readonly devicesChanged: () => void
  readonly backOnline: () => void
  readonly pageHidden: () => void
}

/** What happens to the page and its machine during a call. The answer stops watching. */
export const watchPage = ({ devicesChanged, backOnline, pageHidden }: PageHandlers): (() => void) => {
  navigator.mediaDevices?.addEventListener('devicechange', devicesChanged)
  addEventListener('online', backOnline)
  addEventListener('pagehide', pageHidden)
  return () => {
    navigator.mediaDevices?.removeEventListener('devicechange', devicesChanged)
    removeEventListener('online', backOnline)
    removeEventListener('pagehide', pageHidden)
  }
}
