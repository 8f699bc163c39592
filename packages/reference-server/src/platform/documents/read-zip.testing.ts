import { crc32, inflateRawSync } from 'node:zlib'

/** The entries of a zip file by name, read by its central directory as a program that unpacks it does. Checks each checksum. */
export const readZip = (zip: Uint8Array): ReadonlyMap<string, Buffer> => {
  const file = Buffer.from(zip)
  const end = file.length - 22
  if (file.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of a central directory')
  const count = file.readUInt16LE(end + 10)
  const entries = new Map<string, Buffer>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a central directory')
    const method = file.readUInt16LE(at + 10)
    const sum = file.readUInt32LE(at + 16)
    const packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const content = file.subarray(start, start + packed)
    const bytes = method === 8 ? inflateRawSync(content) : content
    if (crc32(bytes) !== sum) throw new Error(`${name} is damaged`)
    entries.set(name, bytes)
    at += 46 + nameLength
  }
  return entries
}
