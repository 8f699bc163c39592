import { DatabaseError } from './database-error.ts'

/** Whether a row violates a unique constraint. A row with the same id does not count. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505' && error.constraint?.endsWith('_pkey') !== true
