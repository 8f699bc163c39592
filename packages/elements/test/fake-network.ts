/** What a pretended network does with packets. */
export interface FakeNetwork {
  /** What becomes of a request to this STUN or TURN server. */
  readonly reach: (url: string) => 'reached' | 'refused' | 'silent'
  /** Of a thousand packets of a picture. */
  readonly lostPermille?: number
  readonly jitterMs?: number
  readonly roundTripMs?: number
  readonly kilobitsPerSecond?: number
}

type Offer = RTCSessionDescription & { readonly owner: FakeConnection }
type Channel = { -readonly [Key in 'onopen' | 'onmessage' | 'onbufferedamountlow']: RTCDataChannel[Key] } & {
  readonly readyState: 'open'
  readonly bufferedAmount: number
  send(data: Uint8Array): void
}

let network: FakeNetwork = { reach: () => 'silent' }

/** Delivers messages one after another, at the speed of the network. */
const channelTo = (receiver: () => Channel | null): Channel => {
  let freeAt = performance.now()
  return {
    onopen: null,
    onmessage: null,
    onbufferedamountlow: null,
    readyState: 'open',
    bufferedAmount: 0,
    send: (data) => {
      const now = performance.now()
      freeAt = Math.max(freeAt, now) + (data.byteLength * 8) / (network.kilobitsPerSecond ?? 10_000)
      const deliver = (): void => receiver()?.onmessage?.call(null as never, { data: data.buffer } as MessageEvent)
      setTimeout(deliver, freeAt - now)
    },
  }
}

/** As much of a connection as the check uses. */
class FakeConnection {
  onicecandidate: ((event: { candidate: { candidate: string } | null }) => void) | null = null
  onicecandidateerror: ((event: { errorCode: number }) => void) | null = null
  ondatachannel: ((event: { channel: Channel }) => void) | null = null
  localDescription: Offer | null = null
  readonly #urls: readonly string[]
  readonly #began = performance.now()
  #channel: Channel | null = null
  #remote: Channel | null = null

  constructor({ iceServers = [] }: RTCConfiguration = {}) {
    this.#urls = iceServers.flatMap(({ urls }) => urls)
  }

  createDataChannel(): Channel {
    this.#channel = channelTo(() => this.#remote)
    return this.#channel
  }

  addTrack(): void {}
  /** The check looks whether the browser has it. */
  addTransceiver(): void {}
  addIceCandidate = (): Promise<void> => Promise.resolve()
  close(): void {}

  setLocalDescription(): Promise<void> {
    this.localDescription = { type: 'offer', sdp: '', owner: this } as unknown as Offer
    setTimeout(() => this.#gather())
    return Promise.resolve()
  }

  setRemoteDescription({ owner }: Offer): Promise<void> {
    if (!this.#channel) return Promise.resolve()
    this.#remote = channelTo(() => null)
    owner.ondatachannel?.({ channel: this.#remote })
    this.#channel.onopen?.call(null as never, new Event('open'))
    return Promise.resolve()
  }

  getStats(): Promise<ReadonlyMap<string, object>> {
    const packets = Math.round((performance.now() - this.#began) / 10)
    const { lostPermille = 0, jitterMs = 4, roundTripMs = 40 } = network
    const packetsLost = Math.round((packets * lostPermille) / 1000)
    const picture = {
      type: 'inbound-rtp',
      packetsReceived: packets - packetsLost,
      packetsLost,
      jitter: jitterMs / 1000,
    }
    const pair = {
      ...{ type: 'candidate-pair', nominated: true, state: 'succeeded' },
      currentRoundTripTime: roundTripMs / 1000,
    }
    return Promise.resolve(new Map<string, object>(Object.entries({ picture, pair })))
  }

  #gather(): void {
    for (const url of this.#urls) {
      const reach = network.reach(url)
      const type = url.startsWith('stun') ? 'srflx' : 'relay'
      if (reach === 'reached')
        this.onicecandidate?.({ candidate: { candidate: `candidate:1 1 udp 1 x 1 typ ${type}` } })
      else this.onicecandidateerror?.({ errorCode: reach === 'refused' ? 401 : 701 })
    }
    this.onicecandidate?.({ candidate: null })
  }
}

/** Every connection goes over this network until the returned function is called. */
export const fakeNetwork = (pretended: FakeNetwork): (() => void) => {
  network = pretended
  const real = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = FakeConnection as unknown as typeof RTCPeerConnection
  return () => {
    globalThis.RTCPeerConnection = real
  }
}

/** Servers of every kind, for the sample of the clinic's server. */
export const sampleServers = [
  { urls: ['stun:stun.example:3478'] },
  {
    urls: [
      'turn:relay.example:3478?transport=udp',
      'turn:relay.example:3478?transport=tcp',
      'turns:relay.example:5349?transport=tcp',
    ],
    username: 'sample',
    credential: 'sample',
  },
]
