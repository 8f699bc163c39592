import { newId } from '../database/ids/new-id.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { accessOf, callerOf, type Exchange, type HandlerResult } from './exchange.ts'
import { notFound, Problem, type ProblemCode } from '../problems/problem.ts'
import { firstRoleOf } from '../identity/first-role-of.ts'
import { noTreatmentRelationship } from '../care/problems.ts'
import { glassNotBroken, purposeNotPermitted } from './purpose-not-permitted.ts'
import { recordedQuery } from './recorded-query.ts'
import { purposeOfUse } from './purpose-of-use.ts'
import { isInEmergency, isOnBehalf, type InEmergency, type OnBehalf } from '../care/relationship.ts'

/** Handler and contract disagree about whose information was shown. The response is withheld until the code is fixed. */
const incomplete = (reason: string): Problem =>
  new Problem(
    500,
    'audit_incomplete',
    'The response was not sent because its access could not be recorded completely. No data was disclosed.',
    { reason },
  )

/** The colleague on whose behalf the caller acted: in this work, or else for this patient. */
const onBehalfIn = ({ access }: Exchange, patientId: string | null): OnBehalf | null => {
  if (access === null) return null
  const relationship = patientId === null ? undefined : access.relationships.get(patientId)
  return access.onBehalf ?? (relationship !== undefined && isOnBehalf(relationship) ? relationship : null)
}

/** The chart of this patient is open only because of an emergency. */
const emergencyIn = ({ access }: Exchange, patientId: string | null): InEmergency | null => {
  const relationship = patientId === null ? undefined : access?.relationships.get(patientId)
  return isInEmergency(relationship) ? relationship : null
}

const consentsOf = ({ access }: Exchange): string | null =>
  access === null || access.consents.size === 0 ? null : [...access.consents].join(' ')

const row = (
  exchange: Exchange,
  patientId: string | null,
  outcome: AccessRow['outcome'],
  refusal: ProblemCode | null,
  isFirst = true,
): AccessRow => {
  const caller = callerOf(exchange)
  const { declaration, id, objectParameter } = exchange.route
  const { origin } = exchange
  const onBehalf = outcome === 'done' ? onBehalfIn(exchange, patientId) : null
  const emergency = outcome === 'done' ? emergencyIn(exchange, patientId) : null
  const reason =
    emergency === null
      ? (exchange.access?.reason ?? declaration.audit.reason)
      : (`emergency-${emergency.reason}` as const)
  return {
    id: newId(),
    organizationId: caller.organizationId,
    at: exchange.now,
    requestId: exchange.requestId,
    operation: id,
    action: declaration.audit.action,
    entity: declaration.audit.entity,
    entityId: objectParameter === null ? null : (exchange.pathParameters[objectParameter] ?? null),
    patientId,
    outcome,
    refusal,
    because: onBehalf?.basis ?? reason,
    actorKind: caller.kind,
    actorId: caller.personId,
    actorRole: exchange.actorRole || firstRoleOf(caller),
    sessionId: caller.sessionId,
    clientId: caller.clientId,
    purpose: emergency === null ? (exchange.purpose ?? purposeOfUse(caller, exchange.actorRole)) : 'BTG',
    onBehalfOf: onBehalf?.onBehalfOf ?? null,
    origin: origin?.id ?? null,
    originDetails: isFirst && origin !== null && !origin.isRecorded ? origin.details : null,
    consents: outcome === 'done' ? consentsOf(exchange) : null,
    query: isFirst && declaration.audit.action === 'search' ? recordedQuery(exchange) : null,
  }
}

/**
 * An emergency access opens only what serves that purpose (`BTG` in the policy). One that ended while the request ran gives nothing away: not
 * a long export, nor a request that waited. Who states that they break the glass needs an open emergency access for each patient; at another
 * reach than `assigned` `authorize-permission` has refused it.
 */
const requireExplained = ({ access, clock, purpose, servesEmergencies }: Exchange): void => {
  if (access === null) return
  const isStated = purpose === 'BTG' && access.reach === 'assigned'
  let isExplained = !isStated || access.relationships.size > 0
  for (const relationship of access.relationships.values()) {
    if (!isInEmergency(relationship)) {
      isExplained &&= !isStated
      continue
    }
    if (!servesEmergencies) throw purposeNotPermitted()
    if (relationship.until <= clock()) throw noTreatmentRelationship([])
  }
  if (!isExplained) throw glassNotBroken()
}

