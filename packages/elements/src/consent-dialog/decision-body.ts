import type { ConsentDocument, DecideConsent } from '@visitkit/sdk'

/**
 * The request body of a decision: the text, its language and hash, and the sections that were shown.
 * @param appointmentId - The visit for which the person decides.
 * @param signature - The typed name; null for a refusal, which needs no signature.
 */
export const decisionBody = (
  { id, version, language, contentHash }: ConsentDocument,
  signature: string | null,
  sectionsSeen: readonly string[],
  zone: string,
  appointmentId: string | undefined,
): DecideConsent => ({
  documentId: id,
  version,
  language,
  contentHash,
  decision: signature === null ? 'declined' : 'granted',
  sectionsSeen: [...sectionsSeen],
  zone,
  ...(appointmentId && { appointmentId }),
  ...(signature !== null && { signature: { kind: 'typed', name: signature.trim() } }),
})
