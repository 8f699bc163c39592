import { createHash } from 'node:crypto'

/** The number under which the marks of a consumer are stored: the first 32 bits of the SHA-256 of its name, signed. */
export const consumerMark = (consumer: string): number => {
  let mark = known.get(consumer)
  if (mark === undefined) {
    mark = createHash('sha256').update(consumer).digest().readInt32BE(0)
    known.set(consumer, mark)
  }
  return mark
}
const known = new Map<string, number>()
