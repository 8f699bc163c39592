/** Runs `work` for every item, at most `many` at a time. Returns settled results in the order of the items. */
export const mapConcurrently = async <I, R>(
  items: readonly I[],
  many: number,
  work: (item: I) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> => {
  const settled: PromiseSettledResult<R>[] = []
  const left = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of left)
      settled[index] = await work(item).then(
        (value) => ({ status: 'fulfilled', value }) as const,
        (reason: unknown) => ({ status: 'rejected', reason }) as const,
      )
  }
  await Promise.all(Array.from({ length: Math.min(many, items.length) }, worker))
  return settled
}
