/** What may be stored of a failure: its kind and code, e.g. `DatabaseError 23505`. Messages quote what they choke on. */
export const faultOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  const name = error instanceof Error ? error.name : typeof error
  return typeof code === 'string' ? `${name} ${code.slice(0, 40)}` : name
}
