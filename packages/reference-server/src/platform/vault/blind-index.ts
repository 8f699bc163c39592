import { createHmac, type KeyObject } from 'node:crypto'

/** The form that is compared in a search: the value without case, accents and spaces. Punctuation stays: it distinguishes addresses. */
export const normalizeForIndex = (value: string): string =>
  value
    .normalize('NFKD')
    .replaceAll(/[\p{Mark}\p{White_Space}]+/gu, '')
    .toLowerCase()

/**
 * HMAC-SHA256 under the organization's index key. Equal values have equal hashes within one organization and index, so the hash finds a
 * record and, without the key, reveals only equality. `index` prevents comparisons between columns.
 */
export const hashForIndex = (key: KeyObject, index: string, value: string): Buffer =>
  createHmac('sha256', key).update(index).update('\0').update(normalizeForIndex(value)).digest()
