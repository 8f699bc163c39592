import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The members of a checkpoint that a witness reads. It stores all of it, and knows nothing else of the ledger. */
interface Checkpoint {
  readonly number: number
  readonly previous: string
  readonly hash: string
  readonly keyId: string
}
interface Witnessed {
  readonly checkpoint: Checkpoint
  /** Ed25519, base64, over `visitkit audit witness v1\n` and the hash of the checkpoint. */
  readonly countersignature: string
}

export interface StartWitnessOptions {
  /** 0 picks a free port. */
  readonly port: number
  readonly token: string
}

export interface SimulatedWitness {
  readonly url: string
  /** PEM. */
  readonly publicKey: string
  /** What it has, in order. */
  readonly stored: readonly Checkpoint[]
  /** Answers every request with this status; null: as usual. */
  failWith(status: number | null): void
  /** From now on it signs with another key than the one that it shows. */
  signWrongly(): void
  stop(): Promise<void>
}

const noCheckpoint = '0'.repeat(64)

/**
 * A witness of audit ledgers: stores each checkpoint that follows from the one before it, countersigns it, and refuses any other. One log
 * for each key. `POST /checkpoints/{keyId}`, and `GET /checkpoints/{keyId}/latest`. In memory.
 */
export const startWitness = async ({ port, token }: StartWitnessOptions): Promise<SimulatedWitness> => {
  const keys = generateKeyPairSync('ed25519')
  let privateKey = keys.privateKey
  let fault: number | null = null
  const logs = new Map<string, Witnessed[]>()

  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const countersign = (checkpoint: Checkpoint): Witnessed => ({
    checkpoint,
    countersignature: sign(null, Buffer.from(`visitkit audit witness v1\n${checkpoint.hash}`), privateKey).toString(
      'base64',
    ),
  })
  const add = (response: ServerResponse, keyId: string, checkpoint: Checkpoint): void => {
    const log = logs.get(keyId) ?? []
    const same = log[checkpoint.number - 1]
    if (same !== undefined && same.checkpoint.hash === checkpoint.hash) return answer(response, 200, same)
    const follows =
      checkpoint.number === log.length + 1 && checkpoint.previous === (log.at(-1)?.checkpoint.hash ?? noCheckpoint)
    if (!follows || checkpoint.keyId !== keyId) return answer(response, 409, log.at(-1) ?? {})
    const witnessed = countersign(checkpoint)
    logs.set(keyId, [...log, witnessed])
    answer(response, 201, witnessed)
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, root, keyId = '', latest] = (request.url ?? '').split('/')
    if (fault !== null) return answer(response, fault, {})
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401, {})
    if (root !== 'checkpoints' || keyId === '') return answer(response, 404, {})
    if (request.method === 'GET' && latest === 'latest') {
      const last = logs.get(keyId)?.at(-1)
      return last === undefined ? answer(response, 404, {}) : answer(response, 200, last)
    }
    if (request.method !== 'POST') return answer(response, 405, {})
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    add(response, keyId, JSON.parse(Buffer.concat(chunks).toString()) as Checkpoint)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => answer(response, 400, {}))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }),
    get stored() {
      return [...logs.values()].flat().map(({ checkpoint }) => checkpoint)
    },
    failWith: (status) => {
      fault = status
    },
    signWrongly: () => {
      privateKey = generateKeyPairSync('ed25519').privateKey
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
