import { Problem } from '../problems/problem.ts'

/** Without a durable audit row, no response is sent (ASVS 16.5.3). */
export const auditUnavailable = (cause: unknown): Problem =>
  cause instanceof Problem && cause.code === 'audit_unavailable'
    ? cause
    : new Problem(
        503,
        'audit_unavailable',
        'The access could not be recorded, so nothing was shown or changed. Try again shortly.',
        {
          headers: { 'retry-after': '2' },
          cause,
        },
      )
