import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import type { JWK } from 'jose'

/** Ed25519 keys for access tokens. The first key of the file signs; the others verify tokens from before a rotation. */
export interface SigningKeys {
  readonly keyId: string
  readonly privateKey: KeyObject
  readonly verifying: ReadonlyMap<string, KeyObject>
}

const fromJwks = async (jwks: readonly JWK[]): Promise<SigningKeys> => {
  const verifying = new Map<string, KeyObject>()
  let first: { keyId: string; privateKey: KeyObject } | null = null
  for (const jwk of jwks) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519')
      throw new Error('Token keys must be Ed25519 (kty "OKP", crv "Ed25519").')
    const keyId = await calculateJwkThumbprint(jwk)
    verifying.set(keyId, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' }, format: 'jwk' }))
    if (first !== null) continue
    if (jwk.d === undefined) throw new Error('The first token key must hold its private part (d).')
    first = {
      keyId,
      privateKey: createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '', d: jwk.d }, format: 'jwk' }),
    }
  }
  if (first === null) throw new Error('There is no token key.')
  return { ...first, verifying }
}

export const generateSigningKeys = (): Promise<SigningKeys> =>
  fromJwks([generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK])

/**
 * Reads a JWK Set (RFC 7517). With `mayCreate`, a missing file is created, readable only by its owner. Otherwise it is an error, because
 * processes with different keys do not accept each other's tokens.
 */
export const loadSigningKeys = async (file: string, mayCreate: boolean): Promise<SigningKeys> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (!mayCreate || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    text = `${JSON.stringify({ keys: [key] }, null, 2)}\n`
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    // `wx`: if two processes start together, the second reads the file that the first wrote.
    const written = await writeFile(file, text, { mode: 0o600, flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (!written) text = await readFile(file, 'utf8')
  }
  const { keys } = JSON.parse(text) as { keys?: JWK[] }
  return fromJwks(keys ?? [])
}
