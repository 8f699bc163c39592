import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StartKeyServiceOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** The name of the key. Default `visitkit`. */
  readonly keyName?: string
  /** Default: a new random one. */
  readonly token?: string
}

export interface SimulatedKeyService {
  readonly url: string
  readonly keyName: string
  readonly token: string
  /** What was asked for, without keys: `decrypt`, `encrypt`, `rewrap`, `read`. */
  readonly asked: readonly string[]
  /** Adds a version, which encrypts from now on. */
  rotate(): void
  /** Answers every request with this status; null: as usual. `silent` accepts requests and never answers. */
  failWith(fault: number | 'silent' | null): void
  /** A new token; the former one is refused. */
  replaceToken(token: string): void
  stop(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>

/**
 * A key service without hardware: the transit engine of Vault as far as the server uses it (encrypt, decrypt, rewrap and read of one
 * AES-256-GCM key with versions and associated data). Keys are in memory. For the demonstration and for tests.
 */
export const startKeyService = async (options: StartKeyServiceOptions): Promise<SimulatedKeyService> => {
  const keyName = options.keyName ?? 'visitkit'
  let token = options.token ?? `hvs.${randomBytes(18).toString('base64url')}`
  let fault: number | 'silent' | null = null
  const versions: Buffer[] = [randomBytes(32)]
  const asked: string[] = []

  const encrypt = (plain: Buffer, associated: Buffer): string => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', versions.at(-1) as Buffer, nonce).setAAD(associated)
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    return `vault:v${versions.length}:${body.toString('base64')}`
  }
  const decrypt = (ciphertext: string, associated: Buffer): Buffer | null => {
    const [, version, text] = ciphertext.match(/^vault:v(\d+):(.+)$/) ?? []
    const key = versions[Number(version) - 1]
    if (key === undefined || text === undefined) return null
    const body = Buffer.from(text, 'base64')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12)).setAAD(associated)
      decipher.setAuthTag(body.subarray(-16))
      return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()])
    } catch {
      return null
    }
  }
  const bytesOf = (fields: Fields, name: string): Buffer => {
    const value = fields[name]
    return Buffer.from(typeof value === 'string' ? value : '', 'base64')
  }

  const respond = (method: string, path: string, fields: Fields): { status: number; body: object } => {
    const data = (value: object): { status: number; body: object } => ({ status: 200, body: { data: value } })
    const refused = (message: string): { status: number; body: object } => ({
      status: 400,
      body: { errors: [message] },
    })
    const associated = bytesOf(fields, 'associated_data')
    switch (`${method} ${path}`) {
      case `GET /v1/transit/keys/${keyName}`:
        asked.push('read')
        return data({ name: keyName, type: 'aes256-gcm96', latest_version: versions.length, min_decryption_version: 1 })
      case `POST /v1/transit/encrypt/${keyName}`:
        asked.push('encrypt')
        return data({ ciphertext: encrypt(bytesOf(fields, 'plaintext'), associated), key_version: versions.length })
      case `POST /v1/transit/decrypt/${keyName}`: {
        asked.push('decrypt')
        const plain = decrypt(String(fields['ciphertext']), associated)
        return plain === null ? refused('invalid ciphertext') : data({ plaintext: plain.toString('base64') })
      }
      case `POST /v1/transit/rewrap/${keyName}`: {
        asked.push('rewrap')
        const plain = decrypt(String(fields['ciphertext']), associated)
        return plain === null ? refused('invalid ciphertext') : data({ ciphertext: encrypt(plain, associated) })
      }
      default:
        return { status: 404, body: { errors: [] } }
    }
  }

  const isGranted = (given: unknown): boolean => {
    const [expected, found] = [Buffer.from(token), Buffer.from(typeof given === 'string' ? given : '')]
    return expected.length === found.length && timingSafeEqual(expected, found)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8')
    if (fault === 'silent') return
    const { status, body } =
      fault !== null
        ? { status: fault, body: { errors: ['Vault is sealed'] } }
        : isGranted(request.headers['x-vault-token'])
          ? respond(request.method ?? '', request.url ?? '', JSON.parse(text || '{}') as Fields)
          : { status: 403, body: { errors: ['permission denied'] } }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keyName,
    get token() {
      return token
    },
    asked,
    rotate: () => void versions.push(randomBytes(32)),
    failWith: (next) => void (fault = next),
    replaceToken: (next) => void (token = next),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
