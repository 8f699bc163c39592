export interface PageHandlers {
  readonly devicesChanged: () => void
  readonly backOnline: () => void
  readonly pageHidden: () => void
}

/** Watches the page and its device during a call. Returns a function that stops it. */
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
