import { createHash } from 'node:crypto'

/** Without letters that are easily mistaken for digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A number for partners whose fields are shorter than a UUID (MSH-10 has 20 characters, ORC-2 22), derived from the id. Five bits per
 * character: with 12 characters, a collision within an organization takes hundreds of millions of orders.
 */
export const shortNumber = (id: string, length: number): string =>
  [...createHash('sha256').update(id).digest().subarray(0, length)].map((byte) => alphabet[byte & 31]).join('')
