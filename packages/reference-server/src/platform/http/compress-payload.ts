import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Exchange } from './exchange.ts'
import { readTogetherId } from './steps/read-together.ts'

const compress = promisify(gzip)

/** Below it, the headers of a packet weigh as much. */
const leastBytes = 1_024

/** `gzip` or `*` without the weight 0 (RFC 9110, section 12.5.3). */
const accepts = (header: string | undefined): boolean =>
  header !== undefined &&
  header.split(',').some((each) => {
    const [coding = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return (coding === 'gzip' || coding === '*') && !parameters.some((part) => /^q=0(\.0*)?$/.test(part))
  })

/**
 * Only JSON that GETs return, also several in one response. The length of compressed text shows whether two parts of it are alike, so an answer must not hold a secret
 * next to something that another party chose (BREACH). Every secret of the contract (token, ticket, code, webhook secret) is in the answer
 * to a POST, which a test checks; documents and images are compressed already.
 */
export const mayCompress = ({ route }: Pick<Exchange, 'route'>): boolean =>
  (route.declaration.method === 'get' || route.id === readTogetherId) &&
  route.declaration.contentType === 'application/json'

/** The payload under gzip if the client accepts it and it is worth it; else null. The work is done off the thread of the requests. */
export const compressPayload = async (exchange: Exchange, payload: string | Uint8Array): Promise<Buffer | null> => {
  if (payload.length < leastBytes || !mayCompress(exchange)) return null
  if (!accepts(exchange.header('accept-encoding'))) return null
  return compress(payload, { level: constants.Z_BEST_SPEED })
}
