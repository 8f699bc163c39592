import type { NetworkMeasurement } from '@visitkit/sdk'

export type ServerKind = 'stun' | 'relayUdp' | 'relayTcp' | 'relayTls'
type ServerReach = NetworkMeasurement[ServerKind]

export interface Reach {
  readonly kind: ServerKind
  readonly reach: ServerReach
  readonly codes: readonly number[]
  /** This server alone, for the test that follows. */
  readonly server: RTCIceServer
}

/** STUN codes with which a relay refuses a name or password (RFC 8489, section 14.8; RFC 8656, section 19). */
const refusals: ReadonlySet<number> = new Set([401, 403, 438, 441])

const kindOf = (url: string): ServerKind => {
  if (/^stuns?:/i.test(url)) return 'stun'
  if (/^turns:/i.test(url)) return 'relayTls'
  return /[?&]transport=tcp/i.test(url) ? 'relayTcp' : 'relayUdp'
}

/** Not every browser of the floor has `candidate.type`. */
const typeOf = ({ candidate }: RTCIceCandidate): string | undefined => / typ (\w+)/.exec(candidate)?.[1]

/**
 * Asks one server for an address, with a connection of its own, so that every browser says which server and which transport it is. The
 * addresses are looked at here and dropped. Never rejects.
 */
export const reachServer = (url: string, credentials: Omit<RTCIceServer, 'urls'>, ms: number): Promise<Reach> => {
  const kind = kindOf(url)
  const server: RTCIceServer = { urls: [url], ...credentials }
  const codes = new Set<number>()
  return new Promise((resolve) => {
    let connection: RTCPeerConnection | null = null
    const finish = (reach: ServerReach): void => {
      clearTimeout(timer)
      connection?.close()
      resolve({ kind, reach, codes: [...codes], server })
    }
    const isRefused = (): boolean => [...codes].some((code) => refusals.has(code))
    const timer = setTimeout(() => finish(isRefused() ? 'refused' : 'no-answer'), ms)
    try {
      connection = new RTCPeerConnection({
        iceServers: [server],
        iceTransportPolicy: kind === 'stun' ? 'all' : 'relay',
      })
      const saysErrors = 'onicecandidateerror' in connection
      connection.onicecandidate = ({ candidate }) => {
        if (candidate && typeOf(candidate) === (kind === 'stun' ? 'srflx' : 'relay')) return finish('reached')
        // An empty candidate ends those of one component.
        if (candidate !== null) return
        // A browser without address translation sees its own address again, and drops it: that nothing failed is the answer.
        const isSameAddress = kind === 'stun' && codes.size === 0 && saysErrors
        finish(isSameAddress ? 'reached' : isRefused() ? 'refused' : 'no-answer')
      }
      // Another network of the same computer may still reach it: only the end decides.
      connection.onicecandidateerror = ({ errorCode }) => void codes.add(errorCode)
      connection.createDataChannel('reach')
      connection.setLocalDescription().catch(() => finish('no-answer'))
    } catch {
      finish('no-answer')
    }
  })
}
