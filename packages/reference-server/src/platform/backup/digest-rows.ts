import { createHash } from 'node:crypto'
import type { TableDigest } from './backup-content.ts'

const modulus = 1n << 256n

/**
 * The digest of a table's rows in any order: engines sort texts differently. The sum of the SHA-256 of each row, modulo 2^256. It finds
 * what a database stored otherwise; against forgery, the file is authenticated as a whole.
 */
export class RowsDigest {
  #sum = 0n
  #rows = 0

  add(line: string): void {
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % modulus
    this.#rows += 1
  }

  end(): TableDigest {
    return { rows: this.#rows, digest: this.#sum.toString(16).padStart(64, '0') }
  }
}
