import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

const maxBytes = 0xffffffff
/** Names are in UTF-8 (APPNOTE.TXT, 4.4.4, bit 11). */
const utf8 = 0x0800
const deflated = 8
const stored = 0

/** Years before 1980 do not exist in a zip file. */
const dosTime = (at: Date): { readonly time: number; readonly date: number } => ({
  time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  date: ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
})

/**
 * A zip file (PKWARE APPNOTE.TXT 6.3) without extensions: entries are compressed with deflate, or stored if that is smaller. At most 4 GB
 * and 65,535 entries. The same entries and time give the same bytes.
 */
export const writeZip = (entries: readonly ZipEntry[], modifiedAt: Date): Uint8Array => {
  if (entries.length > 0xffff) throw new Error('A zip file without extensions has at most 65,535 entries.')
  const { time, date } = dosTime(modifiedAt)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    if (name.startsWith('/') || name.split('/').includes('..'))
      throw new Error('An entry of a zip file stays within its folder.')
    const packed = deflateRawSync(bytes)
    const isSmaller = packed.length < bytes.length
    const content = isSmaller ? packed : Buffer.from(bytes)
    const encoded = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(utf8, 2)
    common.writeUInt16LE(isSmaller ? deflated : stored, 4)
    common.writeUInt16LE(time, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(encoded.length, 22)
    const header = Buffer.alloc(4)
    header.writeUInt32LE(0x04034b50, 0)
    const local = Buffer.concat([header, common, encoded, content])
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, encoded)
    parts.push(local)
    offset += local.length
    if (offset > maxBytes) throw new Error('A zip file without extensions has at most 4 GB.')
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, listed, end]))
}
