import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../platform/audit/canonical-json.ts'
import type { ConsentSection } from '../model/consent-pack.ts'

/** SHA-256 (hex) of title and sections as canonical JSON (RFC 8785). A page computes the same hash of what it shows. */
export const contentHash = (title: string, sections: readonly ConsentSection[]): string => {
  const shown = sections.map(({ id, heading, text, mandatory }) => ({ id, heading, text, mandatory }))
  return createHash('sha256')
    .update(canonicalJson({ title, sections: shown }))
    .digest('hex')
}
