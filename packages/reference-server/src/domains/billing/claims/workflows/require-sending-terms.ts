import type { SendingTerms } from './send-claim.ts'

/** Every claim is made from the billing settings, which hold the last control number. */
export const requireSendingTerms = ({
  lastControlNumber,
  ...terms
}: Omit<SendingTerms, 'lastControlNumber'> & { readonly lastControlNumber: number | null }): SendingTerms => {
  if (lastControlNumber === null) throw new Error('An organization without billing settings sends no claims.')
  return { ...terms, lastControlNumber }
}
