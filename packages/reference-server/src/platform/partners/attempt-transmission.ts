import { systemRequestContext } from '../system/system-request-context.ts'
import { faultOf } from '../database/errors/fault-of.ts'
import { isTransient } from '../database/errors/is-transient.ts'
import type { Change } from '../contracts/change.ts'
import type { RequestContext } from '../contracts/context.ts'
import type { Database } from '../contracts/database.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import type { Vault } from '../contracts/vault.ts'
import { disclosureRows } from './disclosure-rows.ts'
import { nextAttempt } from './next-attempt.ts'
import type { PermittedTransmission, permitTransmission } from './permit-transmission.ts'
import { PartnerUnavailable } from './partner-unavailable.ts'
import type { BoundTransmissionHandler, Transmission, TransmissionOutcome } from './transmission.ts'
import type { ClaimedRow, HandedTransmission, TransmissionStore } from './transmission-store.ts'
import { endTransmission, type TransmissionEnd } from './transmission-write.ts'

export interface AttemptDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly schema: string
  readonly store: TransmissionStore
  readonly timeoutMs: number
  readonly permit: ReturnType<typeof permitTransmission>
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal
}

/** When it is due again; or that it is over; or that more must be read: it held up another one, or another process has it. */
export type AttemptEnd = Date | 'over' | 'look'

/** After this many responses that could not be stored, it becomes a dead letter: the fault is on this side, and an operator must act. */
const maxSettleFailures = 5

/** Another process has taken over the claim, and will handle the outcome. */
class ClaimLost extends Error {}

