import type { Socket } from 'node:net'
import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { createFrameReader, frame, trailerMs } from './frames.ts'
import { defaultLimits } from './mllp-limits.ts'

/** The address of a partner. With `tls` the connection is encrypted and the partner's certificate has to be valid for `host`. */
export interface MllpAddress {
  readonly host: string
  readonly port: number
  readonly tls?: {
    /** PEM of the certificate authorities of the partner; default: the public ones. */
    readonly authorities?: string
    /** PEM, for a partner that requires client certificates. */
    readonly certificate?: string
    readonly key?: string
  }
}

/**
 * Sends one message over a new connection and resolves with the first response that `isAnswer` accepts: the partner may still be sending
 * responses to others. An error of `isAnswer` counts as an invalid response. Throws PartnerUnavailable if the connection fails, ends, or
 * has an invalid response, and if `signal` aborts.
 */
export const sendOverMllp = (
  outgoing: Pick<Outgoing, 'connect'>,
  address: MllpAddress,
  message: Uint8Array,
  isAnswer: (response: Uint8Array) => boolean,
  signal: AbortSignal,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new PartnerUnavailable('timeout'))
    const socket = open(outgoing, address)
    const frames = createFrameReader(defaultLimits.maxBytes)
    let ending: NodeJS.Timeout | undefined
    const end = (settle: () => void): void => {
      clearTimeout(ending)
      signal.removeEventListener('abort', abort)
      socket.destroy()
      settle()
    }
    const fail = (code: string, cause?: unknown): void => end(() => reject(new PartnerUnavailable(code, { cause })))
    const abort = (): void => fail('timeout')
    signal.addEventListener('abort', abort)
    socket.once(address.tls === undefined ? 'connect' : 'secureConnect', () => socket.write(frame(message)))
    const receive = (read: () => readonly Uint8Array[]): void => {
      try {
        const response = read().find(isAnswer)
        if (response !== undefined) end(() => resolve(response))
      } catch (error) {
        fail('nonsense', error)
      }
    }
    socket.on('data', (chunk: Buffer) => {
      clearTimeout(ending)
      receive(() => frames.push(chunk))
      if (frames.isEnding) ending = setTimeout(() => receive(() => frames.finish()), trailerMs)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code?.toLowerCase() ?? 'connection', error))
    socket.once('close', () => fail('closed'))
  })

const open = (outgoing: Pick<Outgoing, 'connect'>, { host, port, tls }: MllpAddress): Socket => {
  if (tls === undefined) return outgoing.connect({ host, port })
  const { authorities: ca, certificate: cert, key } = tls
  return outgoing.connect({
    host,
    port,
    tls: {
      minVersion: 'TLSv1.2',
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
    },
  })
}
