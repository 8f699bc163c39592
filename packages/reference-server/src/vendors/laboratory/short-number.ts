import { createHash } from 'node:crypto'

/** Without letters that are read as digits over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A number for partners whose fields are shorter than our ids (MSH-10 holds 20 characters, ORC-2 22): always the same for the same id.
 * Five bits a character; 12 characters make a collision within an organization a matter of hundreds of millions of orders.
 */
export const shortNumber = (id: string, length: number): string =>
  [...createHash('sha256').update(id).digest().subarray(0, length)].map((byte) => alphabet[byte & 31]).join('')
