/** The part of an error that may be stored: its class and code, e.g. `DatabaseError 23505`. Messages quote values. */
export const faultOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  const name = error instanceof Error ? error.name : typeof error
  return typeof code === 'string' ? `${name} ${code.slice(0, 40)}` : name
}
