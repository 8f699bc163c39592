/** Enough to share one transaction, few enough that transactions waiting for the same rows are hardly delayed. */
const mostFiles = 30
const mostBytes = 256 * 1024

export interface Batched {
  readonly id: string
  readonly attempts: number
  readonly bytes: number
}

/**
 * Files that are processed together, in their order. A large file is processed alone, and so is one that failed before, because it would
 * roll back the rest of the batch.
 */
export const batchesOf = (files: readonly Batched[]): readonly (readonly string[])[] => {
  const batches: string[][] = []
  let bytes = 0
  for (const file of files) {
    const batch = batches.at(-1)
    bytes += file.bytes
    if (batch && file.attempts === 0 && batch.length < mostFiles && bytes <= mostBytes) batch.push(file.id)
    else {
      batches.push([file.id])
      bytes = file.attempts === 0 ? file.bytes : Number.POSITIVE_INFINITY
    }
  }
  return batches
}
