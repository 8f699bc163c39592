import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The private key: decrypts backups. Not needed on the server; keep it where the master keys are kept. */
export const backupKeyName = 'backup-key.pem'
/** The public key: the server encrypts with it. */
export const backupPublicKeyName = 'backup-key.pub.pem'

/** Identifies a key pair by its public key. */
export const backupKeyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(
      createPublicKey(key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' })).export({
        format: 'der',
        type: 'spki',
      }),
    )
    .digest('hex')
    .slice(0, 16)

/** Creates the deployment's pair of backup keys (X25519) in a folder. Never replaces one: its backups would be lost. */
export const createBackupKey = async (
  folder: string,
  names: { readonly secret: string; readonly public: string } = { secret: backupKeyName, public: backupPublicKeyName },
): Promise<{ readonly secret: string; readonly public: string }> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const paths = { secret: join(folder, names.secret), public: join(folder, names.public) }
  await write(paths.secret, privateKey.export({ format: 'pem', type: 'pkcs8' }), 0o600)
  await write(paths.public, publicKey.export({ format: 'pem', type: 'spki' }), 0o644)
  return paths
}

export const loadBackupPublicKey = (path: string): Promise<KeyObject> =>
  load(path, createPublicKey, 'Create the pair: visitkit-server backup key.')

export const loadBackupPrivateKey = (path: string): Promise<KeyObject> =>
  load(
    path,
    createPrivateKey,
    `Give --key the private key of the pair that the backup was made with (${backupKeyName}).`,
  )

const load = async (path: string, parse: (pem: string) => KeyObject, remedy: string): Promise<KeyObject> => {
  try {
    const key = parse(await readFile(path, 'utf8'))
    if (key.asymmetricKeyType === 'x25519') return key
  } catch {
    // The message of a parser may quote the file.
  }
  throw new Error(`${path} holds no backup key. ${remedy}`)
}

const write = async (path: string, pem: string | Buffer, mode: number): Promise<void> => {
  const file = await open(path, 'wx', mode).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new Error(`${path} exists already. It is never replaced: its backups would be lost.`)
      : error
  })
  try {
    await file.writeFile(pem)
    await file.sync()
  } finally {
    await file.close()
  }
}
