import { randomFillSync } from 'node:crypto'

const random = Buffer.allocUnsafe(4_096)
let used = random.length

/** The next `count` random bytes. The operating system provides them in larger blocks. */
const randomAt = (count: number): number => {
  if (used + count > random.length) {
    randomFillSync(random)
    used = 0
  }
  used += count
  return used - count
}

let lastMillisecond = 0
let counter = 0

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a 12-bit counter (section 6.2, method 1), then 62 random bits. Ids
 * of one process sort in the order of creation, even if the clock steps back.
 */
export const newId = (now: number = Date.now()): string => {
  const at = randomAt(10)
  if (now > lastMillisecond) {
    lastMillisecond = now
    // The top bit is clear at first, so that at least 2,048 ids fit into a millisecond.
    counter = random.readUInt16BE(at) & 0x7ff
  } else if (counter < 0xfff) {
    counter += 1
  } else {
    lastMillisecond += 1
    counter = random.readUInt16BE(at) & 0x7ff
  }
  const time = hex(lastMillisecond, 12)
  const variant = hex((random.readUInt16BE(at + 2) & 0x3fff) | 0x8000, 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}-${random.toString('hex', at + 4, at + 10)}`
}

/** Not after any id of this time (milliseconds since 1970) or later. */
export const firstIdAt = (time: number): string => {
  const at = hex(time, 12)
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000000`
}

/** Before all ids. */
export const firstId = '00000000-0000-0000-0000-000000000000'

/** No id of a moment is before this one. */
export const firstIdOf = (moment: Date): string => {
  const time = hex(moment.getTime(), 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
