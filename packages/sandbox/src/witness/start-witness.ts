import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

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
  /** Where it keeps its key and what it has stored. Default: in memory, until it stops. */
  readonly folder?: string
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

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT'

const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })

/** The key of the witness in its folder, created at the first start. The public key is next to it, in `public-key.pem`. */
export const witnessKeyIn = async (folder: string): Promise<KeyObject> => {
  const file = join(folder, 'private-key.pem')
  const stored = await readIfThere(file)
  if (stored !== null) return createPrivateKey(stored)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return privateKey
}

/**
 * A witness of audit ledgers: stores each checkpoint that follows from the one before it, countersigns it, and refuses any other. One log
 * for each key. `POST /checkpoints/{keyId}`, and `GET /checkpoints/{keyId}/latest`.
 */
export const startWitness = async ({ port, token, folder }: StartWitnessOptions): Promise<SimulatedWitness> => {
  const ownKey = folder === undefined ? generateKeyPairSync('ed25519').privateKey : await witnessKeyIn(folder)
  const logFile = folder === undefined ? null : join(folder, 'log.ndjson')
  let privateKey = ownKey
  let fault: number | null = null
  const logs = new Map<string, Witnessed[]>()
  const remember = (witnessed: Witnessed): void => {
    const { keyId } = witnessed.checkpoint
    logs.set(keyId, [...(logs.get(keyId) ?? []), witnessed])
  }
  for (const line of ((logFile && (await readIfThere(logFile))) ?? '').split('\n').filter(Boolean))
    remember(JSON.parse(line) as Witnessed)
  let written = Promise.resolve()

  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const countersign = (checkpoint: Checkpoint): Witnessed => ({
    checkpoint,
    countersignature: sign(null, Buffer.from(`visitkit audit witness v1\n${checkpoint.hash}`), privateKey).toString(
      'base64',
    ),
  })
  const add = async (response: ServerResponse, keyId: string, checkpoint: Checkpoint): Promise<void> => {
    const log = logs.get(keyId) ?? []
    const same = log[checkpoint.number - 1]
    if (same !== undefined && same.checkpoint.hash === checkpoint.hash) return answer(response, 200, same)
    const follows =
      checkpoint.number === log.length + 1 && checkpoint.previous === (log.at(-1)?.checkpoint.hash ?? noCheckpoint)
    if (!follows || checkpoint.keyId !== keyId) return answer(response, 409, log.at(-1) ?? {})
    const witnessed = countersign(checkpoint)
    if (logFile) await appendFile(logFile, `${JSON.stringify(witnessed)}\n`, { flush: true })
    remember(witnessed)
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
    // One after the other: each follows from what is stored.
    const checkpoint = JSON.parse(Buffer.concat(chunks).toString()) as Checkpoint
    const added = written.then(() => add(response, keyId, checkpoint))
    written = added.catch(() => undefined)
    await added
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => answer(response, 400, {}))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey: createPublicKey(ownKey).export({ type: 'spki', format: 'pem' }),
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
