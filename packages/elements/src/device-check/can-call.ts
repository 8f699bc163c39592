/** Whether this browser supports calls. */
export const canCall = (): boolean =>
  typeof RTCPeerConnection === 'function' &&
  typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function'