/** The patients whose information the response shows. If it has no JSON body, the patients whom the handler touched. */
const patientsShown = (exchange: Exchange, result: HandlerResult): ReadonlySet<string> | null => {
  const { patientsIn, responses } = exchange.route
  const { touched, withholding } = accessOf(exchange)
  const isJson = result.body !== undefined && responses.get(result.status)?.validate != null
  if (!isJson) return touched.size > 0 || patientsIn !== null ? touched : null
  if (patientsIn === null) return null
  try {
    const shown = patientsIn(result.body)
    // What was left out was read.
    return withholding?.hasOmitted === true ? new Set([...shown, ...touched]) : shown
  } catch (cause) {
    throw new Problem(500, 'response_invalid', 'The response was not sent because it did not match the contract.', {
      cause,
    })
  }
}

/** Not a refusal: the pipeline reads about these patients outside any transaction, and runs the operation again. */
export class PatientsUnknown extends Error {
  /** Those to whom the caller's relationship is not known. */
  readonly unrelated: readonly string[]
  /** Those whose sensitive visits were not looked up. */
  readonly unexamined: readonly string[]

  constructor(unrelated: readonly string[], unexamined: readonly string[]) {
    super('A patient was shown or changed before it was known whether the caller may see them.')
    this.unrelated = unrelated
    this.unexamined = unexamined
  }
}

/**
 * The audit rows that a response requires, as the operation declares:
 * - `unrecorded`: none;
 * - `patients`: one for each patient in the response; if there is none, one without a patient (none, if `optional`);
 * - `withoutPatient`: one without a patient;
 * - none of them: none for a read or a search, one without a patient for every other act.
 *
 * Throws, so that nothing is sent or stored, if the response shows a patient beyond the caller's reach or whose chart was open in an
 * emergency that has ended in the meantime, if a patient whose information
 * was decrypted would not be named, or `PatientsUnknown`.
 */
export const rowsForResult = (exchange: Exchange, result: HandlerResult): AccessRow[] => {
  const { audit } = exchange.route.declaration
  const access = accessOf(exchange)
  const shown = patientsShown(exchange, result)
  if (shown !== null && access.reach === 'own') {
    const own = callerOf(exchange).patientIds
    for (const patientId of shown) if (!own.includes(patientId)) throw notFound('answer_beyond_reach')
  }
  const open = access.unrelated(shown ?? [])
  const unexamined = access.withholding?.unexamined([...access.touched, ...(shown ?? [])]) ?? []
  if (open.length > 0 || unexamined.length > 0) throw new PatientsUnknown(open, unexamined)
  requireExplained(exchange)
  const recorded = audit.unrecorded === undefined ? shown : null
  for (const patientId of access.touched) {
    if (recorded === null || !recorded.has(patientId))
      throw incomplete('a patient was read whom the response does not name')
  }
  if (audit.unrecorded !== undefined) return []
  if (shown === null || shown.size === 0) {
    const isRead = audit.action === 'read' || audit.action === 'search'
    const needsNoRow = shown === null ? isRead && audit.withoutPatient !== true : audit.optional === true
    return needsNoRow ? [] : [row(exchange, null, 'done', null)]
  }
  return Array.from(shown, (patientId, at) => row(exchange, patientId, 'done', null, at === 0))
}

/** The row of a refusal. It names no patient: a refused caller must not learn from the audit whether the patient exists. */
export const rowForRefusal = (exchange: Exchange, code: ProblemCode): AccessRow => row(exchange, null, 'refused', code)

/** Requests that were malformed, too frequent or too large are not acts on anyone's information; but see `writesUnknown`. */
const unrecordedStatuses: ReadonlySet<number> = new Set([400, 405, 406, 408, 413, 414, 415, 422, 429])

/** OAuth responds with 400 to a failed authentication (RFC 6749, section 5.2). It still needs a row. */
const signInRefusals: ReadonlySet<ProblemCode> = new Set([
  'invalid_grant',
  'unauthorized_client',
  'session_expired',
  'unknown_issuer',
])

/** A property of the body that the operation does not take: a write of what the caller may not write, or an attempt of it. */
const writesUnknown = ({ code, errors }: Problem): boolean =>
  code === 'invalid_request' &&
  errors.some((fault) => fault.code === 'unknown_property' && fault.pointer.startsWith('/'))

export const isRecordedRefusal = (problem: Problem): boolean => {
  const { status, code } = problem
  if (status < 400 || status >= 500) return false
  return !unrecordedStatuses.has(status) || signInRefusals.has(code) || writesUnknown(problem)
}
