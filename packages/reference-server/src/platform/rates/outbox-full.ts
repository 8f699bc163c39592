import { Problem } from '../problems/problem.ts'

/** Too much of an organization waits to be delivered. Not the fault of the person who is refused, so 503. */
export const outboxFull = (seconds: number): Problem =>
  new Problem(503, 'overloaded', 'Your organization has sent too much at once. Try again shortly.', {
    headers: { 'retry-after': String(seconds) },
  })
