/** Two connections of this page to each other. */
export interface Loopback {
  readonly from: RTCPeerConnection
  readonly to: RTCPeerConnection
  /** From one to the other, in order and complete. */
  readonly channel: RTCDataChannel
  /** Where it arrives. */
  readonly received: RTCDataChannel
  close(): void
}

const passCandidates = (from: RTCPeerConnection, to: RTCPeerConnection, described: Promise<unknown>): void => {
  from.onicecandidate = ({ candidate }) => {
    // A candidate that is refused, or late, does not affect the others.
    if (candidate) void described.then(() => to.addIceCandidate(candidate)).catch(() => undefined)
  }
}

/** Connects this page with itself. Null when no packet passes in time. */
export const openLoopback = async (
  configuration: RTCConfiguration,
  track: MediaStreamTrack,
  ms: number,
): Promise<Loopback | null> => {
  const from = new RTCPeerConnection(configuration)
  const to = new RTCPeerConnection(configuration)
  const close = (): void => {
    from.close()
    to.close()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    from.addTrack(track)
    const channel = from.createDataChannel('test')
    channel.binaryType = 'arraybuffer'
    const opened = new Promise<void>((resolve) => {
      channel.onopen = () => resolve()
    })
    const arrived = new Promise<RTCDataChannel>((resolve) => {
      to.ondatachannel = (event) => resolve(event.channel)
    })
    const offered = from.setLocalDescription().then(() => to.setRemoteDescription(localOf(from)))
    const answered = offered.then(() => to.setLocalDescription()).then(() => from.setRemoteDescription(localOf(to)))
    passCandidates(from, to, offered)
    passCandidates(to, from, answered)
    const timeout = new Promise<null>((resolve) => (timer = setTimeout(resolve, ms, null)))
    const received = await Promise.race([Promise.all([arrived, opened, answered]).then(([first]) => first), timeout])
    if (received) return { from, to, channel, received, close }
  } catch {
    // The browser refuses to connect: nothing passes.
  } finally {
    clearTimeout(timer)
  }
  close()
  return null
}

const localOf = ({ localDescription }: RTCPeerConnection): RTCSessionDescription => {
  if (!localDescription) throw new Error('the connection was closed')
  return localDescription
}
