import { createHash } from 'node:crypto'
import type { ReportedDocument } from '../report.ts'
import { repetitionsOf, valueIn, type Segment } from './segment.ts'

/**
 * The bytes of an ED value (HL7 v2.5.1, 2.A.24): source, type, subtype, encoding, data. Null if it has none. Data that is not of its encoding
 * is returned as it was written.
 */
export const encapsulatedData = (observation: Segment): Buffer | null => {
  const [value] = repetitionsOf(observation, 5)
  const written = valueIn(value, 5)
  if (written.trim() === '') return null
  const compact = written.replaceAll(/\s/g, '')
  switch (valueIn(value, 4).toLowerCase()) {
    case 'base64':
      return /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : Buffer.from(written)
    case 'hex':
      return /^(?:[0-9A-Fa-f]{2})+$/.test(compact) ? Buffer.from(compact, 'hex') : Buffer.from(written)
    default:
      return Buffer.from(written)
  }
}

/** What the bytes are themselves. The type that a message names is not relied on: a reader opens the file by it. */
export const kindOf = (bytes: Buffer): ReportedDocument['kind'] => {
  const start = bytes.toString('latin1', 0, 8)
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('\u0089PNG\r\n')) return 'png'
  return start.startsWith('\u00ff\u00d8\u00ff') ? 'jpeg' : 'other'
}

export const documentOf = (observation: Segment, segment: number): ReportedDocument | null => {
  const bytes = encapsulatedData(observation)
  return (
    bytes && {
      segment,
      kind: kindOf(bytes),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  )
}
