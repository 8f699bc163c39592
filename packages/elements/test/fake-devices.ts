type GetUserMedia = MediaDevices['getUserMedia']

/** Lets the browser answer every asking for a camera or microphone like this. The answer puts things right again. */
export const fakeDevices = (
  ask: (real: GetUserMedia, constraints: MediaStreamConstraints) => Promise<MediaStream>,
): (() => void) => {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (constraints = {}) => ask(real, constraints)
  return () => {
    // The method of the prototype is behind it.
    delete (navigator.mediaDevices as Partial<MediaDevices>).getUserMedia
  }
}

/** Refuses with the browser's own error name; only one kind when it is named. */
export const rejectDevices =
  (error: string, kind?: 'audio' | 'video') =>
  (real: GetUserMedia, constraints: MediaStreamConstraints): Promise<MediaStream> =>
    !kind || constraints[kind] ? Promise.reject(new DOMException('', error)) : real(constraints)
