import type { ConsentDocument, DecideConsent } from '@visitkit/sdk'

/**
 * An answer as it is sent: on which text, in whose words it stood there, and what of it had been seen.
 * @param signature as it was typed; null for a no, which nobody has to sign.
 */
export const decisionBody = (
  { id, version, language, contentHash }: ConsentDocument,
  signature: string | null,
  sectionsSeen: readonly string[],
  zone: string,
): DecideConsent => ({
  documentId: id,
  version,
  language,
  contentHash,
  decision: signature === null ? 'declined' : 'granted',
  sectionsSeen: [...sectionsSeen],
  zone,
  ...(signature !== null && { signature: { kind: 'typed', name: signature.trim() } }),
})
