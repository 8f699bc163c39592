import { createHmac, type KeyObject } from 'node:crypto'

/** What counts as the same when searching: the value without case, accents and spaces. Punctuation stays: it tells addresses apart. */
export const normalizeForIndex = (value: string): string =>
  value
    .normalize('NFKD')
    .replaceAll(/[\p{Mark}\p{White_Space}]+/gu, '')
    .toLowerCase()

/**
 * HMAC-SHA256 under the organization's index key. Equal values give equal hashes within one organization and index, so the
 * hash finds a record and, without the key, tells nothing but equality. `index` keeps two columns from being compared.
 */
export const hashForIndex = (key: KeyObject, index: string, value: string): Buffer =>
  createHmac('sha256', key).update(index).update('\0').update(normalizeForIndex(value)).digest()
