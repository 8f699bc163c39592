import { Problem } from './problem.ts'

/** Null for a patient whose record was erased: a list leaves the entry out instead of refusing every other one. */
export const unlessErased = async <T>(reading: Promise<T>): Promise<T | null> => {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Problem && error.code === 'record_erased') return null
    throw error
  }
}