/** One attempt at one claimed transmission, from decrypting it to storing the outcome. Throws only if nothing could be stored. */
export const attemptTransmission =
  ({ database, vault, unitOfWork, schema, store, timeoutMs, permit, stopping }: AttemptDeps) =>
  async (
    handler: BoundTransmissionHandler,
    organizationId: string,
    claimed: ClaimedRow | HandedTransmission,
    clock: () => Date,
  ): Promise<AttemptEnd> => {
    const db = database.reader({ domain: schema, organizationId })
    const situationAt = (now: Date): RequestContext => ({
      ...systemRequestContext(`${schema}.transmit-${handler.kind}`, organizationId, now, claimed.id),
      vault,
    })
    const postpone = async (dueAt: Date, fault: string | null, settleFailed: boolean): Promise<AttemptEnd> => {
      await store.postpone(db, claimed, { dueAt, fault, settleFailed })
      return dueAt
    }
    const retry = (error: unknown, settleFailed = false): Promise<AttemptEnd> => {
      const now = clock()
      const unavailable = error instanceof PartnerUnavailable ? error : null
      const { attempt, expires_at: expiresAt } = claimed
      const dueAt = nextAttempt({
        attempt,
        now,
        expiresAt,
        retryAfterMs: unavailable?.retryAfterMs,
        chance: Math.random(),
      })
      return postpone(dueAt, unavailable?.code ?? faultOf(error), settleFailed)
    }
    let wasNeverSent = false
    const end = async (
      context: RequestContext,
      transmission: Omit<Transmission, 'payload'>,
      how: Omit<TransmissionEnd, 'now'>,
      outcome: TransmissionOutcome<unknown> | null,
      conclude: (isRepeated: boolean) => Promise<Change<void>>,
      consentId: string | null = null,
    ): Promise<AttemptEnd> => {
      const audited = how.state === 'answered' ? 'done' : 'failed'
      const disclosed =
        !wasNeverSent &&
        (outcome === null || !('response' in outcome) || (handler.disclosed?.(outcome.response as never) ?? true))
      const request = {
        domain: schema,
        context,
        idempotency: null,
        audit: () => disclosureRows(context, transmission, handler.audit, audited, disclosed, consentId),
      }
      let isFollowed = false
      await unitOfWork.keep<void>(request, async (isRepeated) => {
        if (isRepeated && !(await store.isClaimed(db, claimed))) throw new ClaimLost()
        const change = await conclude(isRepeated)
        return {
          ...change,
          writes: [endTransmission(schema, claimed, { ...how, now: context.now }), ...(change.writes ?? [])],
          committed: ([followed = false, ...returned]) => {
            isFollowed = followed
            change.committed?.(returned)
          },
        }
      })
      return isFollowed ? 'look' : 'over'
    }
    const park = (transmission: Omit<Transmission, 'payload'>, fault: string): Promise<AttemptEnd> =>
      end(situationAt(clock()), transmission, { state: 'parked', fault }, null, async () => ({ answer: undefined }))

    const decrypt = ({ sealed, id: rowId, patient_id: patientId }: ClaimedRow, { access }: RequestContext) =>
      vault.open(db, access, { organizationId, table: `${schema}.transmissions`, rowId, patientId }, sealed)

    const about: Omit<Transmission, 'payload'> = {
      id: claimed.id,
      organizationId,
      kind: claimed.kind,
      subjectId: claimed.subject_id,
      patientId: claimed.patient_id,
      visitId: claimed.visit_id,
      attempt: claimed.attempt,
      createdAt: claimed.created_at,
      ...('known' in claimed && { known: claimed.known }),
    }
    const begun = situationAt(clock())
    let payload: unknown
    try {
      payload = 'sealed' in claimed ? await decrypt(claimed, begun) : claimed.payload
    } catch (error) {
      return isTransient(error) ? retry(error) : unlessLost(park(about, `sealed: ${faultOf(error)}`))
    }

    let permitted: PermittedTransmission
    try {
      permitted = await permit(handler, organizationId, { ...about, payload }, begun.now)
    } catch (error) {
      return retry(error)
    }
    const consentId = permitted.outcome === 'permitted' ? (permitted.statement?.consentId ?? null) : null
    // An earlier attempt may have arrived.
    if (permitted.outcome === 'refused') wasNeverSent = claimed.attempt === 1
    let outcome: TransmissionOutcome<unknown>
    if (begun.now >= claimed.expires_at) outcome = { expired: true, lastFault: claimed.last_fault ?? 'never-sent' }
    else if (permitted.outcome === 'refused') outcome = { expired: true, lastFault: permitted.code }
    else {
      const sent = { ...about, payload: permitted.payload }
      try {
        outcome = {
          response: await withinTime((signal) => handler.send(sent, signal), timeoutMs, stopping),
        }
      } catch (error) {
        // Not the partner's fault, so without a delay: the next process sends it at once.
        return stopping.aborted ? postpone(clock(), null, false) : retry(error)
      }
    }

    const how =
      'response' in outcome
        ? ({ state: 'answered', fault: null } as const)
        : ({ state: 'expired', fault: null } as const)
    const concluding: RequestContext = { ...situationAt(clock()), access: begun.access }
    try {
      return await end(
        concluding,
        about,
        how,
        outcome,
        (isRepeated) =>
          // The binder pairs each response with the handler that returned it.
          handler.conclude({ ...concluding, db }, { ...about, payload }, outcome as TransmissionOutcome<never>, {
            isRepeated,
          }),
        consentId,
      )
    } catch (error) {
      if (error instanceof ClaimLost) return 'look'
      if (isTransient(error)) return retry(error)
      if (claimed.settle_failures + 1 < maxSettleFailures) return retry(error, true)
      return unlessLost(park(about, `settle: ${faultOf(error)}`))
    }
  }

const unlessLost = (ending: Promise<AttemptEnd>): Promise<AttemptEnd> =>
  ending.catch((error: unknown) => {
    if (!(error instanceof ClaimLost)) throw error
    return 'look'
  })

/** A handler that ignores its signal does not keep its slot: its remaining work is not awaited, and a late response is ignored. */
const withinTime = async <A>(
  send: (signal: AbortSignal) => Promise<A>,
  timeoutMs: number,
  stopping: AbortSignal,
): Promise<A> => {
  const timedOut = new AbortController()
  const timer = setTimeout(() => timedOut.abort(new PartnerUnavailable('timeout')), timeoutMs)
  const signal = AbortSignal.any([timedOut.signal, stopping])
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (): void => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  ended.catch(() => undefined)
  try {
    return await Promise.race([send(signal), ended])
  } catch (error) {
    // The reason of the abort says more than the error of the library.
    throw timedOut.signal.aborted ? timedOut.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
