/**
 * Ends parts one after the other. One that fails leaves none of the others open, such as a file when the database is gone; the first error
 * is thrown when all have ended.
 */
export const endAll = async (ends: readonly (() => unknown)[]): Promise<void> => {
  const errors: unknown[] = []
  for (const end of ends)
    try {
      await end()
    } catch (error) {
      errors.push(error)
    }
  if (errors.length > 0) throw errors[0]
}
