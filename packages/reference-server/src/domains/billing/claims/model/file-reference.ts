/** A submission of a claim, as partners name it in responses about its file. */
export interface Submission {
  readonly claimNumber: string
  /** ISA13 and GS06 of the file. */
  readonly controlNumber: number
}

/**
 * BHT03 of a claim's file, which the 277CA repeats. It differs for each submission, so that a late response to the first is not mistaken
 * for one to the second.
 */
export const fileReference = ({ claimNumber, controlNumber }: Submission): string => `${claimNumber}-${controlNumber}`

/** Null if the reference is not ours, such as that of a clearinghouse which has put claims into a batch of its own. */
export const readFileReference = (reference: string | null): Submission | null => {
  const [, claimNumber, control] = /^(C[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4})-(\d{1,9})$/.exec(reference ?? '') ?? []
  return claimNumber === undefined ? null : { claimNumber, controlNumber: Number(control) }
}
