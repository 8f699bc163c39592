import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { link, mkdir, open, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const privateName = 'audit-signing-key.pem'
/** The public key, for anyone who verifies: auditors, the organization's own archive. */
export const publicKeyName = 'audit-signing-key.pub.pem'

/** The Ed25519 key that signs checkpoints. Created on the first start with mode 0600, with its public key in a file next to it. */
export const loadOrCreateSigningKey = async (folder: string): Promise<KeyObject> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, privateName)
  const pem = (await readIfExists(path)) ?? (await make(path))
  const key = createPrivateKey(pem)
  await writeFile(join(folder, publicKeyName), createPublicKey(key).export({ type: 'spki', format: 'pem' }))
  return key
}

const readIfExists = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** If several processes start at once, the first to link its file wins. */
const make = async (path: string): Promise<string> => {
  const written = `${path}.${randomUUID()}`
  const file = await open(written, 'wx', 0o600)
  await file.writeFile(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await file.sync()
  await file.close()
  await link(written, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(written)
  return readFile(path, 'utf8')
}
