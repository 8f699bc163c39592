import { Problem } from '../problems/problem.ts'

export const tooManyRequests = (seconds: number): Problem =>
  new Problem(429, 'too_many_requests', `Too many requests of this kind. Try again in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  })
