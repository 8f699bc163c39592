import { move } from 'piscina'
import { writeZip, type ZipEntry } from './write-zip.ts'

/** Runs on a thread. The bytes are moved to the caller, not copied. */
export const zipFiles = ({
  entries,
  modifiedAt,
}: {
  readonly entries: readonly ZipEntry[]
  readonly modifiedAt: Date
}): unknown => move(writeZip(entries, modifiedAt))
