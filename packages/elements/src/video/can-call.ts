/** Whether this browser connects calls between browsers. Some have the name of the API and not what it needs. */
export const canConnect = (): boolean =>
  typeof RTCPeerConnection === 'function' && 'addTransceiver' in RTCPeerConnection.prototype

/** Whether this browser supports calls. */
export const canCall = (): boolean =>
  canConnect() && typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function'
