export interface PageHandlers {
  readonly devicesChanged: () => void
  readonly backOnline: () => void
  readonly pageHidden: () => void
  /** The person came back from another app or a locked screen, a second ago: most browsers have returned the devices by then. */
  readonly cameBack: () => void
}

const returnMs = 1000

/** Watches the page and its device during a call. Returns a function that stops it. */
export const watchPage = ({ devicesChanged, backOnline, pageHidden, cameBack }: PageHandlers): (() => void) => {
  let returning: ReturnType<typeof setTimeout> | undefined
  const visibilityChanged = (): void => {
    clearTimeout(returning)
    if (document.visibilityState === 'visible') returning = setTimeout(cameBack, returnMs)
  }
  navigator.mediaDevices?.addEventListener('devicechange', devicesChanged)
  addEventListener('online', backOnline)
  addEventListener('pagehide', pageHidden)
  document.addEventListener('visibilitychange', visibilityChanged)
  return () => {
    clearTimeout(returning)
    navigator.mediaDevices?.removeEventListener('devicechange', devicesChanged)
    removeEventListener('online', backOnline)
    removeEventListener('pagehide', pageHidden)
    document.removeEventListener('visibilitychange', visibilityChanged)
  }
}
