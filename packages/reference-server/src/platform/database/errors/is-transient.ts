import { Problem } from '../../problems/problem.ts'

/** Whether the database was unavailable or too busy. The error does not depend on the data, so a retry may succeed. */
export const isTransient = (error: unknown): boolean => error instanceof Problem && error.status === 503
