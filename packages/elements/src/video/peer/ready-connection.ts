/** The media lines of a connection, always in this order. */
export const mediaLines = ['audio', 'camera', 'screen', 'screenAudio'] as const
export type MediaLine = (typeof mediaLines)[number]
export type MediaLineTracks = Readonly<Record<MediaLine, MediaStreamTrack | null>>

/** One path for all lines: it is found sooner than four, with a quarter of the candidates. */
export const connectionTo = (iceServers: readonly RTCIceServer[]): RTCConfiguration => ({
  iceServers: [...iceServers],
  bundlePolicy: 'max-bundle',
})

export const addLines = (connection: RTCPeerConnection, tracks: MediaLineTracks | null): void => {
  for (const line of mediaLines) {
    const kind = line === 'audio' || line === 'screenAudio' ? 'audio' : 'video'
    const transceiver = connection.addTransceiver(tracks?.[line] ?? kind, { direction: 'sendrecv' })
    preferSmallDescription(transceiver, kind)
  }
}

/** For texts next to sound and picture, in order and complete. */
export const addChannel = (connection: RTCPeerConnection): RTCDataChannel => connection.createDataChannel('visit')

/** Every browser has Opus and VP8. Only these codecs keep a description near 6 kB instead of 20: signals are limited to 16 kB. */
const preferSmallDescription = (transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void => {
  const wanted = kind === 'audio' ? ['audio/opus'] : ['video/vp8', 'video/rtx']
  const codecs =
    RTCRtpReceiver.getCapabilities(kind)?.codecs.filter(({ mimeType }) => wanted.includes(mimeType.toLowerCase())) ?? []
  // Not in every browser; without it the description is only longer.
  if (codecs.length > 0) transceiver.setCodecPreferences?.(codecs)
}

/** A connection that is made while the seat is taken: making it takes as long as the request. The seat then says how paths are found. */
export class ReadyConnection {
  readonly connection = new RTCPeerConnection(connectionTo([]))
  readonly channel: RTCDataChannel
  /** The browser has asked for an offer, which had no listener. */
  needsOffer = false

  constructor() {
    this.connection.onnegotiationneeded = () => (this.needsOffer = true)
    addLines(this.connection, null)
    this.channel = addChannel(this.connection)
  }

  /** Firefox below 119 cannot change how paths are found. */
  static make(): ReadyConnection | null {
    return 'setConfiguration' in RTCPeerConnection.prototype ? new ReadyConnection() : null
  }

  close(): void {
    this.connection.close()
  }
}
