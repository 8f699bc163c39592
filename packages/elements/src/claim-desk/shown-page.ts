/** The rows of a list so far, and the cursor of those after them: null if there are no more. */
export interface ShownPage<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
}

/** What the server sends. */
export const toPage = <Row>({
  items,
  nextCursor,
}: {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
}): ShownPage<Row> => ({ items, next: nextCursor })

export const withMore = <Row>(shown: ShownPage<Row>, { items, next }: ShownPage<Row>): ShownPage<Row> => ({
  items: [...shown.items, ...items],
  next,
})
