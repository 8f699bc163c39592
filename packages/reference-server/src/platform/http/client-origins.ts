import { randomBytes } from 'node:crypto'
import { writeOriginDetails } from '../audit/client-address.ts'
import type { Session } from '../identity/session.ts'

/** The token and the network address that a request came with, as the ledger refers to it. */
export interface ClientOrigin {
  /** Random, unique within the session. A row refers to its origin by it. */
  readonly id: string
  /** The id of the token, and the sealed address. */
  readonly details: string
  /** A durable row has the details: later rows have the id alone. */
  isRecorded: boolean
}

export type SealAddress = (session: Session, address: string) => Promise<Uint8Array>

export interface ClientOrigins {
  /** Usually known already; then nothing is awaited. Sealed once for each token and address. */
  find(session: Session, tokenId: string, address: string): ClientOrigin | Promise<ClientOrigin>
}

interface KnownOrigin {
  readonly address: string
  readonly origin: ClientOrigin
}

/** Of random bytes: two of a session are equal in one of 10^10 cases. */
const idLength = 6

/**
 * The origins of the tokens that are in use, the latest address of each. A token that is used from two addresses in turn has a new origin at
 * each change. One that was forgotten gets a new id and its details again, which costs a few bytes and says the same.
 */
export const createClientOrigins = (seal: SealAddress, limit = 100_000): ClientOrigins => {
  const known = new Map<string, KnownOrigin>()
  const create = async (session: Session, tokenId: string, address: string): Promise<ClientOrigin> => {
    const details = writeOriginDetails({ tokenId, sealedAddress: await seal(session, address) })
    const origin = { id: randomBytes(idLength).toString('base64url').slice(0, idLength), details, isRecorded: false }
    const [oldest] = known.size >= limit ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    known.set(tokenId, { address, origin })
    return origin
  }
  return {
    find: (session, tokenId, address) => {
      const found = known.get(tokenId)
      return found?.address === address ? found.origin : create(session, tokenId, address)
    },
  }
}
