import { verify, type KeyObject } from 'node:crypto'
import type { Outgoing } from '../egress/outgoing.ts'
import type { Checkpoint } from './checkpoint.ts'

/** A checkpoint with the proof that a witness has it. */
export interface Witnessed {
  readonly checkpoint: Checkpoint
  readonly countersignature: string
}

/**
 * Another party that stores checkpoints and countersigns them, so that no one who owns this deployment can replace the ledger and its
 * checkpoints together.
 */
export interface Witness {
  /** `differs`: the witness has another checkpoint with this number, or more than this ledger. Throws WitnessUnavailable. */
  post(checkpoint: Checkpoint): Promise<'stored' | 'differs'>
  /** The newest checkpoint that it has of this key. Throws WitnessUnavailable. */
  latest(keyId: string): Promise<Checkpoint | null>
}

export class WitnessUnavailable extends Error {
  /** `http-503`, `no-connection`, `countersignature-invalid`, `answer-unreadable`. */
  readonly code: string
  constructor(code: string, cause?: unknown) {
    super(
      `The witness of the audit ledger cannot be used (${code}). Check VISITKIT_WITNESS_URL, _KEY and _TOKEN_FILE.`,
      {
        cause,
      },
    )
    this.name = 'WitnessUnavailable'
    this.code = code
  }
}

export interface WitnessOptions {
  readonly url: string
  /** Of the witness, apart from the keys of this deployment. */
  readonly publicKey: KeyObject
  /** Read at each use, so that it can be replaced. */
  readonly token: () => Promise<string>
  readonly outgoing: Pick<Outgoing, 'fetch'>
}

const context = 'visitkit audit witness v1\n'
/** Milliseconds. */
const within = 5_000

export const isCountersigned = ({ checkpoint, countersignature }: Witnessed, publicKey: KeyObject): boolean =>
  verify(null, Buffer.from(context + checkpoint.hash), publicKey, Buffer.from(countersignature, 'base64'))

/** Throws unless it is a checkpoint with the countersignature of this key. */
export const readWitnessed = (value: unknown, publicKey: KeyObject): Checkpoint => {
  const { checkpoint, countersignature } = (value ?? {}) as Partial<Witnessed>
  if (
    typeof checkpoint?.hash !== 'string' ||
    typeof checkpoint.number !== 'number' ||
    typeof countersignature !== 'string'
  )
    throw new WitnessUnavailable('answer-unreadable')
  if (!isCountersigned({ checkpoint, countersignature }, publicKey))
    throw new WitnessUnavailable('countersignature-invalid')
  return checkpoint
}

export const createWitness = ({ url, publicKey, token, outgoing }: WitnessOptions): Witness => {
  const ask = async (path: string, checkpoint?: Checkpoint): Promise<{ status: number; body: unknown }> => {
    try {
      const response = await outgoing.fetch(`${url}/checkpoints/${path}`, {
        method: checkpoint === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        ...(checkpoint !== undefined && { body: JSON.stringify(checkpoint) }),
        signal: AbortSignal.timeout(within),
      })
      return { status: response.status, body: await response.json().catch(() => null) }
    } catch (cause) {
      throw new WitnessUnavailable('no-connection', cause)
    }
  }
  return {
    post: async (checkpoint) => {
      const { status, body } = await ask(checkpoint.keyId, checkpoint)
      if (status === 409) return 'differs'
      if (status !== 200 && status !== 201) throw new WitnessUnavailable(`http-${status}`)
      const stored = readWitnessed(body, publicKey)
      if (stored.hash !== checkpoint.hash) throw new WitnessUnavailable('answer-unreadable')
      return 'stored'
    },
    latest: async (keyId) => {
      const { status, body } = await ask(`${keyId}/latest`)
      if (status === 404) return null
      if (status !== 200) throw new WitnessUnavailable(`http-${status}`)
      return readWitnessed(body, publicKey)
    },
  }
}
