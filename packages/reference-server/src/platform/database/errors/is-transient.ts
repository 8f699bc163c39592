import { Problem } from '../../problems/problem.ts'

/** Whether our own records were away or too busy: it says nothing about what was being kept, and the same again may well succeed. */
export const isTransient = (error: unknown): boolean => error instanceof Problem && error.status === 503
