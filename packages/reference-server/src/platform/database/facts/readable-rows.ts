/** By SQL type: what the driver returns for a value that is stored. Other types may return another value. */
const readers: Readonly<Record<string, (value: never) => unknown>> = {
  uuid: (value: string) => value.toLowerCase(),
  'uuid[]': (value: readonly string[]) => value.map((each) => each.toLowerCase()),
  text: (value: string) => value,
  'text[]': (value: readonly string[]) => [...value],
  integer: (value: number) => value,
  smallint: (value: number) => value,
  boolean: (value: boolean) => value,
  timestamptz: (value: Date) => new Date(value),
  /** A text is sent as it is, an object as its JSON. */
  jsonb: (value: unknown) => JSON.parse(typeof value === 'string' ? value : JSON.stringify(value)) as unknown,
}

/** Makes a row from a fact as it would be read after it was stored. */
export const readableRows = <Fact>(
  table: string,
  columns: { readonly [P in keyof Fact & string]: readonly [column: string, type: string] },
): ((fact: Fact) => Record<string, unknown>) => {
  const all = Object.entries<readonly [string, string]>(columns).map(([property, [column, type]]) => {
    const read = readers[type]
    if (read === undefined)
      throw new Error(`${table}.${column}: a ${type} that is read may differ from the one stored.`)
    return { property: property as keyof Fact, column, read }
  })
  return (fact) =>
    Object.fromEntries(
      all.map(({ property, column, read }) => [column, fact[property] == null ? null : read(fact[property] as never)]),
    )
}
