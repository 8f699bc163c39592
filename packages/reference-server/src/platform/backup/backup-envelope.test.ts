import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { backupKeyId } from './backup-key.ts'
import { BackupDamaged, decryptBackup, encryptBackup, WrongBackupKey } from './backup-envelope.ts'

const part = 65_536
const sealedPart = part + 16
const pair = generateKeyPairSync('x25519')

const collect = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const bytes of stream) all.push(bytes)
  return Buffer.concat(all)
}
/** In pieces of another length than the parts of the file. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}
const encrypted = (plain: Buffer): Promise<Buffer> => collect(encryptBackup(pair.publicKey, inPieces(plain)))
const decrypted = (file: Buffer, key = pair.privateKey): Promise<Buffer> => collect(decryptBackup(key, inPieces(file)))
const textOf = (length: number): Buffer => Buffer.alloc(length, 'Jane Roe-Fictional. ')

describe('the envelope of a backup', () => {
  it.each([0, 1, part - 1, part, part + 1, 3 * part])('gives back %i bytes', async (length) => {
    const plain = textOf(length)
    const file = await encrypted(plain)
    expect((await decrypted(file)).equals(plain)).toBe(true)
    // Three letters are in 200 KB of random bytes by chance once in a hundred times.
    expect(file.includes('Roe-Fictional')).toBe(false)
  })

  it('has another key for each file', async () => {
    const [one, other] = [await encrypted(textOf(100)), await encrypted(textOf(100))]
    expect(one.subarray(-116).equals(other.subarray(-116))).toBe(false)
  })

  it('opens with no other key, and says which one it was made for', async () => {
    const { privateKey } = generateKeyPairSync('x25519')
    const refusal = await decrypted(await encrypted(textOf(100)), privateKey).catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(WrongBackupKey)
    expect((refusal as Error).message).toContain(backupKeyId(pair.publicKey))
    expect(backupKeyId(pair.privateKey)).toBe(backupKeyId(pair.publicKey))
  })

  it('is refused when its end is missing, wherever it was cut', async () => {
    const file = await encrypted(textOf(3 * part))
    const head = file.length - 3 * sealedPart
    for (const length of [0, 20, head, head + 5, head + sealedPart, head + 2 * sealedPart, file.length - 1])
      await expect(decrypted(file.subarray(0, length)), `${length} bytes`).rejects.toBeInstanceOf(BackupDamaged)
    await expect(decrypted(file.subarray(0, head + sealedPart))).rejects.toThrow('its end is missing')
  })

  it('is refused when a byte is changed, parts are exchanged, repeated or added', async () => {
    const file = await encrypted(textOf(3 * part))
    const head = file.length - 3 * sealedPart
    for (const at of [0, 25, head - 10, head, head + sealedPart + 7, file.length - 1]) {
      const changed = Buffer.from(file)
      changed[at]! ^= 1
      await expect(decrypted(changed), `byte ${at}`).rejects.toThrow()
    }
    const spaced = Buffer.concat([file.subarray(0, head - 2), Buffer.from(' '), file.subarray(head - 2)])
    await expect(decrypted(spaced), 'a header that says the same').rejects.toBeInstanceOf(BackupDamaged)
    const parts = [0, 1, 2].map((index) => file.subarray(head + index * sealedPart, head + (index + 1) * sealedPart))
    const withParts = (...order: number[]): Buffer =>
      Buffer.concat([file.subarray(0, head), ...order.map((index) => parts[index]!)])
    expect((await decrypted(withParts(0, 1, 2))).length).toBe(3 * part)
    for (const order of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 2],
      [0, 1, 2, 2],
      [0, 1],
    ])
      await expect(decrypted(withParts(...order)), String(order)).rejects.toBeInstanceOf(BackupDamaged)
  })

  it('is refused when it is another file', async () => {
    await expect(decrypted(Buffer.from('{"anything":1}\n'))).rejects.toThrow('no backup of this server')
    await expect(decrypted(textOf(5_000))).rejects.toThrow('no backup of this server')
  })

  it('opens with a key that was written to a file and read', async () => {
    const file = await encrypted(textOf(10))
    const stored = createPrivateKey(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }))
    expect((await decrypted(file, stored)).length).toBe(10)
    expect(createPublicKey(stored).asymmetricKeyType).toBe('x25519')
  })
})
