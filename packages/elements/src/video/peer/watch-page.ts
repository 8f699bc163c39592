export interface PageHandlers {
  readonly devicesChanged: () => void
  readonly backOnline: () => void
  readonly gone: () => void
}

/** What happens to the page and its machine during a call. The answer stops watching. */
export const watchPage = ({ devicesChanged, backOnline, gone }: PageHandlers): (() => void) => {
  navigator.mediaDevices?.addEventListener('devicechange', devicesChanged)
  addEventListener('online', backOnline)
  addEventListener('pagehide', gone)
  return () => {
    navigator.mediaDevices?.removeEventListener('devicechange', devicesChanged)
    removeEventListener('online', backOnline)
    removeEventListener('pagehide', gone)
  }
}
