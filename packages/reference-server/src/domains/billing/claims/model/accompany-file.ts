import type { PartTwoStatement } from '../../../../platform/contracts/part-two.ts'
import { accompanyClaimFile } from '../../../../vendors/clearinghouse/accompany-claim-file.ts'

/** The payload of a claim with the notice of 42 CFR 2.32 and the scope of the consent. Null if they do not fit. */
export const accompanyFile = (payload: unknown, statement: PartTwoStatement): unknown => {
  const claim = payload as { readonly file: string }
  const file = accompanyClaimFile(claim.file, statement)
  return file === null ? null : { ...claim, file }
}
