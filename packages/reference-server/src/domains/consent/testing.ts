import { generateKeyPairSync, sign } from 'node:crypto'
import type { TestPlatform } from '../../platform/http/testing.ts'
import { createConsentDomain, loadConsentPack, type ConsentPorts } from './index.ts'

/** A key of the test's own, as a key service would hold it. */
export const testSigner = (): ConsentPorts['signer'] & { readonly publicKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    publicKey: raw.toString('base64url'),
    sign: async (bytes) => ({ signature: sign(null, bytes, privateKey), keyId: 'test-key', publicKey: raw }),
  }
}

const pack = await loadConsentPack()

export const consentFor = (platform: TestPlatform, directory: ConsentPorts['directory'], signer = testSigner()) =>
  createConsentDomain({ database: platform.database, ports: { directory, signer }, pack })
