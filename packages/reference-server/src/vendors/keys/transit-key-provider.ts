import { readFile } from 'node:fs/promises'
import { databaseLost } from '../../platform/database/errors/database-error.ts'
import { EgressRefused } from '../../platform/egress/egress-refused.ts'
import type { Outgoing } from '../../platform/egress/outgoing.ts'
import type { KeyProvider } from '../../platform/vault/key-provider.ts'

/** The key service does not unwrap a key that it wrapped: another key, another place, or changed. */
export class KeyRefused extends Error {
  constructor(status: number) {
    super(`The key service refused with status ${status}. Check the name of its key and the rights of the token.`)
    this.name = 'KeyRefused'
  }
}

export interface TransitOptions {
  /** Without `/v1`. */
  readonly url: string
  /** The name of the key in the transit engine. */
  readonly keyName: string
  /** The file with the token. Read at each use, so that an agent can replace it. */
  readonly tokenFile: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  /** Unwraps what was wrapped before the key service: `keys rotate` moves those keys to it. */
  readonly former: KeyProvider | null
  /** Milliseconds. */
  readonly timeout?: number
}

const defaultTimeout = 5_000

/**
 * Master keys in a key service with the HTTP interface of Vault's transit engine. They never leave it: it wraps and unwraps organization
 * keys, once for each organization and process. Their place is associated data, so that a wrapped key that was moved is refused.
 */
export const createTransitKeyProvider = async (options: TransitOptions): Promise<KeyProvider> => {
  const { url, keyName, tokenFile, outgoing, former, timeout = defaultTimeout } = options
  const named = (version: number): string => `transit:${keyName}:v${version}`

  const request = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const token = (await readFile(tokenFile, 'utf8')).trim()
    let response: Response
    try {
      response = await outgoing.fetch(`${url}/v1/transit/${path}/${encodeURIComponent(keyName)}`, {
        method,
        headers: { 'x-vault-token': token, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      })
    } catch (error) {
      if (error instanceof EgressRefused) throw error
      throw databaseLost('key service')
    }
    // 429: too many requests. 5xx: sealed, standby or broken. Both pass.
    if (response.status === 429 || response.status >= 500) throw databaseLost('key service')
    if (!response.ok) throw new KeyRefused(response.status)
    return ((await response.json()) as { data: T }).data
  }
  const readVersion = async (): Promise<number> =>
    (await request<{ latest_version: number }>('GET', 'keys')).latest_version

  let current = await readVersion()
  return {
    get currentMasterKey() {
      return named(current)
    },
    wrap: async (key, context) => {
      const { ciphertext } = await request<{ ciphertext: string }>('POST', 'encrypt', {
        plaintext: Buffer.from(key).toString('base64'),
        associated_data: Buffer.from(context).toString('base64'),
      })
      current = versionOf(ciphertext)
      return { masterKey: named(current), wrapped: Buffer.from(ciphertext) }
    },
    unwrap: async ({ masterKey, wrapped }, context) => {
      if (!masterKey.startsWith('transit:') && former !== null) return former.unwrap({ masterKey, wrapped }, context)
      const { plaintext } = await request<{ plaintext: string }>('POST', 'decrypt', {
        ciphertext: Buffer.from(wrapped).toString(),
        associated_data: Buffer.from(context).toString('base64'),
      })
      return Buffer.from(plaintext, 'base64')
    },
    ping: async () => {
      current = await readVersion()
    },
  }
}

/** `vault:v2:…` */
const versionOf = (ciphertext: string): number => {
  const [, version] = ciphertext.match(/^vault:v(\d+):/) ?? []
  if (version === undefined) throw new Error('The key service answered with something else than a wrapped key.')
  return Number(version)
}
