type GetUserMedia = MediaDevices['getUserMedia']

/** Replaces every request for a camera or microphone by this function. Returns a function that restores the browser's own. */
export const fakeDevices = (
  ask: (real: GetUserMedia, constraints: MediaStreamConstraints) => Promise<MediaStream>,
): (() => void) => {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (constraints = {}) => ask(real, constraints)
  return () => {
    // The method of the prototype is restored.
    delete (navigator.mediaDevices as Partial<MediaDevices>).getUserMedia
  }
}

/** Rejects with the browser's own error name, for one kind only if it is given. */
export const rejectDevices =
  (error: string, kind?: 'audio' | 'video') =>
  (real: GetUserMedia, constraints: MediaStreamConstraints): Promise<MediaStream> =>
    !kind || constraints[kind] ? Promise.reject(new DOMException('', error)) : real(constraints)

/** As a browser does when the system takes a device. */
export const setMuted = (track: MediaStreamTrack, muted: boolean): void => {
  Object.defineProperty(track, 'muted', { configurable: true, value: muted })
  track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'))
}
