import type { Context } from 'koa'
import type { PlainRoute } from './create-app.ts'

const respond = (context: Context, status: number, body: object): void => {
  context.status = status
  context.set('content-type', 'application/json')
  context.body = JSON.stringify(body)
}

/** Bounds how often probes query the database. Milliseconds. */
const cacheFor = 1_000
const respondWithin = 2_000

const withTimeout = (work: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), respondWithin)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * `/health/live`: the process responds; restart it if it does not. `/health/ready`: it can serve; send no requests while it cannot.
 * `ledger` is in the answer only when the audit ledger does not match its checkpoint file or its witness: patients are still served, and an
 * operator has to look.
 */
export const health = (
  ready: () => Promise<unknown>,
  ledgerFault: () => string | null = () => null,
): { plain: Record<string, PlainRoute>; stopping(): void } => {
  let isStopping = false
  let asked: { at: number; isReady: Promise<boolean> } | null = null
  const isReady = (): Promise<boolean> => {
    const now = performance.now()
    if (asked === null || now - asked.at > cacheFor) {
      asked = {
        at: now,
        isReady: withTimeout(ready()).then(
          () => true,
          () => false,
        ),
      }
    }
    return asked.isReady
  }
  return {
    plain: {
      '/health/live': (context) => respond(context, 200, { status: 'live' }),
      '/health/ready': async (context) => {
        if (isStopping) return respond(context, 503, { status: 'stopping' })
        return (await isReady())
          ? respond(context, 200, { status: 'ready', ...(ledgerFault() !== null && { ledger: ledgerFault() }) })
          : respond(context, 503, { status: 'unavailable' })
      },
    },
    stopping: () => {
      isStopping = true
    },
  }
}
