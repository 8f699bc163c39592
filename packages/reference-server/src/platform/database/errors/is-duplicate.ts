import { DatabaseError } from './database-error.ts'

/** Whether a row was refused because another has the same value where only one may; a row with the same id is another matter. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505' && error.constraint?.endsWith('_pkey') !== true
