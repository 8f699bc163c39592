import { createHash, createPublicKey, sign } from 'node:crypto'
import { loadOrCreateSigningKey } from './signing-key.ts'

export interface DeploymentSigner {
  sign(bytes: Uint8Array): Promise<{
    readonly signature: Uint8Array
    readonly keyId: string
    /** The raw 32 bytes. */
    readonly publicKey: Uint8Array
  }>
  isTrusted(publicKey: Uint8Array): Promise<boolean>
}

/** Signs consents and notes with the deployment's audit key (Ed25519). Anyone who can verify the ledger can verify them. */
export const deploymentSigner = async (keyFolder: string): Promise<DeploymentSigner> => {
  const key = await loadOrCreateSigningKey(keyFolder)
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const publicKey = Buffer.from(x, 'base64url')
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
  return {
    sign: async (bytes) => ({ signature: sign(null, bytes, key), keyId, publicKey }),
    isTrusted: async (other) => Buffer.compare(other, publicKey) === 0,
  }
}
